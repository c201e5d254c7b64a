"""The order of parameter sets and of their parameters against facts of the real engine.

`parameter_order.jsonl` has a cmdlet a line: its sets in order, each with its parameters as declared. `differs` names
the sets whose parameters still come in another order, and is `*` itself where the sets do.
"""

import json
from pathlib import Path

import pytest

from shell import Session

FACTS = [json.loads(line) for line in Path(__file__).with_name("parameter_order.jsonl").open("rb")]

ORDER = """
$rows = foreach ($name in $names) {
    foreach ($set in (Get-Command $name).ParameterSets) {
        [pscustomobject]@{ Command = $name; Set = $set.Name; Names = @($set.Parameters.Name) }
    }
}
$rows | ConvertTo-Json -Depth 3 -Compress
"""


@pytest.fixture(scope="module")
def declared() -> dict[str, dict[str, list[str]]]:
    """Command to set to the names of its parameters, both in order."""
    found: dict[str, dict[str, list[str]]] = {}
    with Session(listen=False) as session:
        session.runspace.set_variable("names", [facts["name"] for facts in FACTS])
        result = session.run(ORDER)
        assert not result.errors
        for row in json.loads(str(result.objects[0])):
            found.setdefault(row["Command"], {})[row["Set"]] = row["Names"]
    return found


@pytest.mark.parametrize("facts", FACTS, ids=lambda facts: str(facts["name"]))
def test_order_is_that_of_the_real_engine(
    facts: dict[str, dict[str, list[str]]], declared: dict[str, dict[str, list[str]]]
) -> None:
    real, here = facts["sets"], declared[str(facts["name"])]
    found = ["*"] if [each for each in real if each in here] != [each for each in here if each in real] else []
    for name, names in real.items():
        members = here.get(name, [])
        if [each for each in names if each in members] != [each for each in members if each in names]:
            found.append(name)
    assert found == facts.get("differs", [])
