"""The parts of the parameter binder; `shell.engine.binding.binder` puts them together."""
