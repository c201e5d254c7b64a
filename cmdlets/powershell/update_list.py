"""Update-List: add to, remove from or replace the list in a property."""

from __future__ import annotations

from typing import Any, Final

from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.types.members.access import find_property, get_member
from shell.types.members.calling import call_method
from shell.values.errors import ErrorCategory, ErrorRecord, InvalidOperationException, NetException
from shell.values.objects import MISSING, Hashtable, Value, unwrap

_CHANGES: Final = ("Add", "Remove", "Replace")
_BOTH: Final = ("AddRemoveSet", "ReplaceSet")


class UpdateList(Cmdlet, verb="Update", noun="List", default_set="AddRemoveSet"):
    """Change the list in an object's property, and write the object.

    Without -Property the changes themselves are written, as a hashtable that other commands take, such as
    @{Add=...;Remove=...}.
    """

    examples = (
        Example("Update-List -Add 'a' -Remove 'b'", "The changes as a hashtable."),
        Example(
            "[pscustomobject]@{ Items = [Collections.ArrayList]@(1, 2) } | Update-List Items -Add 3 -Remove 1",
            "Change the list in a property.",
        ),
    )

    add: Any = parameter("object[]", sets=("AddRemoveSet",), not_null_or_empty=True, help="What is added.")
    remove: Any = parameter("object[]", sets=("AddRemoveSet",), not_null_or_empty=True, help="What is removed.")
    replace: Any = parameter(
        "object[]",
        sets={"ReplaceSet": SetMembership(mandatory=True)},
        not_null_or_empty=True,
        help="What the list holds afterwards.",
    )
    input_object: Value = parameter(
        "psobject", sets=_BOTH, pipeline=True, not_null_or_empty=True, default=MISSING, help="The object."
    )
    property: str = parameter(
        "string", sets=_BOTH, position=0, not_null_or_empty=True, help="The property with the list."
    )

    def process(self) -> None:
        """Change one object."""
        if not self.property:
            return
        if self.input_object is MISSING:
            self.write_error(self._record("The InputObject parameter is required.", "MissingInputObjectParameter"))
            return
        if find_property(self.input_object, self.property) is None:
            message = f"The member '{self.property}' does not exist on the object."
            self.write_error(self._record(message, "MemberDoesntExist", self.input_object))
            return
        try:
            self._change(get_member(self.input_object, self.property, self.session))
        except NetException as problem:
            self.write_error(self.error(problem, "ApplyFailed", ErrorCategory.InvalidOperation))
            return
        self.write(self.input_object)

    def end(self) -> None:
        """Write the changes themselves where no property was named."""
        if self.property:
            return
        if self.input_object is not MISSING:
            raise self.fail(self._record("The Property parameter is required.", "MissingPropertyParameter"))
        given = ((name, getattr(self, name.lower())) for name in _CHANGES)
        self.write(Hashtable((name, values) for name, values in given if values))

    def _change(self, items: Value) -> None:
        plain = unwrap(items)
        if not isinstance(plain, list):
            raise InvalidOperationException("The property does not hold a list that can be changed.")
        if self.replace:
            self._call(plain, "Clear")
            for each in self.replace:
                self._call(plain, "Add", each)
            return
        for each in self.remove or ():
            self._call(plain, "Remove", each)
        for each in self.add or ():
            self._call(plain, "Add", each)

    def _call(self, items: Value, method: str, *arguments: Value) -> None:
        call_method(items, method, list(arguments), self.session)

    def _record(self, message: str, error_id: str, target: Value = None) -> ErrorRecord:
        return self.error(message, error_id, ErrorCategory.InvalidArgument, target, exception=InvalidOperationException)
