"""Where-Object: keep the objects that a script block or a comparison of a property accepts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from shell.engine.commands.cmdlet import Cmdlet, Example, parameter
from shell.engine.operators.operators import BINARY, SESSION_BINARY
from shell.language.tokens import TokenKind
from shell.types.conversion.conversion import to_bool
from shell.types.members import access as members
from shell.values.errors import (
    ArgumentException,
    ErrorCategory,
    ErrorRecord,
    NetException,
    PipelineStoppedException,
    PSArgumentException,
    PSInvalidOperationException,
)
from shell.values.objects import AUTOMATION_NULL, MISSING, Hashtable, PSObject, Value
from shell.values.wildcard import has_wildcard, wildcard_matcher

_OPERATORS: Final[dict[str, TokenKind]] = {
    "EqualSet": TokenKind.Ieq,
    "CaseSensitiveEqualSet": TokenKind.Ceq,
    "NotEqualSet": TokenKind.Ine,
    "CaseSensitiveNotEqualSet": TokenKind.Cne,
    "GreaterThanSet": TokenKind.Igt,
    "CaseSensitiveGreaterThanSet": TokenKind.Cgt,
    "LessThanSet": TokenKind.Ilt,
    "CaseSensitiveLessThanSet": TokenKind.Clt,
    "GreaterOrEqualSet": TokenKind.Ige,
    "CaseSensitiveGreaterOrEqualSet": TokenKind.Cge,
    "LessOrEqualSet": TokenKind.Ile,
    "CaseSensitiveLessOrEqualSet": TokenKind.Cle,
    "LikeSet": TokenKind.Ilike,
    "CaseSensitiveLikeSet": TokenKind.Clike,
    "NotLikeSet": TokenKind.Inotlike,
    "CaseSensitiveNotLikeSet": TokenKind.Cnotlike,
    "MatchSet": TokenKind.Imatch,
    "CaseSensitiveMatchSet": TokenKind.Cmatch,
    "NotMatchSet": TokenKind.Inotmatch,
    "CaseSensitiveNotMatchSet": TokenKind.Cnotmatch,
    "ContainsSet": TokenKind.Icontains,
    "CaseSensitiveContainsSet": TokenKind.Ccontains,
    "NotContainsSet": TokenKind.Inotcontains,
    "CaseSensitiveNotContainsSet": TokenKind.Cnotcontains,
    "InSet": TokenKind.Iin,
    "CaseSensitiveInSet": TokenKind.Cin,
    "NotInSet": TokenKind.Inotin,
    "CaseSensitiveNotInSet": TokenKind.Cnotin,
    "IsSet": TokenKind.Is,
    "IsNotSet": TokenKind.IsNot,
}
_IN_SETS: Final = frozenset(each for each in _OPERATORS if each.endswith("InSet"))


def _operator(set_name: str, name: str, *aliases: str) -> Any:
    mandatory = set_name != "EqualSet"
    return parameter(
        "switch",
        name=name,
        sets=(set_name,),
        mandatory=mandatory,
        aliases=aliases,
        help=f"Compare with -{name.lower()}.",
    )


class WhereObject(Cmdlet, verb="Where", noun="Object", module="Microsoft.PowerShell.Core", default_set="EqualSet"):
    """Pass on the objects for which a condition holds.

    The condition is a script block that sees the object as `$_`, or a property, an operator and a value. A property
    alone must be true.
    """

    examples = (
        Example("1..5 | Where-Object { $_ -gt 3 }", "Keep what is greater than three."),
        Example("Get-Command | Where-Object Name -Like '*-Object'", "Compare a property."),
    )

    input_object: Value = parameter("psobject", pipeline=True, default=AUTOMATION_NULL, help="The objects to test.")
    filter_script: Value = parameter(
        "scriptblock", sets=("ScriptBlockSet",), mandatory=True, position=0, help="The condition."
    )
    property: str = parameter(
        "string",
        sets=(*_OPERATORS, "Not"),
        mandatory=True,
        position=0,
        not_null_or_empty=True,
        help="The property to compare.",
    )
    value: Value = parameter("object", sets=tuple(_OPERATORS), position=1, help="What to compare it with.")
    eq: bool = _operator("EqualSet", "EQ", "IEQ")
    ceq: bool = _operator("CaseSensitiveEqualSet", "CEQ")
    ne: bool = _operator("NotEqualSet", "NE", "INE")
    cne: bool = _operator("CaseSensitiveNotEqualSet", "CNE")
    gt: bool = _operator("GreaterThanSet", "GT", "IGT")
    cgt: bool = _operator("CaseSensitiveGreaterThanSet", "CGT")
    lt: bool = _operator("LessThanSet", "LT", "ILT")
    clt: bool = _operator("CaseSensitiveLessThanSet", "CLT")
    ge: bool = _operator("GreaterOrEqualSet", "GE", "IGE")
    cge: bool = _operator("CaseSensitiveGreaterOrEqualSet", "CGE")
    le: bool = _operator("LessOrEqualSet", "LE", "ILE")
    cle: bool = _operator("CaseSensitiveLessOrEqualSet", "CLE")
    like: bool = _operator("LikeSet", "Like", "ILike")
    clike: bool = _operator("CaseSensitiveLikeSet", "CLike")
    not_like: bool = _operator("NotLikeSet", "NotLike", "INotLike")
    cnot_like: bool = _operator("CaseSensitiveNotLikeSet", "CNotLike")
    match: bool = _operator("MatchSet", "Match", "IMatch")
    cmatch: bool = _operator("CaseSensitiveMatchSet", "CMatch")
    not_match: bool = _operator("NotMatchSet", "NotMatch", "INotMatch")
    cnot_match: bool = _operator("CaseSensitiveNotMatchSet", "CNotMatch")
    contains: bool = _operator("ContainsSet", "Contains", "IContains")
    ccontains: bool = _operator("CaseSensitiveContainsSet", "CContains")
    not_contains: bool = _operator("NotContainsSet", "NotContains", "INotContains")
    cnot_contains: bool = _operator("CaseSensitiveNotContainsSet", "CNotContains")
    in_list: bool = _operator("InSet", "In", "IIn")
    cin: bool = _operator("CaseSensitiveInSet", "CIn")
    not_in: bool = _operator("NotInSet", "NotIn", "INotIn")
    cnot_in: bool = _operator("CaseSensitiveNotInSet", "CNotIn")
    is_type: bool = _operator("IsSet", "Is")
    is_not: bool = _operator("IsNotSet", "IsNot")
    negated: bool = parameter("switch", name="Not", sets=("Not",), mandatory=True, help="The property must be false.")

    def begin(self) -> None:
        """Make the test."""
        test = self._test = self._make_test()
        out = self.runtime.out

        def keep(value: Value) -> None:
            if test(value):
                out(value)

        self.fast_process = keep

    def process(self) -> None:
        """Test an object."""
        if self.input_object is not AUTOMATION_NULL and self._test(self.input_object):
            self.write(self.input_object)

    def _make_test(self) -> Callable[[Value], bool]:
        if self.parameter_set == "ScriptBlockSet":
            evaluate = self.session.local_block(self.filter_script, self.runtime.call.extent).value
            return lambda value: to_bool(evaluate(value))
        read = self._read
        if self.parameter_set == "Not":
            return lambda value: not to_bool(found) if (found := read(value)) is not MISSING else False
        if self.parameter_set == "EqualSet" and not self.eq:
            if self.is_bound("Value"):
                raise self.fail(self._no_operator())
            return lambda value: to_bool(found) if (found := read(value)) is not MISSING else False
        if not self.is_bound("Value"):
            raise self.fail(self._no_value())
        compare, wanted = self._comparison(), self._wanted()

        def holds(value: Value) -> bool:
            found = read(value)
            if found is MISSING:
                return False
            try:
                return to_bool(compare(found, wanted))
            except PipelineStoppedException:
                raise
            except NetException as problem:
                self._report(problem, value)
                return False

        return holds

    def _report(self, problem: NetException, value: Value) -> None:
        """Report that the comparison failed for an object; the others are tested all the same."""
        token = _OPERATORS[self.parameter_set].name
        if isinstance(problem, ArgumentException):
            text = f"Bad argument to operator '{token}': {problem.message}. (Parameter 'BinaryOperator')"
            record = self.error(
                text, "BadOperatorArgument", ErrorCategory.InvalidArgument, value, exception=PSArgumentException
            )
        else:
            text = f"The operator '{token}' failed: {problem.message}."
            record = self.error(
                text, "OperatorFailed", ErrorCategory.InvalidOperation, value, exception=PSInvalidOperationException
            )
        self.write_error(record)

    def _comparison(self) -> Callable[[Value, Value], Value]:
        kind = _OPERATORS[self.parameter_set]
        plain = BINARY.get(kind)
        if plain is not None:
            return plain
        matching, session = SESSION_BINARY[kind], self.session
        return lambda left, right: matching(session, left, right)

    def _wanted(self) -> Value:
        base = self.value.base if isinstance(self.value, PSObject) else self.value
        return [self.value] if self.parameter_set in _IN_SETS and not isinstance(base, list) else self.value

    def _read(self, value: Value) -> Value:
        """Return the property's value, an entry of a dictionary counts; MISSING where an error was reported instead.

        A property that throws is null.
        """
        name = self.property
        if value is None:
            if self._is_strict():
                self._complain("InputObject", "InputObjectIsNull", "The input object cannot be null.", value)
                return MISSING
            return None
        base = value.base if isinstance(value, PSObject) else value
        if isinstance(base, Hashtable) and name in base:
            return base[name]
        if has_wildcard(name):
            matched = self._only_match(value)
            if matched is None:
                return MISSING
            name = matched
        try:
            found = members.lookup(value, name, self.session)
        except PipelineStoppedException:
            raise
        except NetException:
            return None
        if found is MISSING:
            if not self._is_strict():
                return None
            text = f'The input name "{name}" cannot be resolved to a property.'
            self._complain("Property", "PropertyNotFound", text, value)
        return found

    def _is_strict(self) -> bool:
        version = self.session.strict_version(self.session.scope)
        return version is not None and version >= (2, 0)

    def _complain(self, name: str, error_id: str, text: str, value: Value) -> None:
        self.write_error(
            self.error(
                f"{text} (Parameter '{name}')",
                error_id,
                ErrorCategory.InvalidArgument,
                value,
                exception=PSArgumentException,
            )
        )

    def _only_match(self, value: Value) -> str | None:
        matches = wildcard_matcher(self.property)
        found = [each.name for each in members.properties(value) if matches(each.name)]
        if len(found) <= 1:
            return found[0] if found else self.property
        listed = " ".join(f"'{each}'" for each in found)
        text = (
            f'Property name "{self.property}" is ambiguous. It can be resolved to multiple matched properties.'
            f" Possible matches include: {listed}."
        )
        self.write_error(
            self.error(
                text, "AmbiguousPropertyName", ErrorCategory.InvalidArgument, value, exception=PSArgumentException
            )
        )
        return None

    def _no_operator(self) -> ErrorRecord:
        return self.error(
            "Where-Object has a value to compare with, but no operator: give one, such as -eq or -like."
            " (Parameter 'Property')",
            "OperatorNotSpecified",
            ErrorCategory.InvalidArgument,
            exception=PSArgumentException,
        )

    def _no_value(self) -> ErrorRecord:
        return self.error(
            "The specified operator requires both the -Property and -Value parameters. Provide values for both"
            " parameters, and then try the command again. (Parameter 'Value')",
            "ValueNotSpecifiedForWhereObject",
            ErrorCategory.InvalidArgument,
            exception=PSArgumentException,
        )
