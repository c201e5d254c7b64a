"""Every example of an Exchange cmdlet runs in a fresh lab, without an error."""

import pytest

from cmdlets.exchange.coverage import emulated
from shell import Session

CASES = [
    pytest.param(example.code, id=f"{cmdlet.command_name()}-{place}")
    for cmdlet in emulated()
    for place, example in enumerate(cmdlet.examples)
]


@pytest.mark.parametrize("code", CASES)
def test_example_runs(code):
    with Session(columns=120, listen=False) as session:
        result = session.run(code)
        assert result.parse_errors == []
        assert [record.message for record in result.errors] == []
