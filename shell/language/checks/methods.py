"""The code of methods: every path returns what the method promises, and variables are the method's own.

How control flows is seen as the engine sees it: a `while` may run not at all, a `switch` always goes on behind itself,
a `try` may stop at its first statement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from shell.language.checks.report import Report
from shell.language.source import Extent
from shell.language.tree import (
    ArrayLiteralAst,
    AssignmentStatementAst,
    Ast,
    AttributedExpressionAst,
    BreakStatementAst,
    ContinueStatementAst,
    DataStatementAst,
    DoUntilStatementAst,
    DoWhileStatementAst,
    ExitStatementAst,
    ExpressionAst,
    ForEachStatementAst,
    ForStatementAst,
    FunctionDefinitionAst,
    FunctionMemberAst,
    IfStatementAst,
    LabeledStatementAst,
    ParenExpressionAst,
    PropertyMemberAst,
    ReturnStatementAst,
    ScriptBlockExpressionAst,
    StatementAst,
    StringConstantExpressionAst,
    ThrowStatementAst,
    TryStatementAst,
    TypeDefinitionAst,
    VariableExpressionAst,
)

_OWN_SCOPE = (ScriptBlockExpressionAst, FunctionDefinitionAst, TypeDefinitionAst)
"""What stands in these is not the method's code."""

_AUTOMATIC = frozenset(
    (
        *("_", "psitem", "args", "this", "input", "matches", "error", "stacktrace", "lastexitcode", "?", "^", "$"),
        *("true", "false", "null", "host", "home", "pid", "pshome", "psversiontable", "psedition", "psculture"),
        *(
            "psuiculture",
            "executioncontext",
            "shellid",
            "iswindows",
            "islinux",
            "ismacos",
            "iscoreclr",
            "pwd",
            "profile",
        ),
        *("myinvocation", "psscriptroot", "pscommandpath", "psboundparameters", "pscmdlet", "psstyle", "foreach"),
        *("switch", "ofs", "outputencoding", "nestedpromptlevel", "consolefilename", "psdefaultparametervalues"),
        *("psemailserver", "psdebugcontext", "enabledexperimentalfeatures", "event", "eventargs", "sender"),
        *("psmoduleautoloadingpreference", "psnativecommandargumentpassing", "pssessionoption", "maximumhistorycount"),
        *("pssessionapplicationname", "pssessionconfigurationname", "formatenumerationlimit", "transcript"),
    )
)


def check_body(
    member: FunctionMemberAst, class_name: str, properties: Mapping[str, PropertyMemberAst], report: Report
) -> None:
    """Check the code of a method or a constructor."""
    end_block = member.function_definition.body.end_block
    assert end_block is not None
    is_void = _returns_nothing(member)
    for node in _own_nodes(end_block.statements):
        if isinstance(node, ReturnStatementAst):
            if is_void and node.pipeline is not None:
                report(node.extent, "VoidMethodHasReturn")
            elif not is_void and node.pipeline is None:
                report(node.extent, "NonVoidMethodMissingReturnValue")
    if not is_void and _Flow().goes_on(end_block.statements):
        start = member.function_definition.extent.start_offset
        name = Extent(member.extent.source, start, start + len(member.name))
        report(name, "MethodHasCodePathNotReturn")
    _check_variables(member, class_name, properties, report)


def _returns_nothing(member: FunctionMemberAst) -> bool:
    if member.return_type is None:
        return True
    return member.return_type.type_name.full_text.lower() in ("void", "system.void")


def _own_nodes(statements: Iterable[Ast]) -> Iterator[Ast]:
    """The nodes of a method, without those of the script blocks, functions and classes in it."""
    stack = list(statements)[::-1]
    while stack:
        node = stack.pop()
        if isinstance(node, _OWN_SCOPE):
            continue
        yield node
        stack += list(node.children())[::-1]


# --- variables -------------------------------------------------------------------------------------------------------


def _check_variables(
    member: FunctionMemberAst, class_name: str, properties: Mapping[str, PropertyMemberAst], report: Report
) -> None:
    end_block = member.function_definition.body.end_block
    assert end_block is not None
    parameters = {parameter.name.name.lower() for parameter in member.function_definition.parameters or ()}
    assigned = set(parameters)
    nodes = list(_own_nodes(end_block.statements))
    for node in nodes:
        for target in _targets(node):
            name = _unscoped(target.name.lower())
            assigned.add(name)
            found = properties.get(name)
            if found is not None and name not in parameters:
                _report_property(target, found, class_name, report)
    for node in nodes:
        if isinstance(node, VariableExpressionAst) and not _is_known(node.name.lower(), assigned):
            report(node.extent, "VariableNotLocal")


def _unscoped(name: str) -> str:
    """`$local:x` is the method's own `$x`."""
    prefix, _, rest = name.partition(":")
    return rest if rest and prefix in ("local", "private", "variable") else name


def _is_known(name: str, assigned: set[str]) -> bool:
    name = _unscoped(name)
    if ":" in name:
        return True
    return name in assigned or name in _AUTOMATIC or name.endswith("preference") or name.startswith("maximum")


def _report_property(target: VariableExpressionAst, found: PropertyMemberAst, class_name: str, report: Report) -> None:
    if found.is_static:
        report(target.extent, "MissingTypeInStaticPropertyAssignment", f"[{class_name}]::", found.name)
    else:
        report(target.extent, "MissingThis", "$this.", found.name)


def _targets(node: Ast) -> Iterator[VariableExpressionAst]:
    """The variables that a node gives values to."""
    if isinstance(node, AssignmentStatementAst):
        yield from _variables(node.left)
    elif isinstance(node, ForEachStatementAst):
        yield node.variable


def _variables(target: ExpressionAst) -> Iterator[VariableExpressionAst]:
    if isinstance(target, VariableExpressionAst):
        yield target
    elif isinstance(target, AttributedExpressionAst):
        yield from _variables(target.child)
    elif isinstance(target, ArrayLiteralAst):
        for element in target.elements:
            yield from _variables(element)
    elif isinstance(target, ParenExpressionAst):
        for node in target.walk():
            if isinstance(node, VariableExpressionAst):
                yield node


# --- where control goes ----------------------------------------------------------------------------------------------


class _Flow:
    """Follows control through statements; only whether the end can be reached is asked."""

    def __init__(self) -> None:
        self._loops: list[tuple[str, set[str]]] = []
        self._lost = False

    def goes_on(self, statements: Iterable[StatementAst]) -> bool:
        """Whether control can come out behind these statements, or leaves them by a jump to nowhere."""
        reaches = self._all(statements)
        return reaches or self._lost

    def _all(self, statements: Iterable[StatementAst]) -> bool:
        return all(self._one(statement) for statement in statements)

    def _one(self, node: Ast) -> bool:
        if isinstance(node, ReturnStatementAst | ThrowStatementAst):
            return False
        if isinstance(node, ExitStatementAst):
            self._lost = True
            return False
        if isinstance(node, BreakStatementAst | ContinueStatementAst):
            self._jump(node)
            return False
        if isinstance(node, IfStatementAst):
            ways = [self._all(body.statements) for _, body in node.clauses]
            otherwise = node.else_clause is None or self._all(node.else_clause.statements)
            return otherwise or any(ways)
        if isinstance(node, TryStatementAst):
            return self._try(node)
        if isinstance(node, DataStatementAst):
            return self._all(node.body.statements)
        if isinstance(node, LabeledStatementAst):
            return self._loop(node)
        return True

    def _try(self, node: TryStatementAst) -> bool:
        ways = [self._all(node.body.statements)]
        ways += [self._all(clause.body.statements) for clause in node.catch_clauses]
        # An error that no clause takes goes through `finally` and on out of the method: it reaches no end.
        through = node.finally_block is None or self._all(node.finally_block.statements)
        return through and any(ways)

    def _loop(self, node: LabeledStatementAst) -> bool:
        jumps: set[str] = set()
        self._loops.append(((node.label or "").lower(), jumps))
        body = getattr(node, "body", None)
        through = body is not None and self._all(body.statements)
        for _, clause in getattr(node, "clauses", ()):
            self._all(clause.statements)
        self._loops.pop()
        if isinstance(node, DoWhileStatementAst | DoUntilStatementAst):
            return through or bool(jumps)
        if isinstance(node, ForStatementAst) and node.condition is None:
            return "break" in jumps
        return True

    def _jump(self, node: BreakStatementAst | ContinueStatementAst) -> None:
        word = "break" if isinstance(node, BreakStatementAst) else "continue"
        label = node.label.value.lower() if isinstance(node.label, StringConstantExpressionAst) else ""
        for name, jumps in reversed(self._loops):
            if not label or name == label:
                jumps.add(word)
                return
        self._lost = True
