"""The process's environment variables as sessions change them: put back when the last session is closed."""

from __future__ import annotations

import os

_before: dict[str, str | None] = {}
_open_sessions = 0


def set_environment(name: str, value: str | None) -> None:
    """Set a variable; None or nothing removes it."""
    _before.setdefault(name, os.environ.get(name))
    _put(name, value)


def _put(name: str, value: str | None) -> None:
    if value:
        os.environ[name] = value
    else:
        os.environ.pop(name, None)


def session_opened() -> None:
    """Count a session."""
    global _open_sessions
    _open_sessions += 1


def session_closed() -> None:
    """Count a session that ended; the last one puts the environment back as it found it."""
    global _open_sessions
    _open_sessions -= 1
    if _open_sessions <= 0:
        for name, value in _before.items():
            _put(name, value)
        _before.clear()


__all__ = ["session_closed", "session_opened", "set_environment"]
