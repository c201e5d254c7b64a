"""The line editor as scripts see it: PSReadLine's options, key handlers and static class.

Nothing here knows a terminal. The prompt reads the options and handlers, and provides the line being edited.
"""
