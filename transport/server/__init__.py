"""Sockets: one asyncio loop in one thread, a thin session around the policy."""
