"""The engine, which runs syntax trees: sessions, scopes, pipelines, commands."""
