"""What scripts ask of the Windows server that Exchange runs on: its snap-ins, names, instrumentation, certificates."""
