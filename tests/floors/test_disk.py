"""What scripts can reach goes to the disk through `shell/machine/disk.py` alone: a sandbox stands in that door."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import shell

ROOT = Path(shell.__file__).parent.parent
CALLS = re.compile(
    r"os\.(access|chdir|chmod|link|listdir|lstat|makedirs|mkdir|popen|readlink|remove|removedirs|renames?|replace|rmdir"
    r"|scandir|startfile|stat|symlink|system|truncate|unlink|utime"
    r"|path\.(exists|lexists|isfile|isdir|islink|samefile|getsize|get[mac]time))"
)
MODULES = {"shutil", "tempfile", "glob", "subprocess", "pathlib", "fileinput", "zipfile", "tarfile", "mmap"}

ALLOWED = {
    "shell/machine/disk.py": "the door",
    "shell/machine/sandbox.py": "what stands in the door",
    "shell/machine/server_disk.py": "where the door finds what is on the lab's server",
    "shell/engine/run/native.py": "refuses programs in a sandbox before it starts one",
    "shell/machine/program_run.py": "starts them",
    "shell/types/members/python_errors.py": "paths of the program's own source",
    "shell/machine/own_program.py": "looks for the command of this installation",
    "shell/repl/history.py": "the shell's own file",
    "shell/repl/prompt.py": "the shell's own file",
    "shell/repl/completion/paths.py": "paths without access",
    "cmdlets/exchange/machine/folders.py": "makes what the server's disk holds from the start",
    "cmdlets/index.py": "writes the program's own table",
    "cmdlets/typeindex.py": "writes the program's own table",
    "cmdlets/exchange/coverage.py": "writes the program's own list",
    "cmdlets/powershell/archives.py": "zip files in streams that the door opened",
    "cmdlets/testing/drive.py": "a folder in the temporary folder that the door gives",
    "cmdlets/powershell/clock.py": "the system's time zone",
}


def files() -> Iterator[str]:
    rooms = ("values", "machine", "types", "dotnet", "engine", "hosting", "repl")
    for folder in (*(f"shell/{each}" for each in rooms), "cmdlets"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if name not in ALLOWED:
                yield name


def accesses(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (f"{node.lineno}: import {each.name}" for each in node.names if each.name in MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module in MODULES:
            yield f"{node.lineno}: from {node.module}"
        elif isinstance(node, ast.Name) and node.id == "open":
            yield f"{node.lineno}: open"
        elif isinstance(node, ast.Attribute):
            text = ast.unparse(node)
            if CALLS.fullmatch(text):
                yield f"{node.lineno}: {text}"


@pytest.mark.parametrize("name", list(files()))
def test_goes_through_the_door(name: str) -> None:
    found = list(accesses(ast.parse((ROOT / name).read_text(encoding="utf-8"))))
    assert not found, f"{name} reaches the disk past shell/machine/disk.py"


def test_the_scan_sees_what_it_looks_for() -> None:
    code = "import shutil\nopen('x')\nos.unlink('x')\nos.path.isfile('x')\nfrom pathlib import Path"
    assert len(list(accesses(ast.parse(code)))) == 5
