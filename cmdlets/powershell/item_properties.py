"""The properties of items: Get-, Set-, Clear-, New-, Remove-, Copy-, Move- and Rename-ItemProperty."""

from __future__ import annotations

from typing import Any

from cmdlets.powershell.items import ChangingCommand
from cmdlets.powershell.path_command import FilterCommand, credential_parameter, literal_path_parameter, path_parameter
from shell.engine.commands.cmdlet import Example, SetMembership, parameter
from shell.engine.providers.base import PathInfo, decorate
from shell.engine.providers.filesystem import FileSystemProvider
from shell.types.members import access as members
from shell.values.errors import ErrorCategory, NetException, PSArgumentException
from shell.values.objects import PSCustomObject, Value
from shell.values.wildcard import has_wildcard, wildcard_matcher

_MODULE = "Microsoft.PowerShell.Management"


def _item(place: PathInfo) -> Value:
    """Return the item whose properties are meant; only files have any."""
    if not isinstance(place.provider, FileSystemProvider):
        raise place.provider.no_interface("IPropertyCmdletProvider")
    return place.provider.item(place.provider_path)


def _missing(name: str, place: PathInfo) -> NetException:
    return PSArgumentException(
        f"Property {name} does not exist at path {place.provider_path}.",
        error_id="System.Management.Automation.PSArgumentException",
        category=ErrorCategory.InvalidArgument,
        target=None,
    )


class GetItemProperty(
    FilterCommand,
    verb="Get",
    noun="ItemProperty",
    module=_MODULE,
    default_set="Path",
    output=("System.Boolean", "System.String", "System.DateTime", "System.IO.FileInfo", "System.IO.DirectoryInfo"),
):
    """Get properties of files and folders."""

    examples = (Example("Get-ItemProperty . -Name LastWriteTime", "When a folder was changed last."),)

    path: Any = path_parameter()
    name: Any = parameter("string[]", position=1, aliases=("PSProperty",), help="Names of properties.")
    credential: Value = credential_parameter()
    literal_path: Any = literal_path_parameter()

    def process(self) -> None:
        """Write the properties of each item."""
        for place in self.places():
            with self.reporting():
                item = _item(place)
                if not self.name:
                    self.write(decorate(item, place))
                    continue
                made = PSCustomObject()
                for name in self.name:
                    self._take(item, name, made, place)
                if made.members:
                    self.write(decorate(made, place))

    def _take(self, item: Value, name: str, made: PSCustomObject, place: PathInfo) -> None:
        matches = wildcard_matcher(name)
        found = [each for each in members.properties(item) if matches(each.name)]
        if not found and not has_wildcard(name):
            self.report(_missing(name, place))
        for each in found:
            made.members[each.name] = each.get(item, self.session)


class GetItemPropertyValue(FilterCommand, verb="Get", noun="ItemPropertyValue", module=_MODULE, default_set="Path"):
    """Get the values of properties of files and folders."""

    examples = (Example("Get-ItemPropertyValue . -Name Exists", "One value."),)

    path: Any = path_parameter(mandatory=False, not_null_or_empty=True)
    name: Any = parameter("string[]", position=1, mandatory=True, aliases=("PSProperty",), help="Names of properties.")
    credential: Value = credential_parameter()
    literal_path: Any = literal_path_parameter()

    def process(self) -> None:
        """Write the values."""
        if not self.path and not self.literal_path:
            self.path = ["."]
        for place in self.places():
            with self.reporting():
                item = _item(place)
                for name in self.name:
                    found = members.find_property(item, name)
                    if found is None:
                        self.report(_missing(name, place))
                        continue
                    self.write(found.get(item, self.session))


class SetItemProperty(
    ChangingCommand, verb="Set", noun="ItemProperty", module=_MODULE, default_set="propertyValuePathSet"
):
    """Change properties of files and folders, such as IsReadOnly or LastWriteTime."""

    examples = (Example("Get-Command Set-ItemProperty -Syntax", "How it is called."),)

    path: Any = path_parameter("propertyValuePathSet", "propertyPSObjectPathSet", pipeline=False)
    name: Any = parameter(
        "string",
        sets={
            each: SetMembership(mandatory=True, position=1, by_property_name=True)
            for each in ("propertyValuePathSet", "propertyValueLiteralPathSet")
        },
        aliases=("PSProperty",),
        help="The property's name.",
    )
    value: Value = parameter(
        "object",
        sets={
            each: SetMembership(mandatory=True, position=2, by_property_name=True)
            for each in ("propertyValuePathSet", "propertyValueLiteralPathSet")
        },
        allow_null=True,
        help="The new value.",
    )
    pass_thru: bool = parameter("switch", help="Write the properties that were set.")
    input_object: Value = parameter(
        "psobject",
        sets={
            each: SetMembership(mandatory=True, pipeline=True, by_property_name=True)
            for each in ("propertyPSObjectPathSet", "propertyPSObjectLiteralPathSet")
        },
        help="An object whose properties are set on the items.",
    )
    literal_path: Any = literal_path_parameter("propertyValueLiteralPathSet", "propertyPSObjectLiteralPathSet")

    def process(self) -> None:
        """Set the properties."""
        for place in self.places():
            with self.reporting():
                self._set(place)

    def _set(self, place: PathInfo) -> None:
        item = _item(place)
        made = PSCustomObject()
        for name, value in self._pairs():
            if members.find_property(item, name) is None:
                self.report(_missing(name, place))
                continue
            if self.should_process(f"Item: {place.provider_path} Property: {name}", "Set Property"):
                members.set_member(item, name, value, self.session)
                made.members[name] = value
        if self.pass_thru and made.members:
            self.write(decorate(made, place))

    def _pairs(self) -> list[tuple[str, Value]]:
        if self.input_object is None:
            return [(self.name, self.value)]
        return [
            (each.name, each.get(self.input_object, self.session)) for each in members.properties(self.input_object)
        ]


class ClearItemProperty(ChangingCommand, verb="Clear", noun="ItemProperty", module=_MODULE, default_set="Path"):
    """Take a property's value away: `Attributes` becomes Normal."""

    examples = (Example("Get-Command Clear-ItemProperty -Syntax", "How it is called."),)

    path: Any = path_parameter()
    name: Any = parameter("string", position=1, mandatory=True, by_property_name=True, help="The property's name.")
    pass_thru: bool = parameter("switch", help="Write the property.")
    literal_path: Any = literal_path_parameter()

    def process(self) -> None:
        """Clear the property."""
        for place in self.places():
            with self.reporting():
                item = _item(place)
                if members.find_property(item, self.name) is None:
                    raise _missing(self.name, place)
                if self.should_process(f"Item: {place.provider_path} Property: {self.name}", "Clear Property"):
                    members.set_member(item, self.name, "Normal", self.session)


class DynamicPropertyCommand(ChangingCommand):
    """The commands for properties that can be made and removed; no provider here has such properties."""

    path: Any = path_parameter()
    literal_path: Any = literal_path_parameter()

    def process(self) -> None:
        """Say that the provider lacks such properties."""
        for place in self.places():
            self.report(place.provider.no_interface("IDynamicPropertyCmdletProvider"))


def _name(*aliases: str, position: int = 1, type_name: str = "string") -> Any:
    return parameter(
        type_name,
        position=position,
        mandatory=True,
        by_property_name=True,
        aliases=aliases,
        help="The property's name.",
    )


def _destination() -> Any:
    return parameter("string", position=1, mandatory=True, by_property_name=True, help="The item to copy or move to.")


class NewItemProperty(DynamicPropertyCommand, verb="New", noun="ItemProperty", module=_MODULE, default_set="Path"):
    """Make a property of an item; files and variables cannot have any."""

    path: Any = parameter("string[]", sets={"Path": SetMembership(mandatory=True, position=0)}, help="The items.")
    name: Any = _name("PSProperty")
    property_type: str = parameter("string", by_property_name=True, aliases=("Type",), help="The property's type.")
    value: Value = parameter("object", by_property_name=True, help="The property's value.")


class RemoveItemProperty(
    DynamicPropertyCommand, verb="Remove", noun="ItemProperty", module=_MODULE, default_set="Path"
):
    """Remove a property of an item; files and variables cannot have any."""

    name: Any = _name("PSProperty", type_name="string[]")


class CopyItemProperty(DynamicPropertyCommand, verb="Copy", noun="ItemProperty", module=_MODULE, default_set="Path"):
    """Copy a property to another item; files and variables cannot have any."""

    name: Any = _name("PSProperty", position=2)
    destination: str = _destination()
    pass_thru: bool = parameter("switch", help="Write the property.")


class MoveItemProperty(DynamicPropertyCommand, verb="Move", noun="ItemProperty", module=_MODULE, default_set="Path"):
    """Move a property to another item; files and variables cannot have any."""

    name: Any = _name("PSProperty", position=2, type_name="string[]")
    destination: str = _destination()
    pass_thru: bool = parameter("switch", help="Write the property.")


class RenameItemProperty(
    DynamicPropertyCommand, verb="Rename", noun="ItemProperty", module=_MODULE, default_set="Path"
):
    """Rename a property of an item; files and variables cannot have any."""

    path: Any = path_parameter(type_name="string")
    name: Any = _name("PSProperty")
    new_name: str = _name(position=2)
    pass_thru: bool = parameter("switch", help="Write the property.")
    literal_path: Any = literal_path_parameter(type_name="string")
