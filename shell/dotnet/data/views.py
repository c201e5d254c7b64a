"""System.Data: DataView, a filtered and ordered view of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cmp_to_key
from typing import Any

from shell.dotnet.data.columns import COLLECTION, DataColumn, column_not_in_table
from shell.dotnet.data.filters import row_test
from shell.dotnet.data.rows import DELETED, DataRow
from shell.dotnet.system.nulls import DB_NULL
from shell.types.conversion.text import to_string
from shell.types.operators.comparison import compare
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method, clr_property
from shell.values.errors import IndexOutOfRangeException
from shell.values.objects import Value


def ordered(table: Any, rows: Sequence[DataRow], sort: str) -> list[DataRow]:
    """Return rows in the order of `Name ASC, [Size] DESC`; null comes first."""
    made = list(rows)
    for part in reversed([each.strip() for each in sort.split(",") if each.strip()]):
        name, _, direction = part.rpartition(" ")
        if direction.lower() not in ("asc", "desc"):
            name, direction = part, "asc"
        column = table.columns.find(name.strip().removeprefix("[").removesuffix("]"))
        if column is None:
            raise IndexOutOfRangeException(f"Cannot find column {name.strip()}.")
        made.sort(key=cmp_to_key(_order_by(column)), reverse=direction.lower() == "desc")
    return made


def _order_by(column: DataColumn) -> Any:
    def order(one: DataRow, other: DataRow) -> int:
        left, right = one.cell(column), other.cell(column)
        if left is DB_NULL or right is DB_NULL:
            return (left is not DB_NULL) - (right is not DB_NULL)
        return compare(left, right)

    return order


@clr_class("System.Data.DataView", interfaces=COLLECTION)
class DataView:
    """A view of a table; a pipeline enumerates DataRowViews."""

    @clr_constructor("System.Data.DataTable table")
    def __init__(self, table: Any) -> None:
        self.table = table
        self.filter = ""
        self.order = ""

    @clr_constructor("System.Data.DataTable table, string RowFilter, string Sort, object RowState")
    @staticmethod
    def filtered(table: Any, row_filter: str, sort: str, row_state: Value) -> DataView:
        """Create a view with filter and order."""
        made = DataView(table)
        made.filter, made.order = row_filter or "", sort or ""
        return made

    def rows(self) -> list[DataRow]:
        """Return the visible rows in order."""
        holds = row_test(self.filter)
        found = [row for row in self.table.rows.items if row.state != DELETED and holds(row.read)]
        return ordered(self.table, found, self.order)

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the visible rows."""
        return iter([DataRowView(self, row) for row in self.rows()])

    def clr_index(self, index: Value) -> Value:
        """Return the row at an index."""
        rows = self.rows()
        if not 0 <= int(index) < len(rows):
            raise IndexOutOfRangeException(f"Index {index} is either negative or above rows count.")
        return DataRowView(self, rows[int(index)])

    @clr_property("Count", "int")
    def count(self) -> int:
        """Return the number of visible rows."""
        return len(self.rows())

    @clr_property("Table", "System.Data.DataTable")
    def get_table(self) -> Value:
        """Return the table."""
        return self.table

    def set_filter(self, text: str) -> None:
        """Set the filter; raises for an invalid expression."""
        row_test(text or "")
        self.filter = text or ""

    @clr_property("RowFilter", "string", setter=lambda self, value: self.set_filter(value))
    def row_filter(self) -> str:
        """Return the filter."""
        return self.filter

    def set_order(self, text: str) -> None:
        """Set the order; raises for an unknown column."""
        ordered(self.table, [], text or "")
        self.order = text or ""

    @clr_property("Sort", "string", setter=lambda self, value: self.set_order(value))
    def sort(self) -> str:
        """Return the order."""
        return self.order

    @clr_method("ToTable", "-> System.Data.DataTable")
    @clr_method("ToTable", "bool distinct, params string[] columnNames -> System.Data.DataTable")
    def to_table(self, distinct: bool = False, column_names: Sequence[str] = ()) -> Value:
        """Return a new table of the visible rows: some columns or all, optionally distinct."""
        made = type(self.table)(self.table.table_name)
        names = list(column_names) or [each.column_name for each in self.table.columns.items]
        for name in names:
            column = self.table.columns.find(name)
            if column is None:
                raise column_not_in_table(name, self.table)
            made.columns.add(column.copy())
        seen: set[tuple[str, ...]] = set()
        for row in self.rows():
            key = tuple(to_string(row.read(name)).lower() for name in names)
            if distinct and key in seen:
                continue
            seen.add(key)
            made.import_row(row)
        return made


@clr_class("System.Data.DataRowView")
class DataRowView:
    """A row of a view."""

    adapter_adds = True

    def __init__(self, view: DataView, row: DataRow) -> None:
        self.view = view
        self.of = row
        self.adapter_names = row.adapter_names
        self.adapter_get = row.adapter_get
        self.adapter_set = row.adapter_set
        self.clr_index = row.clr_index
        self.clr_set_index = row.clr_set_index

    @clr_property("DataView", "System.Data.DataView")
    def data_view(self) -> Value:
        """Return the view."""
        return self.view

    @clr_property("Row", "System.Data.DataRow")
    def row(self) -> Value:
        """Return the row."""
        return self.of

    @clr_method("Delete", "-> void")
    def delete(self) -> None:
        """Delete the row."""
        self.of.delete()


__all__ = ["DataRowView", "DataView", "ordered"]
