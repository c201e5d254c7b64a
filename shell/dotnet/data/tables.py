"""System.Data: DataTable, a table in memory, and DataSet, a set of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from shell.dotnet.data.columns import COLLECTION, DataColumn, DataColumnCollection, column_not_in_table
from shell.dotnet.data.filters import column_missing, row_test
from shell.dotnet.data.rows import DELETED, UNCHANGED, DataRow, DataRowCollection
from shell.dotnet.data.views import DataView, ordered
from shell.dotnet.globalization.cultures import CultureInfo
from shell.dotnet.system.nulls import DB_NULL
from shell.types import named
from shell.types.conversion.text import to_string
from shell.types.operators import calculation
from shell.types.operators.comparison import compare
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method, clr_property
from shell.values.errors import ArgumentException
from shell.values.exceptions import CLASSES
from shell.values.objects import TypedArray, Value, unwrap

_SyntaxErrorException: Final = CLASSES["System.Data.SyntaxErrorException"]
_DuplicateNameException: Final = CLASSES["System.Data.DuplicateNameException"]
_AGGREGATE: Final = re.compile(r"\s*(sum|avg|min|max|count|stdev|var)\s*\(\s*\[?([^\])]*)\]?\s*\)\s*", re.I)


@clr_class("System.Data.DataTable", properties="CaseSensitive:bool=rw Prefix:string=rw TableName:string=rw")
class DataTable:
    """A table; a pipeline enumerates its rows."""

    @clr_constructor("")
    @clr_constructor("string tableName")
    def __init__(self, table_name: str = "") -> None:
        self.table_name = table_name or ""
        self.case_sensitive = False
        self.locale: Value = None
        self.prefix = ""
        self.columns = DataColumnCollection(self)
        self.rows = DataRowCollection(self)
        self.key_columns: list[DataColumn] = []
        self.data_set: DataSet | None = None
        self._view: DataView | None = None

    def __str__(self) -> str:
        return self.table_name

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the rows."""
        return self.rows.clr_enumerate()

    @clr_property("Locale", "cultureinfo", setter=lambda self, value: setattr(self, "locale", value))
    def get_locale(self) -> Value:
        """Return the culture that compares texts: the set's, else the current one."""
        if self.locale is None and self.data_set is not None:
            return self.data_set.get_locale()
        return self.locale or CultureInfo.current_culture()

    @clr_property("Columns", "System.Data.DataColumnCollection")
    def get_columns(self) -> Value:
        """Return the columns."""
        return self.columns

    @clr_property("Rows", "System.Data.DataRowCollection")
    def get_rows(self) -> Value:
        """Return the rows."""
        return self.rows

    @clr_property("DataSet", "System.Data.DataSet")
    def get_data_set(self) -> Value:
        """Return the DataSet of the table."""
        return self.data_set

    @clr_property("HasErrors", "bool")
    def has_errors(self) -> bool:
        """Return True if a row has an error."""
        return any(row.has_errors() for row in self.rows.items)

    @clr_property("DefaultView", "System.Data.DataView")
    def default_view(self) -> Value:
        """Return the table's default view, one object with its own filter and order."""
        if self._view is None:
            self._view = DataView(self)
        return self._view

    def _set_key(self, columns: Value) -> None:
        chosen = list(columns or ())
        for each in chosen:
            if each not in self.columns.items:
                raise column_not_in_table(each.column_name, self)
        self.key_columns = chosen

    @clr_property("PrimaryKey", "System.Data.DataColumn[]", setter=lambda self, value: self._set_key(value))
    def primary_key(self) -> Value:
        """Return the primary key columns."""
        return TypedArray(named("System.Data.DataColumn"), self.key_columns)

    @clr_method("NewRow", "-> System.Data.DataRow")
    def new_row(self) -> DataRow:
        """Create a row with this table's columns, not yet added."""
        return DataRow(self)

    @clr_method("Select", "-> System.Data.DataRow[]")
    @clr_method("Select", "string filterExpression -> System.Data.DataRow[]")
    @clr_method("Select", "string filterExpression, string sort -> System.Data.DataRow[]")
    def select(self, filter_expression: str = "", sort: str = "") -> Value:
        """Return the rows that match a filter, in an order such as `Name DESC`."""
        holds = row_test(filter_expression or "")
        found = [row for row in self.rows.items if row.state != DELETED and holds(row.read)]
        return TypedArray(named("System.Data.DataRow"), ordered(self, found, sort or ""))

    @clr_method("Compute", "string expression, string filter -> object")
    def compute(self, expression: str, filter: str) -> Value:
        """Return an aggregate (Sum, Avg, Min, Max, Count) of a column's values."""
        found = _AGGREGATE.fullmatch(expression)
        if found is None:
            raise _SyntaxErrorException(f"Cannot evaluate the aggregate '{expression}'.")
        column = self.columns.find(found[2].strip())
        if column is None:
            raise column_missing(found[2].strip())
        values = [each for each in (row.cell(column) for row in self.select(filter)) if each is not DB_NULL]
        return _aggregate(found[1].lower(), values)

    @clr_method("Clear", "-> void")
    def clear(self) -> None:
        """Remove all rows."""
        self.rows.clear()

    @clr_method("Clone", "-> System.Data.DataTable")
    def clone(self) -> DataTable:
        """Return an empty table of the same columns."""
        made = DataTable(self.table_name)
        made.case_sensitive = self.case_sensitive
        for each in self.columns.items:
            made.columns.add(each.copy())
        made.key_columns = [made.columns.items[self.columns.items.index(each)] for each in self.key_columns]
        return made

    @clr_method("Copy", "-> System.Data.DataTable")
    def copy(self) -> DataTable:
        """Return a copy of the table with its rows."""
        made = self.clone()
        for each in self.rows.items:
            made.import_row(each)
        return made

    @clr_method("ImportRow", "System.Data.DataRow row -> void")
    def import_row(self, row: DataRow) -> None:
        """Add a copy of another table's row, matching columns by name."""
        made = DataRow(self)
        for column, value in row.values.items():
            known = self.columns.find(column.column_name)
            if known is not None and known.evaluate is None:
                made.set_cell(known, value)
        self.rows.add(made)
        made.state = row.state if row.state != DELETED else UNCHANGED

    @clr_method("Merge", "System.Data.DataTable table -> void")
    def merge(self, table: DataTable) -> None:
        """Add another table's rows and missing columns; rows with the same primary key are overwritten."""
        for column in table.columns.items:
            if self.columns.find(column.column_name) is None:
                self.columns.add(column.copy())
        for row in table.rows.items:
            key = [row.read(each.column_name) for each in self.key_columns]
            known = self.rows.find(key) if key else None
            if known is None:
                self.import_row(row)
                continue
            for column, value in row.values.items():
                known.clr_set_index(column.column_name, value)

    @clr_method("AcceptChanges", "-> void")
    def accept_changes(self) -> None:
        """Commit all pending changes."""
        for each in list(self.rows.items):
            each.accept_changes()

    @clr_method("GetChanges", "-> System.Data.DataTable")
    def get_changes(self) -> Value:
        """Return a table of the changed rows, null if none."""
        changed = [row for row in self.rows.items if row.state != UNCHANGED]
        if not changed:
            return None
        made = self.clone()
        for each in changed:
            made.import_row(each)
        return made

    @clr_method("BeginLoadData", "-> void")
    @clr_method("EndLoadData", "-> void")
    @clr_method("Dispose", "-> void")
    def dispose(self) -> None:
        """Do nothing: no resource is held."""


def _aggregate(name: str, values: list[Any]) -> Value:
    if name == "count":
        return len(values)
    if not values:
        return DB_NULL
    if name in ("min", "max"):
        best = values[0]
        for each in values[1:]:
            order = compare(each, best)
            if order < 0 if name == "min" else order > 0:
                best = each
        return best
    if name in ("sum", "avg"):
        total = values[0]
        for each in values[1:]:
            total = calculation.add(total, each)
        if name == "sum":
            return total
        whole = isinstance(total, int)
        return type(total)(int(total / len(values))) if whole else calculation.divide(total, len(values))
    return _spread(name, [float(each) for each in values])


def _spread(name: str, values: list[float]) -> Value:
    if len(values) < 2:
        return DB_NULL
    mean = sum(values) / len(values)
    variance = sum((each - mean) ** 2 for each in values) / (len(values) - 1)
    return variance if name == "var" else variance**0.5


@clr_class("System.Data.DataTableCollection", interfaces=COLLECTION)
class DataTableCollection:
    """The tables of a set."""

    def __init__(self, owner: DataSet) -> None:
        self.owner = owner
        self.items: list[DataTable] = []

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the tables."""
        return iter(list(self.items))

    def clr_index(self, index: Value) -> Value:
        """Return a table by index or name; null for an unknown name."""
        index = unwrap(index)
        if isinstance(index, int):
            if not 0 <= index < len(self.items):
                raise ArgumentException(f"Cannot find table {index}.")
            return self.items[index]
        name = to_string(index).lower()
        return next((each for each in self.items if each.table_name.lower() == name), None)

    @clr_property("Count", "int")
    def count(self) -> int:
        """Return the number of elements."""
        return len(self.items)

    @clr_method("Add", "-> System.Data.DataTable")
    @clr_method("Add", "string name -> System.Data.DataTable")
    def add_named(self, name: str = "") -> DataTable:
        """Add a new table and return it."""
        made = DataTable(name)
        self.add(made)
        return made

    @clr_method("Add", "System.Data.DataTable table -> void")
    def add(self, table: DataTable) -> None:
        """Add a table."""
        if not table.table_name:
            table.table_name = f"Table{len(self.items) + 1}"
        if self.contains(table.table_name):
            raise _DuplicateNameException(f"A DataTable named '{table.table_name}' already belongs to this DataSet.")
        table.data_set = self.owner
        self.items.append(table)

    @clr_method("Contains", "string name -> bool")
    def contains(self, name: str) -> bool:
        """Return True if there is a table of a name."""
        return self.clr_index(name) is not None

    @clr_method("Remove", "string name -> void")
    def remove(self, name: str) -> None:
        """Remove a table."""
        found = self.clr_index(name)
        if found is None:
            raise ArgumentException(f"Table '{name}' does not belong to this DataSet.")
        self.items.remove(found)

    @clr_method("Clear", "-> void")
    def clear(self) -> None:
        """Remove all elements."""
        self.items.clear()


@clr_class("System.Data.DataSet", properties="DataSetName:string=rw")
class DataSet:
    """A set of tables."""

    @clr_constructor("")
    @clr_constructor("string dataSetName")
    def __init__(self, data_set_name: str = "NewDataSet") -> None:
        self.data_set_name = data_set_name
        self.locale: Value = None
        self._tables = DataTableCollection(self)

    @clr_property("Locale", "cultureinfo", setter=lambda self, value: setattr(self, "locale", value))
    def get_locale(self) -> Value:
        """Return the default culture of the tables."""
        return self.locale or CultureInfo.current_culture()

    @clr_property("Tables", "System.Data.DataTableCollection")
    def tables(self) -> Value:
        """Return the tables."""
        return self._tables

    @clr_method("AcceptChanges", "-> void")
    def accept_changes(self) -> None:
        """Commit all pending changes."""
        for each in self._tables.items:
            each.accept_changes()

    @clr_method("Dispose", "-> void")
    def dispose(self) -> None:
        """Do nothing: no resource is held."""


__all__ = ["DataSet", "DataTable", "DataTableCollection"]
