"""System.Data: the columns of a DataTable."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from shell.dotnet.data.filters import Eval, parse_filter
from shell.dotnet.system.nulls import DB_NULL
from shell.types import OBJECT, STRING, ClrType
from shell.types.conversion.conversion import convert
from shell.types.conversion.text import to_string
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method, clr_property
from shell.values.errors import ArgumentException, ArgumentOutOfRangeException, IndexOutOfRangeException, NetException
from shell.values.exceptions import CLASSES
from shell.values.objects import Hashtable, Int64, Value, unwrap

_DuplicateNameException: Final = CLASSES["System.Data.DuplicateNameException"]
COLLECTION: Final = "System.Collections.ICollection System.Collections.IEnumerable"

_COLUMN: Final = (
    "AllowDBNull:bool=rw AutoIncrement:bool=rw AutoIncrementSeed:long=rw AutoIncrementStep:long=rw Caption:string=rw"
    " ColumnName:string=rw Prefix:string=rw DataType:type=rw"
)


def plain_value(value: Value) -> Value:
    """Return a value without its PSObject; null becomes DBNull later."""
    return unwrap(value)


@clr_class("System.Data.DataColumn", properties=_COLUMN)
class DataColumn:
    """A column: the name, type and rules of its cells."""

    @clr_constructor("")
    @clr_constructor("string columnName")
    @clr_constructor("string columnName, type dataType")
    @clr_constructor("string columnName, type dataType, string expr")
    def __init__(self, column_name: str = "", data_type: ClrType = STRING, expr: str = "") -> None:
        self.column_name = column_name or ""
        self.data_type = data_type
        self.allow_db_null = True
        self.auto_increment = False
        self.auto_increment_seed = Int64(0)
        self.auto_increment_step = Int64(1)
        self.prefix = ""
        self.default: Value = DB_NULL
        self.max_length_value = -1
        self.is_read_only = False
        self.is_unique = False
        self.table: Any = None
        self.extended: Value = None
        self._caption: str | None = None
        self.evaluate: Eval | None = None
        self._expression = ""
        self._given = 0
        if expr:
            self.set_expression(expr)

    def __str__(self) -> str:
        return self.column_name

    @property
    def caption(self) -> str:
        """Return the caption, by default the name."""
        return self.column_name if self._caption is None else self._caption

    @caption.setter
    def caption(self, value: str) -> None:
        self._caption = value

    def set_expression(self, text: str) -> None:
        """Set the expression that computes the cells."""
        self._expression = text or ""
        self.evaluate = parse_filter(text) if text else None

    def accepted(self, value: Value) -> Value:
        """Convert a value to the column's type; raises ArgumentException if that fails."""
        value = plain_value(value)
        if value is DB_NULL:
            return value
        if value is None:
            if self.data_type.is_value_type:
                raise ArgumentException(
                    f"Cannot set Column '{self.column_name}' to be null. Please use DBNull instead."
                )
            return DB_NULL
        if self.data_type is OBJECT:
            return value
        try:
            return to_string(value) if self.data_type is STRING else convert(value, self.data_type)
        except NetException as error:
            reason = error.inner.message if isinstance(error.inner, NetException) else ""
            raise ArgumentException(
                f"{reason}Couldn't store <{to_string(value)}> in {self.column_name} Column.  Expected type is"
                f" {self.data_type.short_name}."
            ) from None

    def first_value(self) -> Value:
        """Return a new row's value: the next number of an AutoIncrement column, else the default."""
        if not self.auto_increment:
            return self.default
        value = int(self.auto_increment_seed) + self._given * int(self.auto_increment_step)
        self._given += 1
        return self.accepted(value)

    def note_value(self, value: Value) -> None:
        """Raise an AutoIncrement column's next number above a value written into it."""
        if self.auto_increment and isinstance(value, int):
            step = int(self.auto_increment_step) or 1
            self._given = max(self._given, (int(value) - int(self.auto_increment_seed)) // step + 1)

    @clr_property("DateTimeMode", "string")
    def date_time_mode(self) -> str:
        """Return the DateTimeMode."""
        return "UnspecifiedLocal"

    @clr_property("DefaultValue", "object", setter=lambda self, value: self.set_default(value))
    def default_value(self) -> Value:
        """Return the default value."""
        return self.default

    def set_default(self, value: Value) -> None:
        """Set the default value."""
        self.default = DB_NULL if value is None else self.accepted(value)

    @clr_property("Expression", "string", setter=lambda self, value: self.set_expression(value))
    def expression(self) -> str:
        """Return the expression."""
        return self._expression

    @clr_property("ExtendedProperties", "System.Collections.Hashtable")
    def extended_properties(self) -> Value:
        """Return the dictionary of user data."""
        if self.extended is None:
            self.extended = Hashtable()
        return self.extended

    @clr_property("MaxLength", "int", setter=lambda self, value: setattr(self, "max_length_value", value))
    def max_length(self) -> int:
        """Return the maximum length of a text, -1 for no limit."""
        return self.max_length_value

    @clr_property("Namespace", "string")
    def xml_namespace(self) -> str:
        """Return "": the table has no XML schema."""
        return ""

    @clr_property("Ordinal", "int")
    def ordinal(self) -> int:
        """Return the index in the table, -1 if the column has none."""
        return -1 if self.table is None else int(self.table.columns.items.index(self))

    @clr_property("ReadOnly", "bool", setter=lambda self, value: setattr(self, "is_read_only", value))
    def read_only(self) -> bool:
        """Return True if cells cannot be changed."""
        return self.is_read_only or self.evaluate is not None

    @clr_property("Table", "System.Data.DataTable")
    def get_table(self) -> Value:
        """Return the table."""
        return self.table

    @clr_property("Unique", "bool", setter=lambda self, value: setattr(self, "is_unique", value))
    def unique(self) -> bool:
        """Return True if values must be unique."""
        return self.is_unique

    @clr_method("SetOrdinal", "int ordinal -> void")
    def set_ordinal(self, ordinal: int) -> None:
        """Move the column; only one that a table has is in an order."""
        if self.table is None:
            raise ArgumentException("Column must belong to a table.")
        items = self.table.columns.items
        if not 0 <= ordinal < len(items):
            raise ArgumentOutOfRangeException(f"Ordinal '{ordinal}' exceeds the maximum number. (Parameter 'ordinal')")
        items.remove(self)
        items.insert(ordinal, self)

    def copy(self) -> DataColumn:
        """Return a copy that belongs to no table."""
        made = DataColumn(self.column_name, self.data_type, self._expression)
        for name in ("allow_db_null", "auto_increment", "auto_increment_seed", "auto_increment_step", "default"):
            setattr(made, name, getattr(self, name))
        made._caption, made.is_unique, made.is_read_only = self._caption, self.is_unique, self.is_read_only
        made.max_length_value, made._given = self.max_length_value, self._given
        return made


@clr_class("System.Data.DataColumnCollection", interfaces=COLLECTION)
class DataColumnCollection:
    """The columns of a table in order; names are looked up without case."""

    def __init__(self, table: Any) -> None:
        self.table = table
        self.items: list[DataColumn] = []

    def find(self, name: str) -> DataColumn | None:
        """Return a column by its name."""
        for each in self.items:
            if each.column_name == name:
                return each
        lowered = name.lower()
        return next((each for each in self.items if each.column_name.lower() == lowered), None)

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the columns."""
        return iter(list(self.items))

    def clr_index(self, index: Value) -> Value:
        """Return a column by index or name; null for an unknown name."""
        index = unwrap(index)
        if not isinstance(index, int):
            return self.find(to_string(index))
        if not 0 <= index < len(self.items):
            raise IndexOutOfRangeException(f"Cannot find column {index}.")
        return self.items[index]

    @clr_property("Count", "int")
    def count(self) -> int:
        """Return the number of elements."""
        return len(self.items)

    @clr_method("Add", "-> System.Data.DataColumn")
    @clr_method("Add", "string columnName -> System.Data.DataColumn")
    @clr_method("Add", "string columnName, type type -> System.Data.DataColumn")
    @clr_method("Add", "string columnName, type type, string expression -> System.Data.DataColumn")
    def add_named(self, column_name: str = "", type: ClrType = STRING, expression: str = "") -> DataColumn:
        """Add a column and return it."""
        made = DataColumn(column_name, type, expression)
        self.add(made)
        return made

    @clr_method("Add", "System.Data.DataColumn column -> void")
    def add(self, column: DataColumn) -> None:
        """Add a column; existing rows get its default value."""
        if not column.column_name:
            number = 1
            while self.find(f"Column{number}") is not None:
                number += 1
            column.column_name = f"Column{number}"
        if self.find(column.column_name) is not None:
            raise _DuplicateNameException(f"A column named '{column.column_name}' already belongs to this DataTable.")
        column.table = self.table
        self.items.append(column)
        for row in self.table.rows.items:
            row.values[column] = column.first_value()

    @clr_method("AddRange", "System.Data.DataColumn[] columns -> void")
    def add_range(self, columns: list[DataColumn]) -> None:
        """Add columns."""
        for each in columns:
            self.add(each)

    @clr_method("Contains", "string name -> bool")
    def contains(self, name: str) -> bool:
        """Return True if there is a column of a name."""
        return self.find(name) is not None

    @clr_method("IndexOf", "string columnName -> int")
    def index_of(self, column_name: str) -> int:
        """Return the index of a name, -1 if none."""
        found = self.find(column_name)
        return -1 if found is None else self.items.index(found)

    @clr_method("Remove", "string name -> void")
    def remove_named(self, name: str) -> None:
        """Remove a column by its name."""
        found = self.find(name)
        if found is None:
            raise column_not_in_table(name, self.table)
        self.items.remove(found)

    @clr_method("Remove", "System.Data.DataColumn column -> void")
    def remove(self, column: DataColumn) -> None:
        """Remove a column."""
        self.remove_named(column.column_name)

    @clr_method("RemoveAt", "int index -> void")
    def remove_at(self, index: int) -> None:
        """Remove the column at an index."""
        self.remove_named(self.clr_index(index).column_name)

    @clr_method("Clear", "-> void")
    def clear(self) -> None:
        """Remove all elements."""
        self.items.clear()


def column_not_in_table(name: str, table: Any) -> ArgumentException:
    """Return the error of a column that a table does not have."""
    return ArgumentException(f"Column '{name}' does not belong to table {table.table_name}.")


__all__ = ["COLLECTION", "DataColumn", "DataColumnCollection", "column_not_in_table", "plain_value"]
