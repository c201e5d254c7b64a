"""Code properties and code methods: members implemented by static methods, such as those of a script's class."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from shell.dotnet.reflection.reflection import MethodView
from shell.lazy import lazy
from shell.types import PS_OBJECT
from shell.types.members.extended_members import (
    CodeMethod,
    CodeProperty,
    GetValueInvocationException,
    SetValueInvocationException,
)
from shell.values.errors import MethodInvocationException, NetException
from shell.values.exceptions import ExtendedTypeSystemException
from shell.values.objects import MISSING, PSObject, Value
from shell.values.registries import CURRENT

if TYPE_CHECKING:
    from shell.types.members import calling
else:
    calling = lazy("shell.types.members.calling", globals())


def _call(method: MethodView, arguments: Sequence[Value], session: Any) -> Value:
    session = session or CURRENT.get().runspace
    owner = method.declaring_type
    return calling.invoke(method.name, [method._method], owner, MISSING, list(arguments), session)


def _inner(error: NetException) -> NetException:
    """Return the method's own exception instead of the invocation's."""
    inner = error.inner if isinstance(error, MethodInvocationException) else None
    return inner if isinstance(inner, NetException) else error


class MethodProperty(CodeProperty):
    """A property with a static method as getter and, optionally, another as setter."""

    def __init__(self, name: str, getter: MethodView | None, setter: MethodView | None = None) -> None:
        for method, count, what in ((getter, 1, "Getter"), (setter, 2, "Setter")):
            if method is not None and not _fits(method, count):
                raise ExtendedTypeSystemException(
                    f"The {what.lower()} of a code property is a public static method that takes a PSObject first.",
                    error_id=f"CodeProperty{what}Format",
                )
        if getter is None and setter is None:
            raise ExtendedTypeSystemException(
                "A code property has a getter or a setter.", error_id="CodePropertyGetterAndSetterNull"
            )
        super().__init__(name, lambda owner: None, getter.return_type.full_name if getter else "System.Object")
        self.getter = getter
        self.setter = setter

    @property
    def is_settable(self) -> bool:
        """Return True if there is a setter."""
        return self.setter is not None

    def get(self, owner: Value, session: Any = None) -> Value:
        """Call the getter."""
        if self.getter is None:
            return None
        try:
            return _call(self.getter, [owner], session)
        except NetException as error:
            inner = _inner(error)
            raise GetValueInvocationException(
                f'Exception getting "{self.name}": "{inner.message}"', inner=inner, error_id="ExceptionWhenGetting"
            ) from None

    def set(self, owner: Value, value: Value, session: Any = None) -> None:
        """Call the setter."""
        if self.setter is None:
            super().set(owner, value, session)
            return
        try:
            _call(self.setter, [owner, value], session)
        except NetException as error:
            inner = _inner(error)
            raise SetValueInvocationException(
                f'Exception setting "{self.name}": "{inner.message}"', inner=inner, error_id="ExceptionWhenSetting"
            ) from None

    def definition(self, owner: Value) -> str:
        """Return the definition: type, name and methods."""
        kind = self.getter.return_type.accelerator if self.getter else "System.Object"
        parts = [f"get={each.name};" if each is self.getter else f"set={each.name};" for each in self._methods()]
        return f"{kind} {self.name}{{{''.join(parts)}}}"

    def _methods(self) -> list[MethodView]:
        return [each for each in (self.getter, self.setter) if each is not None]


class MethodCode(CodeMethod):
    """A method implemented by a static method, which receives the object as first argument."""

    def __init__(self, name: str, method: MethodView) -> None:
        if not _fits(method, None):
            raise ExtendedTypeSystemException(
                "A code method is a public static method whose first parameter is a PSObject.",
                error_id="CodeMethodMethodFormat",
            )
        super().__init__(name, self._perform, f"static {method}")
        self.method = method

    def _perform(self, owner: Value, *arguments: Value) -> Value:
        return _call(self.method, [owner, *arguments], None)


def _fits(method: MethodView, count: int | None) -> bool:
    parameters = method.get_parameters()
    right = bool(parameters) and (count is None or len(parameters) == count)
    return method.is_static and right and parameters[0].parameter_type is PS_OBJECT


def code_member(kind: str, name: str, value: Value, second: Value = None) -> Any:
    """Create a code property or code method from a script's values; NotImplemented if they are not methods."""
    given = [each.base if isinstance(each, PSObject) else each for each in (value, second)]
    if not all(each is None or isinstance(each, MethodView) for each in given):
        return NotImplemented
    if kind == "CodeMethod":
        return NotImplemented if given[0] is None else MethodCode(name, given[0])
    return MethodProperty(name, given[0], given[1])


__all__ = ["MethodCode", "MethodProperty", "code_member"]
