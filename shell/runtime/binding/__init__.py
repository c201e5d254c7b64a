"""The parts of the parameter binder; `shell.runtime.binder` puts them together."""
