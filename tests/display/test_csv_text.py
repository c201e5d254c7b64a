import time

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
def test_reading_takes_time_in_line_with_the_length(piece: str) -> None:
    def seconds(times: int) -> float:
        best = 10.0
        for _ in range(3):
            begin = time.process_time()
            list(RecordReader(piece * times, ","))
            best = min(best, time.process_time() - begin)
        return best

    assert seconds(80_000) < 0.02 + 30 * seconds(10_000)  # eight times as long; sixty-four where it is quadratic


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
