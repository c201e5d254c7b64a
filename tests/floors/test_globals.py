"""What a session changes lies in its runspace, not in globals of modules: sessions of one program would meet there.

Looks for globals of a module that its functions change: names declared `global`, tables that get entries, attributes of
classes that are set. Those that may stay are listed with what they hold: facts that are the same for all sessions.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import shell

ROOT = Path(shell.__file__).parent.parent
CHANGING = re.compile(
    "add|append(left)?|clear|discard|extend|insert|move_to_end|pop|popitem|remove|set|setdefault|update", re.ASCII
)

DECLARED = "what modules of the program declare when they are imported"
FOUND = "what is found from declarations, kept"
FLAG = "goes on once and stays: look-ups that nobody needs cost nothing before"
SUM = "a context of decimal, whose `add` adds two numbers"
THREAD = "a context variable: each thread has its own"

ALLOWED = {
    "cmdlets/exchange/failures.py:_KINDS": DECLARED,
    "cmdlets/exchange/identities.py:_TYPES": DECLARED,
    "cmdlets/exchange/records.py:_TYPES": DECLARED,
    "cmdlets/exchange/value_types.py:NAMES": DECLARED,
    "cmdlets/powershell/random.py:_generators": "by session, and gone with it",
    "cmdlets/testing/should.py:Should": DECLARED,
    "cmdlets/windows/instrumentation/classes.py:CLASSES": DECLARED,
    "cmdlets/windows/instrumentation/instances.py:_TYPES": FOUND,
    "shell/display/views.py:_BuiltIn": FOUND,
    "shell/display/views.py:_display_property": DECLARED,
    "shell/display/views.py:_display_sets": DECLARED,
    "shell/display/views.py:_modules": DECLARED,
    "shell/display/views.py:_spelled": DECLARED,
    "shell/display/views.py:_views": DECLARED,
    "shell/types/operators/arithmetic.py:ROUND": SUM,
    "shell/types/registry/table.py:Resolved": FOUND,
    "shell/types/registry/table.py:TYPES": DECLARED,
    "shell/types/registry/table.py:_CLASSES": DECLARED,
    "shell/types/registry/table.py:_GENERICS": DECLARED,
    "shell/engine/commands/command_info.py:_CMDLET_SIGNATURES": FOUND,
    "shell/engine/compile/tracing.py:TRACING": FLAG,
    "shell/engine/compile/unit.py:EXPRESSIONS": DECLARED,
    "shell/engine/compile/unit.py:STATEMENTS": DECLARED,
    "shell/engine/compile/unit.py:VALUES": DECLARED,
    "shell/values/current_culture.py:CURRENT": THREAD,
    "shell/types/conversion/fallback_conversions.py:_READS_BY_CULTURE": THREAD,
    "shell/machine/disk.py:_active": THREAD,
    "shell/machine/disk.py:_server": THREAD,
    "shell/dotnet/numbers/big_integers.py:BIG_INTEGER": DECLARED,
    "shell/values/culture.py:CURRENT": THREAD,
    "shell/dotnet/numbers/decimals.py:DECIMAL": DECLARED,
    "shell/dotnet/numbers/decimals.py:ROUND": SUM,
    "shell/dotnet/collections/object_model.py:GenericListMembers": "a class whose function is called",
    "shell/machine/environment.py:_server": THREAD,
    "shell/types/members/type_data.py:Use": FLAG,
    "shell/types/members/type_data.py:_BUILT_IN": DECLARED,
    "shell/types/members/type_data.py:_BuiltIn": DECLARED,
    "shell/types/members/type_data.py:epoch": "a count of changes in all sessions, by which members are found anew",
    "shell/values/extension.py:Use": FLAG,
    "shell/values/registries.py:CURRENT": THREAD,
    "shell/engine/run/scope.py:sharing": FLAG,
    "shell/types/registry/descriptions.py:_SHORT_NAMES": DECLARED,
    "shell/types/registry/names.py:_PROMISED": DECLARED,
}


def modules() -> Iterator[tuple[str, ast.Module]]:
    for folder in ("shell", "cmdlets"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def shared_names(tree: ast.Module) -> set[str]:
    """The module's names that might hold state: what is assigned, classes, and capitals or `_names` from elsewhere."""
    found: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.Assign):
            found.update(each.id for each in node.targets if isinstance(each, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
            found.add(node.target.id)
        elif isinstance(node, ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in ("shell", "cmdlets"):
            found.update(each.name for each in node.names if not each.name.islower())
    return found


def changed(tree: ast.Module) -> set[str]:
    """The globals of a module that its functions change."""
    shared = shared_names(tree)
    found: set[str] = set()
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        own = local_names(function)
        for node in ast.walk(function):
            if isinstance(node, ast.Global):
                found.update(node.names)
            for target in changed_by(node):
                if isinstance(target, ast.Name) and target.id in shared and target.id not in own:
                    found.add(target.id)
    return found


def local_names(function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> set[str]:
    """Parameters and variables of a function, which hide the module's names."""
    declared = {name for node in ast.walk(function) if isinstance(node, ast.Global) for name in node.names}
    names = {each.arg for each in ast.walk(function.args) if isinstance(each, ast.arg)}
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
    return names - declared


def changed_by(node: ast.AST) -> Iterator[ast.expr]:
    """What a piece of code changes in place."""
    if isinstance(node, ast.Assign | ast.Delete):
        targets = list(node.targets)
    elif isinstance(node, ast.AugAssign | ast.AnnAssign):
        targets = [node.target]
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and CHANGING.fullmatch(node.func.attr):
        yield node.func.value.value if isinstance(node.func.value, ast.Attribute) else node.func.value
        return
    else:
        return
    for target in targets:
        for each in target.elts if isinstance(target, ast.Tuple) else [target]:
            if isinstance(each, ast.Subscript | ast.Attribute):
                inner = each.value
                yield inner.value if isinstance(inner, ast.Attribute) else inner


def test_no_module_keeps_what_a_session_changes() -> None:
    found = {f"{name}:{each}" for name, tree in modules() for each in changed(tree)}
    assert found - set(ALLOWED) == set(), "state of sessions belongs into shell/values/registries.py"
    assert set(ALLOWED) - found == set(), "no longer there: take them off the list"


def test_the_scan_sees_what_it_looks_for() -> None:
    code = """
from shell.types.registry.table import TYPES
_table = {}
_list: list[int] = []
_count = 0
class Kept:
    entries = {}
def change(other, _list2):
    global _count
    _count += 1
    _table["a"] = 1
    _list.append(2)
    Kept.entries["b"] = 3
    TYPES.pop("c")
def hides(_table):
    _table["a"] = 1
    here = {}
    here["b"] = 2
"""
    assert changed(ast.parse(code)) == {"TYPES", "_table", "_list", "_count", "Kept"}
    assert changed(ast.parse("_table = {}\nlater = lambda: _table.update(a=1)")) == {"_table"}
