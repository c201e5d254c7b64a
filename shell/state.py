"""Where the program keeps what outlives a session: the history of the prompt, the log files of the lab's server."""

from __future__ import annotations

import os
from pathlib import Path


def state_folder() -> Path:
    """Return EMSHELL_STATE, or the platform's folder for state."""
    folder = os.environ.get("EMSHELL_STATE")
    if folder is None:
        import platformdirs

        folder = platformdirs.user_state_dir("emshell", appauthor=False)
    return Path(folder)
