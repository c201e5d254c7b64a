"""What is wrong with a text: ids, places, and whether more input could mend it."""

import pytest

from shell.language import ParseError, parse
from tests.language.fixtures import cases


def shown(error: ParseError) -> str:
    return f"{error.error_id} {error.extent.start_offset}" + (" incomplete" if error.incomplete else "")


@pytest.mark.parametrize(("text", "expected"), cases("errors.txt"))
def test_errors(text: str, expected: str) -> None:
    assert (", ".join(map(shown, parse(text).errors)) or "none") == expected
