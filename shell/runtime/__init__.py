"""The PowerShell runtime: values, scopes, pipeline, binder, errors."""
