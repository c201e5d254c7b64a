"""PSReadLine's cmdlets: the options and keys of the prompt. The prompt itself is in `shell/repl`."""
