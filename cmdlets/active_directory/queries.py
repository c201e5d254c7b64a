"""Finding entries: by identity, by PowerShell's filters, by LDAP's, below a container."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, ClassVar, Final

from organization.identity import matcher
from organization.opath import BadFilter
from organization.opath import parse as parse_filter
from shell.engine.commands.cmdlet import parameter
from shell.types import type_of
from shell.values.errors import ErrorCategory, NetException

from ..exchange import completers
from ..exchange.moments import as_datetime
from ..exchange.opath import filter_text
from ..exchange.parameters import given_value
from . import ldap_filter
from .base import ADCmdlet
from .entries import Entry, entries, parent_of
from .objects import SPACE, ADFilterParsingException
from .properties import PROPERTIES, read, spelled

Test = Callable[[Entry], bool]

_CONSTANTS: Final = {"true": True, "false": False, "null": None}


_property_names: Final = completers.one_of(
    lambda session: sorted({name for names in PROPERTIES.values() for name in names}, key=str.lower)
)


class Query(ADCmdlet):
    """A Get- cmdlet for entries: one by its identity, or those that a filter fits."""

    default_set: ClassVar[str] = "Filter"
    identity: Any = parameter(
        "object",
        position=0,
        mandatory=True,
        pipeline=True,
        sets=("Identity",),
        help="The distinguished name, GUID, SID or account name of one object, or the object itself.",
    )
    filter_by: Any = parameter(
        "object",
        name="Filter",
        mandatory=True,
        sets=("Filter",),
        completer=_property_names,
        help="As {Name -like 'a*'}, or * for all.",
    )
    ldap_filter: str = parameter(
        "string", name="LDAPFilter", mandatory=True, sets=("LdapFilter",), help="As (&(sn=Berg)(department=Sales))."
    )
    properties_: list[str] = parameter(
        "string[]",
        name="Properties",
        aliases=("Property",),
        completer=_property_names,
        help="What to show beside the usual properties, by PowerShell's or LDAP's names; * for all.",
    )
    search_base: str = parameter("string", sets=("Filter", "LdapFilter"), help="The container to look in.")
    search_scope: Any = parameter(
        "string",
        sets=("Filter", "LdapFilter"),
        values=("Base", "OneLevel", "Subtree", "0", "1", "2"),
        default="Subtree",
        help="The container itself, what is in it, or everything below it.",
    )
    result_set_size: Any = parameter(
        "System.Nullable`1[int]", sets=("Filter", "LdapFilter"), help="The most objects; empty for all."
    )
    result_page_size: int = parameter(
        "int", sets=("Filter", "LdapFilter"), default=256, help="Taken without effect: nothing is fetched in pages."
    )

    def process(self) -> None:
        """Write what was asked for."""
        names = self.properties_ or ()
        if self.parameter_set == "Identity":
            self.show(self.entry(self.identity), names)
            return
        shown = 0
        fits = self.test()
        within = self.within()
        for entry in list(self.entries()):
            if self.result_set_size is not None and shown >= self.result_set_size:
                break
            if within(entry) and fits(entry):
                self.show(entry, names)
                shown += 1

    def test(self) -> Test:
        """The filter that was given as a function."""
        if self.parameter_set == "LdapFilter":
            return self._ldap_test(self.ldap_filter)
        text = filter_text(self.filter_by)
        return (lambda entry: True) if text.strip() == "*" else self._powershell_test(text)

    def _powershell_test(self, text: str) -> Test:
        kind = self.kind

        def is_known(name: str) -> bool:
            if spelled(kind, name) is None:
                raise self.unknown_property(name)
            return True

        try:
            test = parse_filter(text, self._variable, is_known, OPERATORS)
        except BadFilter as bad:
            raise self._unreadable(text, bad) from None
        return lambda entry: test(lambda name: read(kind, entry, spelled(kind, name) or name))

    def _unreadable(self, text: str, bad: BadFilter) -> NetException:
        found = re.search(r"position (\d+)\.$", str(bad))
        place = found[1] if found else "1"
        error = ADFilterParsingException(
            f"Error parsing query: '{text}' Error Message: 'syntax error' at position: '{place}'."
        )
        name = f"ActiveDirectoryCmdlet:{SPACE}ADFilterParsingException"
        return self.broken(error, name, ErrorCategory.ParserError)

    def _variable(self, name: str) -> Any:
        if name.lower() in _CONSTANTS:
            return _CONSTANTS[name.lower()]
        value = given_value(self.session.get_variable(name))
        return as_datetime(value) if type_of(value).name == "System.DateTime" else value

    def _ldap_test(self, text: str) -> Test:
        try:
            test = ldap_filter.parse(text, self._in_chain)
        except ldap_filter.BadLdapFilter:
            raise self.refused(8254, "The search filter cannot be recognized", ErrorCategory.NotSpecified) from None
        return lambda entry: test(entry.get)

    def _in_chain(self, value: Any, wanted: str) -> bool:
        """Whether a distinguished name is among some, or among those that these entries are members of, and so on."""
        waiting = list(value if isinstance(value, tuple) else (value,))
        known = {each.distinguished_name.casefold(): each for each in entries(self.organization)}
        seen: set[str] = set()
        while waiting:
            dn = str(waiting.pop()).casefold()
            if dn == wanted.casefold():
                return True
            if dn not in seen and dn in known:
                seen.add(dn)
                waiting.extend(known[dn].get("memberOf") or ())
        return False

    def within(self) -> Test:
        """Whether an entry lies where -SearchBase and -SearchScope look. Raises the error for no such container."""
        if not self.search_base:
            return lambda entry: True
        base = self.search_base.casefold()
        if not any(entry.distinguished_name.casefold() == base for entry in entries(self.organization)):
            raise self.refused(8333, "Directory object not found", ErrorCategory.ObjectNotFound)
        scope = str(self.search_scope)
        if scope in ("Base", "0"):
            return lambda entry: entry.distinguished_name.casefold() == base
        if scope in ("OneLevel", "1"):
            return lambda entry: parent_of(entry.distinguished_name).casefold() == base
        return lambda entry: entry.distinguished_name.casefold().endswith(base)


def _texts(value: Any) -> Iterable[str]:
    values = value if isinstance(value, tuple | list) else () if value is None else (value,)
    return (str(each).casefold() for each in values)


def _equal(value: Any, wanted: Any) -> bool:
    if isinstance(wanted, tuple):
        return any(_equal(value, each) for each in wanted)
    return str(wanted).casefold() in _texts(value)


def _like(value: Any, wanted: Any) -> bool:
    fits = matcher(str(wanted))
    return any(fits(text) for text in _texts(value))


def _bits(value: Any, wanted: Any) -> int:
    return int(value) & int(wanted) if isinstance(value, int) else 0


OPERATORS: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "-eq": _equal,
    "-ne": lambda value, wanted: not _equal(value, wanted),
    "-approx": _equal,
    "-like": _like,
    "-notlike": lambda value, wanted: not _like(value, wanted),
    "-band": lambda value, wanted: _bits(value, wanted) == int(wanted),
    "-bor": lambda value, wanted: bool(_bits(value, wanted)),
}
"""Active Directory's own meaning of operators; those of order are the same as Exchange's."""


__all__ = ["OPERATORS", "Query"]
