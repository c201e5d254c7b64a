"""What display asks of objects, at the cost of what it needs to know."""

import pytest

from shell import Session
from shell.display.access import has_properties, read
from shell.types import named
from shell.types.members import listing
from shell.values.objects import MISSING, PSCustomObject


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("[pscustomobject]@{}", False),
        ("[pscustomobject]@{ A = 1 }", True),
        ("[pscustomobject]@{} | Add-Member ScriptMethod M { 1 } -PassThru", False),
        ("[pscustomobject]@{} | Add-Member ScriptProperty P { 1 } -PassThru", True),
        ("[datetime]'2024-01-01'", True),
        ("[object]::new()", False),
    ],
)
def test_whether_there_are_properties(expression: str, expected: bool) -> None:
    with Session(listen=False) as session:
        assert [has_properties(each) for each in session.run(expression).objects] == [expected]


def test_the_first_property_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    described: list[str] = []
    describe = listing._note

    def note(name: str, owner: PSCustomObject) -> object:
        described.append(name)
        return describe(name, owner)

    monkeypatch.setattr(listing, "_note", note)
    assert has_properties(PSCustomObject({f"P{number}": named("System.Int32") for number in range(100)}))
    assert described == ["P0"]


def test_a_note_is_read_as_it_is() -> None:
    note = object()
    bag = PSCustomObject({"Note": note})
    assert read(bag, "note", None) is note
    assert read(bag, "Other", None) is MISSING
