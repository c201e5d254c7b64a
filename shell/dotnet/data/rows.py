"""System.Data: the rows of a DataTable. PowerShell shows columns as properties."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from shell.dotnet.data.columns import COLLECTION, DataColumn, column_not_in_table
from shell.dotnet.data.filters import column_missing
from shell.dotnet.system.nulls import DB_NULL
from shell.types import named
from shell.types.conversion.text import to_string
from shell.types.members.extended_members import GetValueInvocationException, setting_failed
from shell.types.operators.comparison import equals
from shell.types.registry.declarations import clr_class, clr_method, clr_property
from shell.types.registry.enumeration import enum_value
from shell.values.errors import ArgumentException, IndexOutOfRangeException, NetException
from shell.values.exceptions import CLASSES
from shell.values.objects import MISSING, Value, unwrap

DETACHED: Final = 1
UNCHANGED: Final = 2
ADDED: Final = 4
DELETED: Final = 8
MODIFIED: Final = 16

_ConstraintException: Final = CLASSES["System.Data.ConstraintException"]
_DeletedRowInaccessibleException: Final = CLASSES["System.Data.DeletedRowInaccessibleException"]
_NoNullAllowedException: Final = CLASSES["System.Data.NoNullAllowedException"]
_RowNotInTableException: Final = CLASSES["System.Data.RowNotInTableException"]
_ReadOnlyException: Final = CLASSES["System.Data.ReadOnlyException"]


@clr_class("System.Data.DataRow", properties="RowError:string=rw")
class DataRow:
    """A row; a cell without value is DBNull."""

    adapter_adds = True
    """The adapter adds the columns before the row's own properties instead of hiding those."""

    def __init__(self, table: Any) -> None:
        self.table = table
        self.state = DETACHED
        self.row_error = ""
        self.values: dict[DataColumn, Value] = {each: each.first_value() for each in table.columns.items}

    # --- cells ---

    def cell(self, column: DataColumn) -> Value:
        """Return a cell's value, computed if the column has an expression."""
        if self.state == DELETED:
            raise _DeletedRowInaccessibleException("Deleted row information cannot be accessed through the row.")
        if column.evaluate is not None:
            found = column.evaluate(self.read)
            return found if found is DB_NULL else column.accepted(found)
        return self.values.get(column, DB_NULL)

    def read(self, name: str) -> Value:
        """Return the value of a column for an expression."""
        column = self.table.columns.find(name)
        if column is None:
            raise column_missing(name)
        return self.cell(column)

    def set_cell(self, column: DataColumn, value: Value) -> None:
        """Set a cell; the column's constraints are checked once the row is in a table."""
        if column.read_only():
            raise _ReadOnlyException(f"Column '{column.column_name}' is read only.")
        value = column.accepted(value)
        if self.state != DETACHED:
            self.table.rows.check(column, value, self)
        self.values[column] = value
        if self.state == UNCHANGED:
            self.state = MODIFIED

    def column(self, index: Value) -> DataColumn:
        """Return the column of an index: a number, a name or a column."""
        index = unwrap(index)
        if isinstance(index, DataColumn):
            return index
        columns = self.table.columns
        if isinstance(index, int):
            if not 0 <= index < len(columns.items):
                raise IndexOutOfRangeException(f"Cannot find column {index}.")
            found: DataColumn = columns.items[index]
            return found
        known: DataColumn | None = columns.find(to_string(index))
        if known is None:
            raise column_not_in_table(to_string(index), self.table)
        return known

    def clr_index(self, index: Value) -> Value:
        """Return a cell."""
        return self.cell(self.column(index))

    def clr_set_index(self, index: Value, value: Value) -> None:
        """Set a cell."""
        try:
            self.set_cell(self.column(index), value)
        except NetException as error:
            raise setting_failed("Item", error) from None

    # --- as properties ---

    def adapter_names(self) -> list[str]:
        """Return the names of the columns."""
        return [each.column_name for each in self.table.columns.items]

    def adapter_get(self, lowered: str) -> Value:
        """Return the cell of a column by its name in lower case."""
        column = self.table.columns.find(lowered)
        if column is None:
            return MISSING
        try:
            return self.cell(column)
        except NetException as error:
            raise GetValueInvocationException(
                f'Exception getting "{column.column_name}": "{error.message}"',
                inner=error,
                error_id="ExceptionWhenGetting",
            ) from None

    def adapter_set(self, lowered: str, value: Value) -> bool:
        """Set the cell of a column; return False for an unknown name."""
        column = self.table.columns.find(lowered)
        if column is None:
            return False
        try:
            self.set_cell(column, value)
        except NetException as error:
            raise setting_failed(column.column_name, error) from None
        return True

    # --- members ---

    @clr_property("RowState", "System.Data.DataRowState")
    def row_state(self) -> Value:
        """Return the row state: Detached, Added, Unchanged, Modified or Deleted."""
        return enum_value(named("System.Data.DataRowState"), self.state)

    @clr_property("Table", "System.Data.DataTable")
    def get_table(self) -> Value:
        """Return the table."""
        return self.table

    @clr_property("ItemArray", "object[]", setter=lambda self, value: self.set_items(value))
    def item_array(self) -> Value:
        """Return all cells."""
        return [self.cell(each) for each in self.table.columns.items]

    def set_items(self, values: list[Value]) -> None:
        """Set the first cells; null keeps a cell's value."""
        columns = self.table.columns.items
        if len(values) > len(columns):
            raise ArgumentException("Input array is longer than the number of columns in this table.")
        for column, value in zip(columns, values, strict=False):
            if unwrap(value) is not None and column.evaluate is None:
                self.set_cell(column, value)
                column.note_value(self.values[column])

    @clr_property("HasErrors", "bool")
    def has_errors(self) -> bool:
        """Return True if the row has an error."""
        return bool(self.row_error)

    @clr_method("IsNull", "string columnName -> bool")
    @clr_method("IsNull", "int columnIndex -> bool")
    @clr_method("IsNull", "System.Data.DataColumn column -> bool")
    def is_null(self, column: Value) -> bool:
        """Return True for a cell without value."""
        return self.clr_index(column) is DB_NULL

    @clr_method("Delete", "-> void")
    def delete(self) -> None:
        """Mark the row as deleted; an added row is removed at once."""
        if self.state == DETACHED:
            raise _RowNotInTableException("Cannot perform this operation on a row not in the table.")
        if self.state == ADDED:
            self.table.rows.take_out(self)
        else:
            self.state = DELETED

    @clr_method("AcceptChanges", "-> void")
    def accept_changes(self) -> None:
        """Commit the pending changes."""
        if self.state == DELETED:
            self.table.rows.take_out(self)
        elif self.state != DETACHED:
            self.state = UNCHANGED

    @clr_method("SetAdded", "-> void")
    def set_added(self) -> None:
        """Mark the row as added."""
        self.state = ADDED

    @clr_method("SetModified", "-> void")
    def set_modified(self) -> None:
        """Mark the row as modified."""
        self.state = MODIFIED

    @clr_method("BeginEdit", "-> void")
    @clr_method("EndEdit", "-> void")
    @clr_method("ClearErrors", "-> void")
    def clear_errors(self) -> None:
        """Remove the errors."""
        self.row_error = ""


@clr_class("System.Data.DataRowCollection", interfaces=COLLECTION)
class DataRowCollection:
    """The rows of a table."""

    def __init__(self, table: Any) -> None:
        self.table = table
        self.items: list[DataRow] = []

    def check(self, column: DataColumn, value: Value, row: DataRow) -> None:
        """Raise the constraint error of a value in a column, if any."""
        keys = self.table.key_columns
        if value is DB_NULL:
            if not column.allow_db_null or column in keys:
                raise _NoNullAllowedException(f"Column '{column.column_name}' does not allow nulls.")
            return
        alone = column.is_unique or keys == [column]
        if alone and any(each is not row and _same(each.values.get(column), value) for each in self.items):
            raise _ConstraintException(
                f"Column '{column.column_name}' is constrained to be unique.  Value '{to_string(value)}' is already"
                " present."
            )

    def take_out(self, row: DataRow) -> None:
        """Remove a row, which becomes detached."""
        if row not in self.items:
            raise IndexOutOfRangeException("The given DataRow is not in the current DataRowCollection.")
        self.items.remove(row)
        row.state = DETACHED

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the rows."""
        return iter(list(self.items))

    def clr_index(self, index: Value) -> Value:
        """Return the row at an index."""
        place = int(index)
        if not 0 <= place < len(self.items):
            raise IndexOutOfRangeException(f"There is no row at position {place}.")
        return self.items[place]

    @clr_property("Count", "int")
    def count(self) -> int:
        """Return the number of elements."""
        return len(self.items)

    @clr_method("Add", "System.Data.DataRow row -> void")
    def add(self, row: DataRow) -> None:
        """Add a row that NewRow created."""
        self.insert_at(row, len(self.items))

    @clr_method("Add", "params object[] values -> System.Data.DataRow")
    def add_values(self, values: list[Value]) -> DataRow:
        """Add a row of values and return it."""
        made = DataRow(self.table)
        made.set_items(values)
        self.add(made)
        return made

    @clr_method("InsertAt", "System.Data.DataRow row, int pos -> void")
    def insert_at(self, row: DataRow, pos: int) -> None:
        """Insert a row at an index."""
        if row.table is not self.table:
            raise ArgumentException("This row already belongs to another table.")
        if row.state != DETACHED:
            raise ArgumentException("This row already belongs to this table.")
        for column in self.table.columns.items:
            if column.evaluate is None:
                self.check(column, row.values.get(column, DB_NULL), row)
        self.items.insert(pos, row)
        row.state = ADDED

    @clr_method("Remove", "System.Data.DataRow row -> void")
    def remove(self, row: DataRow) -> None:
        """Remove a row."""
        self.take_out(row)

    @clr_method("RemoveAt", "int index -> void")
    def remove_at(self, index: int) -> None:
        """Remove the row at an index."""
        self.take_out(self.clr_index(index))

    @clr_method("Clear", "-> void")
    def clear(self) -> None:
        """Remove all elements."""
        for each in self.items:
            each.state = DETACHED
        self.items.clear()

    @clr_method("IndexOf", "System.Data.DataRow row -> int")
    def index_of(self, row: DataRow) -> int:
        """Return the index of a row, -1 if it is not in the table."""
        return self.items.index(row) if row in self.items else -1

    @clr_method("Find", "object key -> System.Data.DataRow")
    def find(self, key: Value) -> Value:
        """Return the row of a primary key, null if none."""
        columns = self.table.key_columns
        if not columns:
            raise CLASSES["System.Data.MissingPrimaryKeyException"]("Table doesn't have a primary key.")
        key = unwrap(key)
        wanted = [
            column.accepted(each) for column, each in zip(columns, key if isinstance(key, list) else [key], strict=True)
        ]
        for row in self.items:
            if all(_same(row.values.get(column), each) for column, each in zip(columns, wanted, strict=True)):
                return row
        return None

    @clr_method("Contains", "object key -> bool")
    def contains(self, key: Value) -> bool:
        """Return True if there is a row of a primary key."""
        return self.find(key) is not None


def _same(one: Value, other: Value) -> bool:
    return one is not None and one is not DB_NULL and equals(one, other)


__all__ = ["ADDED", "DELETED", "DETACHED", "MODIFIED", "UNCHANGED", "DataRow", "DataRowCollection"]
