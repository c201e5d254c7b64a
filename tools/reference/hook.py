"""Adds the reference pages to the site: MkDocs calls `on_files` before it reads any page."""

from __future__ import annotations

import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a file for each page of the reference; none of them is on the disk."""
    sys.path.insert(0, str(Path(__file__).parents[2]))
    try:
        from tools.reference.site import pages

        for path, text in pages():
            files.append(File.generated(config, path, content=text))
    finally:
        del sys.path[0]
    return files
