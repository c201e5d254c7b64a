"""Null values: System.DBNull and NullString."""

from __future__ import annotations

from shell.dotnet.system.basics import type_code
from shell.types import named
from shell.types.registry.declarations import add_methods, add_properties, clr_class


@clr_class("System.DBNull")
class DBNull:
    """A database null; it equals $null."""

    null_like = True

    def __str__(self) -> str:
        return ""


@clr_class("System.Management.Automation.Language.NullString")
class NullString:
    """`[NullString]::Value`, which passes null to a string parameter, where `$null` passes ""."""

    null_like = True

    def __str__(self) -> str:
        return ""


DB_NULL = DBNull()
NULL_STRING = NullString()
"""The only instance of each type."""

_DB_NULL = named("System.DBNull")
add_properties(_DB_NULL, (("Value", "System.DBNull", lambda: DB_NULL),), static=True)
add_methods(
    _DB_NULL,
    (
        ("ToString", "-> string|System.IFormatProvider provider -> string", lambda value, provider=None: ""),
        ("GetTypeCode", "-> System.TypeCode", lambda value: type_code(_DB_NULL)),
    ),
)
add_properties(
    named("System.Management.Automation.Language.NullString"),
    (("Value", "System.Management.Automation.Language.NullString", lambda: NULL_STRING),),
    static=True,
)
