"""The table of types that modules of cmdlets register, so that a script can name one before its cmdlet has run.

Run `python -m cmdlets.typeindex` after adding such a type; `--check` says whether the table is up to date.
"""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from cmdlets.index import find_modules
from shell.types.registry.table import TYPES
from shell.values.errors import NetException

_KNOWN_ALREADY = """
import json, sys
from shell.types.registry.names import FINDERS, resolve
FINDERS.clear()
json.dump([each for each in json.load(sys.stdin) if resolve(each) is not None], sys.stdout)
"""


def registered() -> dict[str, str]:
    """Return the modules of types by their lower-case full names; what the runtime finds by itself is left out.

    Imports all cmdlets: only a process that has imported none so far can tell which module registers what.
    """
    found: dict[str, str] = {}
    modules = sorted(find_modules())
    for module in modules:
        importlib.import_module(module)
        for name, home in _registered():
            found.setdefault(name, home if home in modules else module)
    asked = subprocess.run(
        [sys.executable, "-c", _KNOWN_ALREADY],
        input=json.dumps(list(found)),
        capture_output=True,
        text=True,
        check=True,
    )
    known = set(json.loads(asked.stdout))
    return {name: module for name, module in sorted(found.items()) if name not in known}


def _registered() -> Iterator[tuple[str, str]]:
    """Yield the types that are known now, each with the module that its Python class is written in."""
    yield from ((name, getattr(each.python_class, "__module__", "")) for name, each in TYPES.items() if "[" not in name)
    waiting: list[type[NetException]] = [NetException]
    while waiting:
        each = waiting.pop()
        waiting += each.__subclasses__()
        yield each.clr_name.lower(), each.__module__


def text() -> str:
    """Return the table's module."""
    rows = "".join(f'    "{name}": "{module}",\n' for name, module in registered().items())
    return (
        '"""Written by `python -m cmdlets.typeindex`: types by lower-case full name, the modules that register them."""'
        f"\n\nfrom typing import Final\n\nMODULES: Final[dict[str, str]] = {{\n{rows}}}\n"
    )


def main() -> int:
    """Write or check `typetable.py`."""
    path = Path(__file__).with_name("typetable.py")
    wanted = "# ruff: noqa: E501\n" + text()
    if "--check" in sys.argv:
        return 0 if path.read_text(encoding="utf-8") == wanted else 1
    path.write_text(wanted, encoding="utf-8", newline="\n")
    sys.stdout.write(f"{len(wanted.splitlines())} lines\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
