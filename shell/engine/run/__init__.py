"""Execution: scopes, frames, calls, pipelines, functions, propagation of errors."""
