"""Running: scopes, frames, calls, pipelines, functions, errors on their way."""
