"""What runs trees: sessions, scopes, pipelines, commands."""
