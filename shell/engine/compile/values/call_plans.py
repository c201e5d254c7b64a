"""Call plans: how a call with a chosen overload converts its arguments.

The classes of the arguments are known then, so most of `overloads.convert_arguments` can be decided for good:

| what is known of all arguments                        | the call                                              |
|-------------------------------------------------------|-------------------------------------------------------|
| they fit as they are, or a conversion that cannot fail | `direct`: one function of the object and the arguments |
| some may fail to convert                               | converted one by one, with the method's own errors     |
| the method takes `[ref]`                               | left to `convert_arguments`                            |

Default values are converted once, if they are immutable.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from typing import Any, Final

from shell.engine.run.frame import MethodSite
from shell.types import CHAR, OBJECT, STRING, ClrType, type_of
from shell.types.conversion.reference import PSReference
from shell.types.members.calling import method_failure
from shell.types.members.overloads import Candidate, convert_argument, convert_arguments, defaults
from shell.types.members.refusals import CALL_ERRORS, refusal
from shell.types.registry.signatures import bind_type
from shell.values.errors import NetException, NotEmulatedException
from shell.values.objects import AUTOMATION_NULL, Char, Int64, PSObject, TypedArray, Value

Convert = Callable[[Value], Value]

_IMMUTABLE: Final = (int, float, str, Decimal, type(None))

_SAFE: Final[dict[tuple[type, str], Convert]] = {
    (int, "System.Double"): float,
    (int, "System.Int64"): Int64,
    (Char, "System.String"): str,
}
"""Conversions between classes that never fail."""


class CallPlan:
    """The chosen call for arguments of certain classes; `makes` is true for a constructor.

    `direct` takes the object (unless the method is static) and the arguments as they are given; what it raises goes
    through `failure`. It is None where the arguments need more. `nothing` is what a method without a result gives.
    """

    __slots__ = ("_convert", "_function", "_name", "_parameters", "_site", "_wants_session", "direct", "nothing")

    def __init__(
        self,
        candidate: Candidate,
        owner: ClrType,
        given: Sequence[Value],
        *,
        static: bool,
        site: MethodSite | None,
        makes: bool = False,
    ) -> None:
        method = candidate.method
        self._parameters = candidate.parameters
        self._function = method.function
        self._name = method.name
        if makes:
            self._name = ".ctor"
            if owner.generic_arguments and not method.wants_session:
                self._function = partial(method.function, owner)
        self._wants_session = method.wants_session
        self.nothing = AUTOMATION_NULL if not makes and method.signature.returns in ("void", "System.Void") else None
        self._convert = _converter(candidate, self._name, owner, given)
        self._site = site
        self.direct = (
            None if self._wants_session or makes or site is not None else _direct(candidate, owner, given, static)
        )

    def call(self, target: tuple[Value, ...], given: Sequence[Value], session: Any) -> Value:
        """Convert the arguments and call; `target` is empty for a static method."""
        if self._site is not None:  # a method of a script's class needs its call site
            session.method_site = self._site
        converted = self._convert(given)
        try:
            result = (
                self._function(*target, session, *converted)
                if self._wants_session
                else self._function(*target, *converted)
            )
        except CALL_ERRORS as error:
            raise self.failure(error, converted, len(given)) from None
        return self.nothing if result is None else result

    def failure(self, error: Exception, arguments: Sequence[Value], count: int | None = None) -> NetException:
        """Return the error of the call for an error of the method; `count` arguments were written."""
        if isinstance(error, NotEmulatedException):
            return error
        written = len(arguments) if count is None else count
        return method_failure(self._name, written, refusal(error, self._parameters, arguments))


def _converter(
    candidate: Candidate, name: str, owner: ClrType, given: Sequence[Value]
) -> Callable[[Sequence[Value]], list[Value]]:
    if any(each.by_ref for each in candidate.parameters) or any(isinstance(each, PSReference) for each in given):
        return partial(convert_arguments, name, candidate, owner=owner)
    converters = _converters(candidate, name, given)
    gather = _gatherer(candidate, owner)
    rest = _fixed_defaults(candidate, owner, len(given))
    if rest is None:
        return partial(convert_arguments, name, candidate, owner=owner)

    def convert(values: Sequence[Value]) -> list[Value]:
        made = [value if each is None else each(value) for each, value in zip(converters, values, strict=True)]
        if gather is not None:
            return gather(made)
        made += rest
        return made

    return convert


def _converters(candidate: Candidate, name: str, given: Sequence[Value]) -> list[Convert | None]:
    """Return the converter of each argument; None for one that stays unchanged."""
    found: list[Convert | None] = []
    for argument, wanted, parameter in zip(given, candidate.types, candidate.parameters, strict=False):
        if _fits(argument, wanted):
            found.append(None)
        else:
            general = partial(convert_argument, name, wanted=wanted, label=parameter.name)
            found.append(_certain(argument, wanted, general) or general)
    return found


def _certain(argument: Value, wanted: ClrType, general: Convert) -> Convert | None:
    """Return a conversion that succeeds for all values of the argument's class, or fails as `general` does."""
    kind = type(argument)
    if kind is str and wanted is CHAR:
        # a string of one character, as in `$text.Trim('x')`, is common
        return lambda text: Char(text) if len(text) == 1 and text <= "\uffff" else general(text)
    if kind is str and wanted.element_type is CHAR and wanted.rank == 1:
        return general
    return _SAFE.get((kind, wanted.name))


def _fits(argument: Value, wanted: ClrType) -> bool:
    """True if arguments of this one's class need no conversion."""
    kind = type(argument)
    if argument is None or argument is AUTOMATION_NULL or isinstance(argument, PSObject):
        return False
    if kind is wanted.python_class or wanted is OBJECT:
        return True
    if getattr(kind, "null_like", False) and wanted is STRING:
        return False
    return wanted.is_assignable_from(type_of(argument))


def _gatherer(candidate: Candidate, owner: ClrType) -> Callable[[list[Value]], list[Value]] | None:
    """Return a function that puts the converted arguments for `params` into one array."""
    if not candidate.expanded:
        return None
    parameters = candidate.method.signature.parameters
    fixed = len(parameters) - 1
    array = bind_type(parameters[-1].type_name, owner)
    element = OBJECT if array is None else array.element_type
    if element is None or element is OBJECT:
        return lambda made: [*made[:fixed], made[fixed:]]
    known: ClrType = element
    return lambda made: [*made[:fixed], TypedArray(known, made[fixed:])]


def _fixed_defaults(candidate: Candidate, owner: ClrType, count: int) -> list[Value] | None:
    """Return the default values of omitted parameters; None if one of them is mutable."""
    if candidate.expanded:
        return []
    found = defaults(candidate.method.signature, owner, count)
    return found if all(isinstance(each, _IMMUTABLE) for each in found) else None


def _direct(candidate: Candidate, owner: ClrType, given: Sequence[Value], static: bool) -> Callable[..., Value] | None:
    """Return one function for the whole call; None if a conversion may fail with an error other than the method's."""
    function = candidate.method.function
    if candidate.expanded or any(each.by_ref for each in candidate.parameters):
        return None
    rest = _fixed_defaults(candidate, owner, len(given))
    if rest is None or any(isinstance(each, PSReference) for each in given):
        return None
    converters: list[Convert | None] = []
    for argument, wanted, parameter in zip(given, candidate.types, candidate.parameters, strict=False):
        convert: Convert | None = None
        if not _fits(argument, wanted):
            general = partial(convert_argument, candidate.method.name, wanted=wanted, label=parameter.name)
            convert = _certain(argument, wanted, general)
            if convert is None:
                return None
        converters.append(convert)
    return _composed(function, tuple(converters if static else (None, *converters)), tuple(rest))


def _composed(
    function: Callable[..., Value], converters: tuple[Convert | None, ...], rest: tuple[Value, ...]
) -> Callable[..., Value]:
    """Put conversions before a function and defaults behind its arguments; the usual shapes without a loop."""
    if not any(converters):
        if not rest:
            return function
        if len(converters) == 2 and len(rest) == 1:
            last = rest[0]
            return lambda one, two: function(one, two, last)
        return lambda *values: function(*values, *rest)
    first = converters[0]
    if first is not None and len(converters) == 1 and not rest:
        return lambda value: function(first(value))
    second = converters[1] if len(converters) == 2 else None
    if first is None and second is not None and not rest:
        return lambda one, two: function(one, second(two))

    def call(*values: Value) -> Value:
        made = [value if each is None else each(value) for each, value in zip(converters, values, strict=True)]
        return function(*made, *rest)

    return call


__all__ = ["CallPlan"]
