"""System.Nullable[T]."""

from __future__ import annotations

from shell.types import OBJECT, ClrType, Method, register_generic


def _nullable(arguments: tuple[ClrType, ...]) -> ClrType:
    made = ClrType("System.Nullable`1", OBJECT, generic_arguments=arguments, is_value_type=True)
    made.add_constructor(Method("Nullable`1", "T value", lambda owner, value: value, True))
    return made


register_generic("System.Nullable`1", _nullable)
