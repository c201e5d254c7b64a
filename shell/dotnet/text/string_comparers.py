"""System.StringComparer."""

from __future__ import annotations

from typing import Any, Final

from shell.dotnet.system.basics import hash_code
from shell.types import named
from shell.types.conversion.text import net_string
from shell.types.registry.checks import not_null
from shell.types.registry.declarations import add_methods, add_properties, clr_class, clr_method
from shell.values.collation import collate, same_text
from shell.values.objects import Value, unwrap


@clr_class(
    "System.StringComparer",
    interfaces=(
        "System.Collections.IComparer System.Collections.IEqualityComparer"
        " System.Collections.Generic.IComparer`1[System.String]"
        " System.Collections.Generic.IEqualityComparer`1[System.String]"
    ),
    is_abstract=True,
)
class StringComparer:
    """A comparer of texts, ordinal or by culture, with or without case."""

    def __init__(self, *, ignore_case: bool, ordinal: bool) -> None:
        self.ignore_case = ignore_case
        self.ordinal = ordinal

    @clr_method("Compare", "object x, object y -> int")
    def compare(self, a: Value, b: Value) -> int:
        """Compare: return a negative number, zero or a positive number."""
        if a is None or b is None:
            return (a is not None) - (b is not None)
        one, other = net_string(unwrap(a)), net_string(unwrap(b))
        if not self.ordinal:
            return collate(one, other, self.ignore_case)
        if self.ignore_case:
            one, other = one.upper(), other.upper()
        return (one > other) - (one < other)

    @clr_method("Equals", "object x, object y -> bool")
    def equals(self, a: Value, b: Value) -> bool:
        """Return True for equal texts."""
        if a is None or b is None:
            return a is b
        one, other = net_string(unwrap(a)), net_string(unwrap(b))
        if self.ordinal:
            return one.upper() == other.upper() if self.ignore_case else one == other
        return same_text(one, other, self.ignore_case)

    @clr_method("GetHashCode", "object obj -> int")
    def get_hash_code(self, value: Value) -> int:
        """Return a hash code, equal for equal texts."""
        text = net_string(unwrap(value))
        return hash_code(text.upper() if self.ignore_case else text)


_COMPARISONS: Final = ("CurrentCulture", "InvariantCulture", "Ordinal")


def _of_comparison(comparison: int) -> StringComparer:
    """Return the comparer for a StringComparison."""
    kind, ignoring = divmod(int(comparison), 2)
    return StringComparer(ignore_case=bool(ignoring), ordinal=kind == 2)


def _create(culture: Value, how: Any) -> StringComparer:
    not_null(culture, "culture")
    return StringComparer(ignore_case=bool(int(how) & 1), ordinal=False)


def _declare_comparers() -> None:
    rows = []
    for name in _COMPARISONS:
        for suffix in ("", "IgnoreCase"):
            made = StringComparer(ignore_case=bool(suffix), ordinal=name == "Ordinal")
            rows.append((name + suffix, "System.StringComparer", lambda made=made: made))
    target = named("System.StringComparer")
    add_properties(target, rows, static=True)
    add_methods(
        target,
        (
            ("FromComparison", "System.StringComparison comparisonType -> System.StringComparer", _of_comparison),
            (
                "Create",
                "cultureinfo culture, bool ignoreCase -> System.StringComparer"
                "|cultureinfo culture, System.Globalization.CompareOptions options -> System.StringComparer",
                _create,
            ),
        ),
        static=True,
    )


_declare_comparers()
