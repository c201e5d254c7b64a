"""What scripts set of the prompt's line editor, and say to it: PSReadLine's options, key handlers and static class.

Nothing here knows a terminal. The prompt reads the options and handlers, and lends the line being edited.
"""
