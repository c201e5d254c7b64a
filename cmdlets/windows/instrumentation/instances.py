"""Instances as scripts hold them: ManagementObject of Get-WmiObject, CimInstance of Get-CimInstance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from shell.display import views
from shell.dotnet.time.management_dates import dmtf, dmtf_of, local_date, to_date_time
from shell.types import ClrType, named
from shell.types import Property as ClrProperty
from shell.types.conversion.conversion import convert
from shell.types.registry.declarations import Nobody, clr_class, clr_method, define_type
from shell.values.errors import NotEmulatedException
from shell.values.objects import PSCustomObject, TypedArray, UInt32, Value

from .classes import CIMV2, CLASSES, Property, Row, WmiClass

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace

MANAGEMENT: Final = "System.Management.ManagementObject"
CIM: Final = "Microsoft.Management.Infrastructure.CimInstance"
_TYPES: Final[dict[tuple[str, str, tuple[str, ...]], ClrType]] = {}
_SYSTEM: Final = (
    ("__GENUS", "int"),
    ("__CLASS", "string"),
    ("__SUPERCLASS", "string"),
    ("__DYNASTY", "string"),
    ("__RELPATH", "string"),
    ("__PROPERTY_COUNT", "int"),
    ("__DERIVATION", "string[]"),
    ("__SERVER", "string"),
    ("__NAMESPACE", "string"),
    ("__PATH", "string"),
)
"""The properties that WMI itself gives to every object."""


class Instance:
    """An instance of a class at the moment when it was asked for."""

    def __init__(self, session: Runspace, declared: WmiClass, row: Row, kind: str, names: tuple[str, ...] = ()) -> None:
        self.session = session
        self.declared = declared
        self.row = row
        self.kind = kind
        self.names = names
        self.clr_type = _type_of(declared, kind, names)
        self.changed: dict[str, Value] = {}
        self.ps_computer_name: str | None = session.organization.forest.server if kind == MANAGEMENT else None

    def read(self, declared: Property) -> Value:
        """A property as scripts see it."""
        if declared.name in self.changed:
            return self.changed[declared.name]
        value = self.row.get(declared.name)
        if isinstance(value, datetime):
            return dmtf(value) if self.kind == MANAGEMENT else local_date(value)
        if isinstance(value, list):
            return TypedArray(named("System.String"), value)
        if value is None or declared.type_name in ("string", "bool"):
            return value
        return convert(value, named(_CLR[declared.type_name]))

    def system(self, name: str) -> Value:
        """A property of WMI's own."""
        class_name, server = self.declared.name, self.session.organization.forest.server
        keys = [each for each in self.declared.properties if each.is_key]
        relative = class_name + "." + ",".join(f'{each.name}="{self._key(each)}"' for each in keys)
        values: dict[str, Value] = {
            "__GENUS": 2,
            "__CLASS": class_name,
            "__SUPERCLASS": "",
            "__DYNASTY": class_name,
            "__RELPATH": relative,
            "__PROPERTY_COUNT": len(self.declared.properties),
            "__DERIVATION": TypedArray(named("System.String")),
            "__SERVER": server,
            "__NAMESPACE": CIMV2,
            "__PATH": f"\\\\{server}\\ROOT\\cimv2:{relative}",
        }
        return values[name]

    def _key(self, declared: Property) -> str:
        return str(self.row.get(declared.name)).replace("\\", "\\\\")

    def __str__(self) -> str:
        if self.kind == MANAGEMENT:
            return str(self.system("__PATH"))
        keys = [f'{each.name} = "{self.row.get(each.name)}"' for each in self.declared.properties if each.is_key]
        return f"{self.declared.name} ({', '.join(keys)})" if keys else self.declared.name


_CLR: Final = {
    "datetime": "System.DateTime",
    "int16": "System.Int16",
    "int32": "System.Int32",
    "uint16": "System.UInt16",
    "uint32": "System.UInt32",
    "uint64": "System.UInt64",
}


def _type_of(declared: WmiClass, kind: str, names: tuple[str, ...]) -> ClrType:
    """The type of a class's instances; of those with some properties only, another one."""
    key = (declared.name, kind, names)
    made = _TYPES.get(key)
    if made is None:
        separator, space = ("\\", CIMV2) if kind == MANAGEMENT else ("/", CIMV2.replace("\\", "/"))
        made = _TYPES[key] = define_type(f"{kind}#{space}{separator}{declared.name}", named(kind))
        wanted = {each.lower() for each in names}
        if kind == MANAGEMENT:
            for name, type_name in _SYSTEM:
                made.add_property(ClrProperty(name, type_name, lambda instance, name=name: instance.system(name)))
        for each in declared.properties:
            if not wanted or each.name.lower() in wanted or (kind == CIM):
                made.add_property(_property(each, kind, not wanted or each.name.lower() in wanted))
        made.add_property(ClrProperty("PSComputerName", "string", lambda instance: instance.ps_computer_name))
        _register_views(made.name, declared, kind)
    return made


def _property(declared: Property, kind: str, is_read: bool) -> ClrProperty:
    """A property; of a CimInstance those that were not asked for are there without a value."""
    type_name = _CLR.get(declared.type_name, declared.type_name)
    if kind == MANAGEMENT and declared.type_name == "datetime":
        type_name = "string"

    def set_value(instance: Any, value: Value) -> None:
        instance.changed[declared.name] = value

    return ClrProperty(declared.name, type_name, lambda each: each.read(declared) if is_read else None, set_value)


def _register_views(type_name: str, declared: WmiClass, kind: str) -> None:
    if views.of_type(type_name):
        return
    if declared.wmi_set:
        views.declare_display_set(type_name, declared.wmi_set)
    if kind == CIM and declared.cim_columns:
        columns = tuple(views.Column(each) for each in declared.cim_columns)
        views.register(type_name, views.TableView(columns))


@clr_class("System.Management.ManagementBaseObject", python_class=Nobody)
class _ManagementBaseObject:
    @clr_method("ConvertToDateTime", "string dmtfDate -> datetime")
    def convert_to_date_time(self: Any, text: str) -> Value:
        return to_date_time(text)

    @clr_method("ConvertFromDateTime", "datetime date -> string")
    def convert_from_date_time(self: Any, date: Any) -> str:
        return dmtf_of(date)


@clr_class(MANAGEMENT, "System.Management.ManagementBaseObject", python_class=Nobody)
class _ManagementObject:
    @clr_method("Get", "-> void")
    def get(self: Any) -> None:
        key = next((each.name for each in self.declared.properties if each.is_key), None)
        for row in self.declared.rows(self.session):
            if key is None or row.get(key) == self.row.get(key):
                self.row = row

    @clr_method("StartService", "-> object")
    def start_service(self: Any) -> Value:
        return _control(self, "Start-Service", "Running", 10)

    @clr_method("StopService", "-> object")
    def stop_service(self: Any) -> Value:
        return _control(self, "Stop-Service", "Stopped", 5)

    @clr_method("Put", "-> void")
    @clr_method("Delete", "-> void")
    @clr_method("Reboot", "-> object")
    @clr_method("Win32Shutdown", "int flags -> object")
    @clr_method("Terminate", "-> object")
    @clr_method("InvokeMethod", "string methodName, object[] args -> object")
    def refuse(self: Any, *arguments: Value) -> Value:
        raise NotEmulatedException(
            f"Objects of {self.declared.name} can be read here, not changed.", error_id="NotEmulatedWmiMethod"
        )


@clr_class(CIM, python_class=Nobody)
class _CimInstance:
    pass


def _declare_cim() -> None:
    target = named(CIM)
    target.add_property(ClrProperty("CimClass", "object", lambda each: class_object(each.declared, CIM)))
    target.add_property(ClrProperty("CimInstanceProperties", "object", lambda each: _property_objects(each)))
    target.add_property(ClrProperty("CimSystemProperties", "object", _system_properties))


def _property_objects(instance: Instance) -> Value:
    return [
        PSCustomObject({"Name": each.name, "Value": instance.read(each), "CimType": each.type_name})
        for each in instance.declared.properties
    ]


def _system_properties(instance: Instance) -> Value:
    server = instance.session.organization.forest.server
    return PSCustomObject({"Namespace": "ROOT/cimv2", "ServerName": server, "ClassName": instance.declared.name})


def _control(instance: Any, command: str, state: str, already: int) -> Value:
    """Start or stop a service; the number is 0 for success, as the documentation of the methods has it."""
    if instance.declared.name != "Win32_Service":
        raise NotEmulatedException(f"{instance.declared.name} has no such method.", error_id="NotEmulatedWmiMethod")
    code = already
    if instance.row["State"] != state:
        instance.session.run_command(command, instance.row["Name"])
        instance.clr_type.overloads("get")[0].function(instance)
        code = 0 if instance.row["State"] == state else 2
    return PSCustomObject({"ReturnValue": UInt32(code)})


def instances(
    session: Runspace, declared: WmiClass, test: Any, kind: str, names: tuple[str, ...] = ()
) -> Iterator[Instance]:
    """The instances that a test lets pass. Raises InvalidQuery for a property that the class has not."""
    for row in declared.rows(session):
        if test is None or test(_readable(declared, row)):
            yield Instance(session, declared, row, kind, names)


def _readable(declared: WmiClass, row: Row) -> Mapping[str, Any]:
    return {each.name.lower(): row.get(each.name) for each in declared.properties}


def class_object(declared: WmiClass, kind: str) -> PSCustomObject:
    """A class, as -List and Get-CimClass show it."""
    names = TypedArray(named("System.String"), [each.name for each in declared.properties])
    methods = ["StartService", "StopService"] if declared.name == "Win32_Service" else []
    shown = TypedArray(named("System.String"), methods)
    if kind == MANAGEMENT:
        members: dict[str, Value] = {"Name": declared.name, "Methods": shown, "Properties": names}
        return PSCustomObject(members, ["System.Management.ManagementClass", "System.Object"])
    members = {
        "CimClassName": declared.name,
        "CimClassMethods": shown,
        "CimClassProperties": names,
        "CimSystemProperties": PSCustomObject({"Namespace": "ROOT/cimv2", "ClassName": declared.name}),
    }
    return PSCustomObject(members, ["Microsoft.Management.Infrastructure.CimClass", "System.Object"])


_declare_cim()
views.register(
    "System.Management.ManagementClass",
    views.TableView(
        (views.Column("Name", width=35), views.Column("Methods", width=20), views.Column("Properties")),
        group_by=views.GroupBy(lambda each: "ROOT\\cimv2", "NameSpace"),
    ),
)
views.register(
    "Microsoft.Management.Infrastructure.CimClass",
    views.TableView(
        (
            views.Column("CimClassName", width=35),
            views.Column("CimClassMethods", width=20),
            views.Column("CimClassProperties"),
        ),
        group_by=views.GroupBy(lambda each: "ROOT/cimv2", "NameSpace"),
    ),
)

__all__ = ["CIM", "CLASSES", "MANAGEMENT", "Instance", "class_object", "instances"]
