"""Compare-Object and Select-Object -Unique find partners by keys: the same ones as by comparing with all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmdlets.powershell.twins import Twins
from shell import Session

_COMPARE = (
    'Compare-Object $a $b -IncludeEqual -SyncWindow {} | ForEach-Object {{ "$($_.InputObject)$($_.SideIndicator)" }}'
)
_UNIQUE = (
    '$a | Select-Object -Unique | ForEach-Object { "$_" };'
    " $a | ForEach-Object { [pscustomobject]@{ v = $_ } } | Select-Object v -Unique | ForEach-Object v"
)

values = st.lists(st.sampled_from(["1", "2", "'1'", "'a'", "'A'", "'b'", "1.0", "5000000000", "$true"]), max_size=9)


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with Session() as made:
        yield made


def _run(session: Session, one: list[str], other: list[str], window: int) -> list[object]:
    setup = f"$a = @({', '.join(one)}); $b = @({', '.join(other)}); "
    return [*session.run(setup + _COMPARE.format(window)).objects, "|", *session.run(_UNIQUE).objects]


@settings(max_examples=60, deadline=None)
@given(one=values, other=values, window=st.sampled_from([0, 1, 3, 100]))
def test_keys_find_what_comparing_finds(session: Session, one: list[str], other: list[str], window: int) -> None:
    by_keys = _run(session, one, other, window)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Twins, "_key", lambda self, item: None)
        by_comparing = _run(session, one, other, window)
    assert by_keys == by_comparing
