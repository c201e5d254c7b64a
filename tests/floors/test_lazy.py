"""Functions import nothing of the program's own: what is put off stands in a file's head, and on a lower floor."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import shell
from shell.lazy import lazy

ROOT = Path(shell.__file__).parent.parent
PACKAGES = ("shell", "cmdlets", "organization", "transport")

ALLOWED = {
    "shell/__init__.py": "the package's own door opens when it is used",
}

LATER = re.compile(r'lazy\(\s*"([\w.]+)", globals\(\)(?:, "(\w+)")?\)')


def files() -> Iterator[tuple[str, str]]:
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if name != "shell/lazy.py":  # which shows in words how it is used
                yield name, path.read_text(encoding="utf-8")


def floors() -> dict[str, int]:
    """Packages and their floors, the highest first, as the contract for import-linter has them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    return {name.strip(): number for number, layer in enumerate(layers) for name in re.split("[:|]", layer)}


def imports_inside_functions(tree: ast.AST) -> Iterator[int]:
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.ImportFrom) and (node.level or node.module.split(".")[0] in PACKAGES):
                    yield node.lineno
                elif isinstance(node, ast.Import):
                    yield from (node.lineno for each in node.names if each.name.split(".")[0] in PACKAGES)


@pytest.mark.parametrize(("name", "text"), [pytest.param(*each, id=each[0]) for each in files()])
def test_no_function_imports(name: str, text: str) -> None:
    if name not in ALLOWED:
        assert list(imports_inside_functions(ast.parse(text))) == [], f"put it off by shell.lazy, in the head of {name}"


def floor_of(module: str, known: dict[str, int]) -> int | None:
    while module and module not in known:
        module = module.rpartition(".")[0]
    return known.get(module)


def test_what_is_put_off_lies_on_the_same_floor_or_below() -> None:
    known = floors()
    wrong = [
        f"{name} -> {target}"
        for name, text in files()
        for target, _ in LATER.findall(text)
        if (mine := floor_of(name.removesuffix(".py").replace("/", "."), known)) is not None
        and (its := floor_of(target, known)) is not None
        and its < mine
    ]
    assert wrong == []


def test_what_is_put_off_is_what_the_type_checker_sees() -> None:
    for name, text in files():
        put_off = {(target, alias or None) for target, alias in LATER.findall(text)}
        seen = {
            (f"{node.module}.{each.name}", each.asname)
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.ImportFrom)
            for each in node.names
        }
        assert put_off <= seen, name


def test_the_module_takes_the_place_of_its_stand_in() -> None:
    scope: dict[str, object] = {}
    scope["wildcard"] = stand_in = lazy("shell.values.wildcard", scope)
    from shell.values import wildcard

    assert scope["wildcard"] is stand_in
    assert stand_in.wildcard_matcher is wildcard.wildcard_matcher
    assert scope["wildcard"] is wildcard


UNUSED = [
    "asyncio",
    "importlib.resources",
    "json",
    "random",
    "shutil",
    "tempfile",
    "shell.values.culture",
    "shell.values.exceptions",
    "shell.types.registry.reference_members",
    "shell.types.conversion.fallback_conversions",
    "shell.engine.binding.dynamic",
    "shell.engine.compile.redirections",
    "shell.engine.automation.runspaces",
    "shell.types.members.python_errors",
]
"""What a plain script needs nothing of."""

PROGRAM = """
import sys
from shell import Session
Session(listen=False).run("$x = Get-Variable PSCulture; $x.Name")
import json
"""


def test_a_plain_script_loads_nothing_that_it_does_not_need() -> None:
    loaded = "loaded = set(sys.modules)\nimport json\nprint(json.dumps(sorted(loaded)))"
    program = PROGRAM.replace("import json", loaded)
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert set(json.loads(found)) & set(UNUSED) == set()
