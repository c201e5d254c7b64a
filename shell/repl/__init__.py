"""The prompt: keys, colours, history, completion menu."""
