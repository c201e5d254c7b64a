"""The code of a script block: compiled when it first runs, shared by all values of one literal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from shell.engine.compile.statements import compile_block, compile_list
from shell.engine.compile.unit import Expr, Run, Unit, constant_of
from shell.engine.run.scope import variable_key
from shell.language.tokens import TokenKind
from shell.language.tree import (
    AttributeAst,
    FunctionDefinitionAst,
    NamedBlockAst,
    ParamBlockAst,
    ParameterAst,
    ScriptBlockAst,
    StringConstantExpressionAst,
    UsingStatementAst,
    VariableExpressionAst,
)
from shell.lazy import lazy
from shell.values.objects import MISSING

if TYPE_CHECKING:
    from shell.engine.compile import tracing, value_bodies
else:
    tracing = lazy("shell.engine.compile.tracing", globals())
    value_bodies = lazy("shell.engine.compile.value_bodies", globals())


def _NO_FORM(scope: Any) -> Any:
    """Mark a body that has no value form."""
    raise AssertionError


class BlockCode:
    """The compiled code of a script block.

    `begin`, `process`, `end`, `clean` are pushing forms or None; `value` is the value form of a block that is nothing
    but an end block (or a filter's process block). `parameters` are those of the param block or behind the function's
    name. `simple` is true for a block that is only an end block, `direct` for one that is only an end or only a process
    block: called by itself, running it is running that block. `uses_cmdlet` is true where the text reads `$PSCmdlet`.
    """

    __slots__ = (
        "_signature",
        "advanced",
        "ast",
        "begin",
        "clean",
        "compiled",
        "definition",
        "direct",
        "dynamic",
        "end",
        "guards",
        "param_block",
        "parameters",
        "process",
        "reads_input",
        "simple",
        "unit",
        "uses_cmdlet",
        "value",
    )

    def __init__(self, ast: ScriptBlockAst, unit: Unit, definition: FunctionDefinitionAst | None = None) -> None:
        self.ast = ast
        self.unit = unit
        self.definition = definition
        self.compiled = False
        self.begin: Run | None = None
        self.process: Run | None = None
        self.end: Run | None = None
        self.clean: Run | None = None
        self.dynamic: Run | None = None
        self.simple = False
        self.direct = False
        self.uses_cmdlet = False
        self.advanced = False
        self.reads_input = False
        self.param_block: ParamBlockAst | None = ast.param_block
        self.parameters: Sequence[ParameterAst] = self._parameters()
        self.guards: dict[str, Any] | None = None
        self.value: Expr | None = None
        self._signature: Any = None

    def _parameters(self) -> Sequence[ParameterAst]:
        if self.param_block is not None:
            return self.param_block.parameters
        if self.definition is not None and self.definition.parameters:
            return self.definition.parameters
        return ()

    @property
    def is_filter(self) -> bool:
        """True for the body of a `filter`."""
        return self.definition is not None and self.definition.is_filter

    @property
    def text(self) -> str:
        """The text between the braces, as ScriptBlock.ToString() gives it."""
        if self.definition is None and self.ast.extent.source is not None:
            return _inside(self.ast.extent.text)
        return _inside(self.ast.extent.text)

    def alias_names(self) -> list[str]:
        """Return the names in `[Alias(...)]` before the param block: defining the function defines them too."""
        if self.param_block is None:
            return []
        return [name for each in self.param_block.attributes if _is(each, "alias") for name in _aliases(each)]

    def ready(self) -> BlockCode:
        """Compile if that was not done yet; return the code itself."""
        if not self.compiled:
            self._compile()
        return self

    def _compile(self) -> None:
        ast, unit = self.ast, self.unit
        if ast.using_statements:
            unit = self._with_namespaces(unit)
        outer, unit.block = unit.block, self
        process, end = ast.process_block, ast.end_block
        if self.is_filter and end is not None and end.unnamed and process is None:
            process, end = end, None

        def compiled(block: NamedBlockAst | None) -> Run | None:
            return compile_block(block, unit) if block is not None else None

        self.begin = compiled(ast.begin_block)
        self.process = compiled(process)
        self.end = compiled(end)
        self.clean = compiled(ast.clean_block)
        self.dynamic = compiled(ast.dynamic_param_block)
        unit.block = outer
        if unit.traces:
            self._show_call()
        modules = [each for each in ast.using_statements if each.kind == "module"]
        if modules:
            self._import_first(modules, unit)
        self.simple = self.begin is None and self.process is None and self.clean is None and self.dynamic is None
        self.direct = self.begin is self.clean is self.dynamic is None and (self.process is None or self.end is None)
        self.advanced = self._is_advanced()
        self.uses_cmdlet = "pscmdlet" in ast.extent.text.lower()
        self.reads_input = "$input" in ast.extent.text.lower() or "${input" in ast.extent.text.lower()
        self.compiled = True

    def forget(self) -> None:
        """Discard the compiled code: the next call compiles it again, in traced form."""
        self.unit.traces = True
        self.compiled = False
        self.value = None

    def _show_call(self) -> None:
        """Add the display of calls for Set-PSDebug -Trace 2."""
        name = "<ScriptBlock>" if self.definition is None else self.definition.name
        first = "end" if self.begin is self.process is None else "begin"
        setattr(self, first, tracing.traced_call(getattr(self, first), name, self.ast.extent.file))

    def _import_first(self, modules: Sequence[UsingStatementAst], unit: Unit) -> None:
        """Import the modules of `using module` before the first block that runs."""
        imports = compile_list(modules, (), unit)
        name = next((each for each in ("begin", "process", "end") if getattr(self, each) is not None), "end")
        body: Run | None = getattr(self, name)

        def run(scope: Any, out: Any) -> Any:
            imports(scope, out)
            return None if body is None else body(scope, out)

        setattr(self, name, run)

    @property
    def body(self) -> Run | None:
        """Return the only block of a direct script block."""
        return self.end if self.end is not None else self.process

    def value_form(self) -> Expr | None:
        """Return the value form of a direct block's body, compiled at the first call; None if it has none."""
        block = self.ast.end_block or self.ast.process_block
        if self.value is None and block is not None and self.direct:
            outer, self.unit.block = self.unit.block, self
            self.value = value_bodies.value_form(block, self.unit) or _NO_FORM
            self.unit.block = outer
        return None if self.value is _NO_FORM else self.value

    def _with_namespaces(self, unit: Unit) -> Unit:
        names = [
            each.name.value for each in self.ast.using_statements if each.kind == "namespace" and each.name is not None
        ]
        made = Unit(unit.source, (*unit.namespaces, *names))
        made.in_class = unit.in_class
        self.unit = made
        return made

    def _is_advanced(self) -> bool:
        attributes: list[Any] = list(self.param_block.attributes) if self.param_block is not None else []
        if any(_is(attribute, "cmdletbinding") for attribute in attributes):
            return True
        return any(
            isinstance(attribute, AttributeAst) and _is(attribute, "parameter")
            for parameter in self.parameters
            for attribute in parameter.attributes
        )


def _aliases(attribute: AttributeAst) -> list[str]:
    return [str(each.value) for each in attribute.positional_arguments if isinstance(each, StringConstantExpressionAst)]


def _is(attribute: AttributeAst, name: str) -> bool:
    written = attribute.type_name.full_text.lower().rpartition(".")[2]
    return written in (name, name + "attribute")


def _inside(text: str) -> str:
    """Return the text without its braces."""
    return text[1:-1] if text.startswith("{") and text.endswith("}") else text


def literal_default(parameter: ParameterAst) -> Any:
    """Return a default that is a literal, or MISSING."""
    return constant_of(parameter.default_value) if parameter.default_value is not None else MISSING


def parameter_key(parameter: ParameterAst) -> str:
    """Return the variable's key of a parameter."""
    variable: VariableExpressionAst = parameter.name
    return variable_key(variable.name)


__all__ = ["BlockCode", "Expr", "TokenKind", "literal_default", "parameter_key"]
