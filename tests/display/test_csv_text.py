import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cmdlets.powershell.csv_text import HeaderReader, RecordReader, needs_quotes, quoted

FIELDS = st.lists(st.text(st.characters(codec="utf-8"), max_size=12), min_size=1, max_size=5)


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
        ('"a b","c ""d"""', [["a b", 'c "d"']]),
        ('"one\ntwo",3', [["one\ntwo", "3"]]),
        ("  a,\tb ", [["a", "b "]]),
        ('"a"  ,b', [["a", "b"]]),
        ('"a" x,b', [["a x", "b"]]),
        ('a "b,c', [['a "b', "c"]]),
        (",,", [["", ""]]),
        (",,\n", [["", "", ""]]),
        ('"",""', [["", ""]]),
        ("a\r\nb\rc", [["a"], ["b"], ["c"]]),
    ],
)
def test_records(text: str, records: list[list[str]]) -> None:
    assert list(RecordReader(text, ",")) == records


LETTERS = st.text(st.sampled_from('ab"""",,;| \t\r\n'), max_size=30)


class LetterByLetter(RecordReader):
    """Reads everything the slow way, which says what is right."""

    def record(self) -> list[str]:
        return self._any_record()


@given(LETTERS, st.sampled_from([",", ";", "|", "\t", " ", "a", '"']))
@example('"a\n","b"\n"c","d"', ",")
@example('"a"",""b","c"', ",")
@example('"a" ,b\n"', ",")
@example('"', ",")
@example('a,\n"b",', ",")
@settings(max_examples=1000)
def test_fast_reading_reads_what_slow_reading_reads(text: str, delimiter: str) -> None:
    assert list(RecordReader(text, delimiter)) == list(LetterByLetter(text, delimiter))


@pytest.mark.parametrize(
    "piece", ['"', '""', '"a', ' "', 'a"', '"\n', '""a,', "  ,", '",', '"" ', "a\r", '"a"\r', "\n", '"a\r\n']
)
def test_reading_looks_at_each_letter_a_few_times(piece: str) -> None:
    text = Watched(piece * 3_000)
    list(RecordReader(text, ","))
    assert text.seen < 12 * len(text)  # where it is quadratic: thousands of times


class Watched(str):
    """A text that counts the letters that are searched or taken out of it."""

    seen = 0

    def find(self, wanted: str, start: int = 0, end: int | None = None) -> int:  # type: ignore[override]
        stop = len(self) if end is None else end
        found = super().find(wanted, start, stop)
        self.seen += (stop if found < 0 else found + 1) - start
        return found

    def __getitem__(self, place: slice | int) -> str:  # type: ignore[override]
        part = super().__getitem__(place)
        self.seen += len(part)
        return part


@given(st.lists(FIELDS, min_size=1, max_size=4))
def test_quoted_fields_read_back(rows: list[list[str]]) -> None:
    text = "\n".join(",".join(map(quoted, row)) for row in rows)
    assert list(RecordReader(text, ",")) == rows


@given(FIELDS)
def test_fields_that_need_no_quotes_read_back(row: list[str]) -> None:
    plain = [field for field in row if not needs_quotes(field, ",") and field and field.strip() == field]
    text = ",".join(plain)
    assert list(RecordReader(text, ",")) == ([plain] if text else [])


def header(*records: list[str]) -> tuple[list[str] | None, str, list[list[str]]]:
    reader = HeaderReader()
    data = [record for record in records if not reader.take(record)]
    return reader.names, reader.type_name, data


def test_a_type_line_and_comments_stand_before_the_header() -> None:
    assert header(["#TYPE Lab.Server"], ["# a comment"], ["Name", "Size"], ["x", "1"]) == (
        ["Name", "Size"],
        "Lab.Server",
        [["x", "1"]],
    )


def test_the_header_of_an_extended_log_file() -> None:
    assert header(["#Version: 1.0"], ["#Fields: date", "time"], ["d", "t"]) == (["date", "time"], "", [["d", "t"]])


def test_empty_names_at_the_end_of_the_header_are_dropped() -> None:
    assert header(["a", "", ""])[0] == ["a"]
