"""Encodings by the names that commands take, byte order marks, and lines as a .NET reader sees them."""

import codecs
from pathlib import Path

import pytest

from shell.dotnet.io.text_files import UTF8, detect, encoding_named, read_text, split_at, split_lines


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("utf8", b"\xc3\xa9"),
        ("utf8BOM", b"\xef\xbb\xbf\xc3\xa9"),
        ("unicode", b"\xff\xfe\xe9\x00"),
        ("bigendianunicode", b"\xfe\xff\x00\xe9"),
        ("utf32", b"\xff\xfe\x00\x00\xe9\x00\x00\x00"),
        ("ascii", b"?"),
        ("latin1", b"\xe9"),
        ("1252", b"\xe9"),
    ],
)
def test_names_of_encodings(name: str, content: bytes) -> None:
    encoding = encoding_named(name)
    assert encoding is not None
    assert encoding.mark + encoding.encode("é") == content


def test_unknown_names_are_none() -> None:
    assert encoding_named("nosuch") is None
    assert encoding_named(4711) is None


def test_a_mark_wins_over_the_encoding_that_was_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xff\xfe\xe9\x00")
    assert read_text(str(file), UTF8) == "é"
    assert detect(b"plain", UTF8) == (UTF8, 0)


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\r\nb\rc\n\n", ["a", "b", "c", ""]), ("\n", [""])],
)
def test_lines(text: str, lines: list[str]) -> None:
    assert split_lines(text) == lines


def test_pieces_between_delimiters() -> None:
    assert list(split_at("a;b;", ";")) == ["a", "b"]
    assert list(split_at("a;b", ";")) == ["a", "b"]


def test_what_is_no_utf_8_is_windows_1252(tmp_path: Path) -> None:
    file = tmp_path / "ansi.txt"
    file.write_bytes(b"caf\xe9 \x96 \x93q\x94 \x81")
    assert read_text(str(file)) == "café – “q” \x81"
    assert read_text(str(file), UTF8) == "caf\ufffd \ufffd \ufffdq\ufffd \ufffd"
    assert read_text(str(file), encoding_named("latin1")) == "caf\xe9 \x96 \x93q\x94 \x81"
    file.write_bytes(codecs.BOM_UTF8 + b"caf\xe9")
    assert read_text(str(file)) == "caf\ufffd"
