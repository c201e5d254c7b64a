"""JSON schemas (draft 2020-12 and its forerunners): what in a document breaks one.

The sentences are those of the validator that PowerShell uses; a keyword that is unknown is ignored, as schemas want it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, Final, NamedTuple, TypeAlias
from urllib.parse import unquote

import regex

Json: TypeAlias = Any


class SchemaError(Exception):
    """The schema itself is broken: a reference that leads nowhere, a value of the wrong kind."""


class Problem(NamedTuple):
    """What is wrong, and where in the document: a JSON pointer, empty for the whole."""

    text: str
    place: str


def validate(document: Json, schema: Json) -> list[Problem]:
    """Return what breaks the schema, the outer problems first."""
    if not isinstance(schema, (dict, bool)):
        raise SchemaError("A schema is an object or a boolean.")
    return list(_Validator(schema).check(document, schema, ""))


class _Validator:
    def __init__(self, root: Json) -> None:
        self._root = root
        self._open: set[tuple[int, str]] = set()

    def check(self, value: Json, schema: Json, place: str) -> Iterator[Problem]:
        """Yield the problems of a value by a schema: its own ones, then those of what is inside."""
        if schema is True or schema == {}:
            return
        if schema is False:
            yield Problem("All values fail against the false schema", place)
            return
        if not isinstance(schema, dict):
            raise SchemaError("A schema is an object or a boolean.")
        for keyword, rule in _OWN.items():
            if keyword in schema:
                text = rule(value, schema[keyword])
                if text is not None:
                    yield Problem(text, place)
        yield from self._combined(value, schema, place)
        if isinstance(value, dict):
            yield from self._properties(value, schema, place)
        elif isinstance(value, list):
            yield from self._items(value, schema, place)

    def _fits(self, value: Json, schema: Json, place: str) -> bool:
        return next(self.check(value, schema, place), None) is None

    # --- schemas inside schemas ---

    def _combined(self, value: Json, schema: dict[str, Json], place: str) -> Iterator[Problem]:
        if "$ref" in schema:
            yield from self._reference(value, str(schema["$ref"]), place)
        for each in schema.get("allOf", ()):
            yield from self.check(value, each, place)
        if "anyOf" in schema and not any(self._fits(value, each, place) for each in schema["anyOf"]):
            for each in schema["anyOf"]:
                yield from self.check(value, each, place)
        if "oneOf" in schema:
            count = sum(self._fits(value, each, place) for each in schema["oneOf"])
            if count != 1:
                yield Problem(f"Expected 1 matching subschema but found {count}", place)
        if "not" in schema and self._fits(value, schema["not"], place):
            yield Problem("Expected the value not to match the subschema", place)
        if "if" in schema:
            branch = "then" if self._fits(value, schema["if"], place) else "else"
            yield from self.check(value, schema.get(branch, True), place)

    def _reference(self, value: Json, reference: str, place: str) -> Iterator[Problem]:
        key = (id(value), reference)
        if key in self._open:
            return
        self._open.add(key)
        try:
            yield from self.check(value, self._resolve(reference), place)
        finally:
            self._open.discard(key)

    def _resolve(self, reference: str) -> Json:
        if not reference.startswith("#"):
            raise SchemaError(f"Could not resolve '{reference}'.")
        found = self._root
        for step in filter(None, reference[1:].split("/")):
            name = unquote(step).replace("~1", "/").replace("~0", "~")
            if isinstance(found, list) and name.isdigit() and int(name) < len(found):
                found = found[int(name)]
            elif isinstance(found, dict) and name in found:
                found = found[name]
            else:
                raise SchemaError(f"Could not resolve '{reference}'.")
        return found

    def _properties(self, value: dict[str, Json], schema: dict[str, Json], place: str) -> Iterator[Problem]:
        known = schema.get("properties", {})
        patterns = {_pattern(text): rule for text, rule in schema.get("patternProperties", {}).items()}
        for name, rule in known.items():
            if name in value:
                yield from self.check(value[name], rule, _below(place, name))
        for name, each in value.items():
            fitting = [rule for pattern, rule in patterns.items() if pattern.search(name)]
            for rule in fitting:
                yield from self.check(each, rule, _below(place, name))
            if not fitting and name not in known and "additionalProperties" in schema:
                yield from self.check(each, schema["additionalProperties"], _below(place, name))
            if "propertyNames" in schema:
                yield from self.check(name, schema["propertyNames"], place)
        for name, rule in schema.get("dependentSchemas", {}).items():
            if name in value:
                yield from self.check(value, rule, place)

    def _items(self, value: list[Json], schema: dict[str, Json], place: str) -> Iterator[Problem]:
        first = schema.get("prefixItems", [])
        rest = schema.get("items", True)
        if isinstance(rest, list):  # drafts before 2020-12
            first, rest = rest, schema.get("additionalItems", True)
        for index, each in enumerate(value):
            rule = first[index] if index < len(first) else rest
            yield from self.check(each, rule, f"{place}/{index}")
        if "contains" in schema:
            count = sum(self._fits(each, schema["contains"], place) for each in value)
            if not schema.get("minContains", 1) <= count <= schema.get("maxContains", len(value)):
                yield Problem(f"Expected array to contain a matching item but found {count}", place)


def _below(place: str, name: str) -> str:
    return f"{place}/{name.replace('~', '~0').replace('/', '~1')}"


# --- kinds of values ---


def _kind(value: Json) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int) or (isinstance(value, Decimal) and value == value.to_integral_value()):
        return "integer"
    if isinstance(value, Decimal):
        return "number"
    return "string" if isinstance(value, str) else "array" if isinstance(value, list) else "object"


def _is_number(value: Json) -> bool:
    return isinstance(value, (int, Decimal)) and not isinstance(value, bool)


def _quoted(names: list[str]) -> str:
    return "[" + ",".join(f'"{each}"' for each in names) + "]"


def _same(first: Json, second: Json) -> bool:
    if isinstance(first, bool) or isinstance(second, bool):
        return first is second
    if isinstance(first, list) and isinstance(second, list):
        return len(first) == len(second) and all(map(_same, first, second))
    if isinstance(first, dict) and isinstance(second, dict):
        return first.keys() == second.keys() and all(_same(first[name], second[name]) for name in first)
    return bool(first == second)


def _pattern(text: str) -> regex.Pattern[str]:
    try:
        return regex.compile(text)
    except (regex.error, TypeError):
        raise SchemaError(f"The pattern '{text}' is not a regular expression.") from None


# --- keywords that look at the value alone ---


def _type(value: Json, wanted: Json) -> str | None:
    kind = _kind(value)
    names = wanted if isinstance(wanted, list) else [wanted]
    if kind in names or (kind == "integer" and "number" in names):
        return None
    return f'Value is "{kind}" but should be ' + (_quoted(names) if isinstance(wanted, list) else f'"{wanted}"')


def _enum(value: Json, wanted: Json) -> str | None:
    if any(_same(value, each) for each in wanted):
        return None
    return "Value should match one of the values specified by the enum"


def _const(value: Json, wanted: Json) -> str | None:
    import json

    return None if _same(value, wanted) else f'Expected "{json.dumps(wanted, default=str)}"'


def _limit(fits: Callable[[Json, Json], bool], words: str) -> Callable[[Json, Json], str | None]:
    def rule(value: Json, limit: Json) -> str | None:
        return None if not _is_number(value) or fits(value, limit) else f"{value} should be {words} {limit}"

    return rule


def _size(kind: type[Any], fits: Callable[[Json, Json], bool], sentence: str) -> Callable[[Json, Json], str | None]:
    def rule(value: Json, limit: Json) -> str | None:
        if not isinstance(value, kind) or fits(len(value), limit):
            return None
        return sentence.format(limit, len(value))

    return rule


def _match(value: Json, pattern: Json) -> str | None:
    if not isinstance(value, str) or _pattern(pattern).search(value):
        return None
    return "The string value is not a match for the indicated regular expression"


def _unique(value: Json, wanted: Json) -> str | None:
    if not wanted or not isinstance(value, list):
        return None
    pairs = [(i, k) for k in range(len(value)) for i in range(k) if _same(value[i], value[k])]
    return None if not pairs else f"Duplicate items were found at index pairs: {', '.join(map(str, pairs))}"


def _required(value: Json, names: Json) -> str | None:
    missing = [each for each in names if each not in value] if isinstance(value, dict) else []
    return f"Required properties {_quoted(missing)} are not present" if missing else None


def _dependent(value: Json, wanted: Json) -> str | None:
    if not isinstance(value, dict):
        return None
    missing = [each for name, needs in wanted.items() if name in value for each in needs if each not in value]
    return f"Some properties are required because other properties are present: {_quoted(missing)}" if missing else None


_FORMATS: Final = {
    "date": r"\d{4}-\d\d-\d\d",
    "time": r"\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)",
    "date-time": r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)",
    "email": r"[^@\s]+@[^@\s]+",
    "uuid": r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}",
    "uri": r"[A-Za-z][A-Za-z0-9+.-]*:\S*",
    "ipv4": r"((25[0-5]|2[0-4]\d|1?\d?\d)(\.(?!$)|$)){4}",
}


def _format(value: Json, name: Json) -> str | None:
    pattern = _FORMATS.get(name)
    if pattern is None or not isinstance(value, str) or re.fullmatch(pattern, value):
        return None
    return f'Value does not match format "{name}"'


_OWN: Final[dict[str, Callable[[Json, Json], str | None]]] = {
    "type": _type,
    "enum": _enum,
    "const": _const,
    "minimum": _limit(lambda value, limit: value >= limit, "at least"),
    "maximum": _limit(lambda value, limit: value <= limit, "at most"),
    "exclusiveMinimum": _limit(lambda value, limit: value > limit, "greater than"),
    "exclusiveMaximum": _limit(lambda value, limit: value < limit, "less than"),
    "multipleOf": _limit(lambda value, limit: value % limit == 0, "a multiple of"),
    "minLength": _size(str, lambda size, limit: size >= limit, "Value should be at least {0} characters"),
    "maxLength": _size(str, lambda size, limit: size <= limit, "Value should be at most {0} characters"),
    "minItems": _size(list, lambda size, limit: size >= limit, "Value should have at least {0} items"),
    "maxItems": _size(list, lambda size, limit: size <= limit, "Value should have at most {0} items"),
    "minProperties": _size(dict, lambda size, limit: size >= limit, "Value should have at least {0} properties"),
    "maxProperties": _size(dict, lambda size, limit: size <= limit, "Value should have at most {0} properties"),
    "pattern": _match,
    "uniqueItems": _unique,
    "required": _required,
    "dependentRequired": _dependent,
    "format": _format,
}
