"""New-Object: make a .NET object. New-Guid: make a GUID."""

from __future__ import annotations

from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.types.conversion.conversion import convert
from shell.types.conversion.text import to_string
from shell.types.members import access as members
from shell.types.members.calling import constructor_failure
from shell.types.registry.names import named
from shell.values.errors import (
    ErrorCategory,
    InvalidOperationException,
    MethodInvocationException,
    NetException,
    PSArgumentException,
)
from shell.values.objects import Hashtable, PSCustomObject, Value, unwrap

_CUSTOM = ("System.Management.Automation.PSObject", "System.Management.Automation.PSCustomObject")


class NewObject(Cmdlet, verb="New", noun="Object", module="Microsoft.PowerShell.Utility", default_set="Net"):
    """Make an object of a .NET type with one of its constructors, and set its properties."""

    examples = (
        Example("New-Object psobject -Property @{ Name = 'a'; Size = 1 }", "An object with two properties."),
        Example("New-Object System.Version -ArgumentList 15, 1", "An object made by a constructor."),
    )

    type_name: str = parameter(
        "string", sets={"Net": SetMembership(mandatory=True, position=0)}, help="The name of the type."
    )
    argument_list: list[Value] = parameter(
        "object[]",
        sets={"Net": SetMembership(position=1)},
        aliases=("Args",),
        help="The arguments of the constructor.",
    )
    property: Value = parameter("System.Collections.IDictionary", help="Properties to set, by name.")
    strict: bool = parameter("switch", sets=("Com",), help="For COM objects, which do not exist here.")

    def begin(self) -> None:
        """Make the object."""
        wanted = self.session.find_type(self.type_name or "")
        if wanted is None:
            raise self._fail(
                f"Cannot find type [{self.type_name}]: verify that the assembly containing this type is loaded.",
                "TypeNotFound",
                ErrorCategory.InvalidType,
            )
        if wanted.name in _CUSTOM and not self.argument_list:
            made: Value = PSCustomObject()
        else:
            made = self._construct(wanted)
        table = unwrap(self.property)
        if isinstance(table, Hashtable):
            self._set_properties(made, table)
        self.write(made)

    def _construct(self, wanted: Value) -> Value:
        arguments = list(self.argument_list or ())
        try:
            return members.new_object(wanted, arguments, self.session)
        except NetException as problem:
            if problem.error_id == "MethodCountCouldNotFindBest":
                raise self._fail(
                    f"A constructor was not found. Cannot find an appropriate constructor for type {wanted.full_name}.",
                    "CannotFindAppropriateCtor",
                    ErrorCategory.ObjectNotFound,
                ) from None
            if not isinstance(problem, MethodInvocationException):
                problem = constructor_failure(len(arguments), problem)
            raise self.fail(
                self.error(problem, "ConstructorInvokedThrowException", ErrorCategory.InvalidOperation)
            ) from None

    def _set_properties(self, made: Value, table: Hashtable) -> None:
        for key, value in table.items():
            name = to_string(key)
            if isinstance(made, PSCustomObject):
                made.members[made.find_member(name) or name] = value
                continue
            if members.find_property(made, name) is None:
                raise self.fail(
                    self.error(
                        f'The member "{name}" was not found for the specified .NET object.',
                        "InvalidOperationException",
                        ErrorCategory.InvalidOperation,
                        exception=InvalidOperationException,
                    )
                )
            try:
                members.set_member(made, name, value, self.session)
            except NetException:
                raise self.fail(
                    self.error(
                        "The value supplied is not valid, or the property is read-only. Change the value, and then "
                        "try again.",
                        "InvalidOperationException",
                        ErrorCategory.InvalidOperation,
                        exception=InvalidOperationException,
                    )
                ) from None

    def _fail(self, message: str, error_id: str, category: ErrorCategory) -> NetException:
        return self.fail(self.error(message, error_id, category, exception=PSArgumentException))


class NewGuid(
    Cmdlet,
    verb="New",
    noun="Guid",
    module="Microsoft.PowerShell.Utility",
    default_set="Default",
    output=("System.Guid",),
):
    """Make a GUID: a new one, one of zeros, or one from its text."""

    examples = (Example("New-Guid -Empty", "All zeros."),)

    empty: bool = parameter("switch", sets=("Empty",), help="Make one of zeros.")
    input_object: Value = parameter(
        "string",
        sets={"InputObject": SetMembership(position=0, pipeline=True)},
        help="The text of a GUID.",
    )

    def process(self) -> None:
        """Write a GUID."""
        guid = named("System.Guid")
        if self.input_object is not None:
            try:
                self.write(members.new_object(guid, [self.input_object], self.session))
            except NetException as problem:
                inner = problem.inner or problem
                self.write_error(self.error(inner, "StringNotRecognizedAsGuid", ErrorCategory.InvalidArgument))
            return
        if self.empty:
            self.write(convert("00000000-0000-0000-0000-000000000000", guid))
            return
        self.write(members.call_static(guid, "NewGuid", [], self.session))
