"""A session: its variables, streams, drives, jobs and events."""
