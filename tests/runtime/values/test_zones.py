"""Time zones: the clock of Berlin and of New York, where the machine has a database of zones."""

import zoneinfo
from collections.abc import Iterator

import pytest

from shell import Session

pytestmark = pytest.mark.skipif(
    "Europe/Berlin" not in zoneinfo.available_timezones(), reason="this machine has no database of time zones"
)

BERLIN = "[timezoneinfo]::FindSystemTimeZoneById('Europe/Berlin')"
NEW_YORK = "[timezoneinfo]::FindSystemTimeZoneById('Eastern Standard Time')"


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with Session(columns=120, listen=False) as session:
        yield session


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (f"{BERLIN}.BaseUtcOffset.ToString()", "01:00:00"),
        (f"{BERLIN}.SupportsDaylightSavingTime", "True"),
        (f"{BERLIN}.GetUtcOffset([datetime]'2024-07-01').ToString()", "02:00:00"),
        (f"{BERLIN}.IsDaylightSavingTime([datetime]'2024-01-01')", "False"),
        (f"{BERLIN}.IsInvalidTime([datetime]'2024-03-31 02:30')", "True"),
        (f"{BERLIN}.IsAmbiguousTime([datetime]'2024-10-27 02:30')", "True"),
        (
            f"[timezoneinfo]::ConvertTimeToUtc([datetime]'2024-07-01 12:00', {BERLIN}).ToString('u')",
            "2024-07-01 10:00:00Z",
        ),
        (
            f"[timezoneinfo]::ConvertTimeFromUtc([datetime]'2024-01-01 12:00', {NEW_YORK}).ToString('s')",
            "2024-01-01T07:00:00",
        ),
        (
            f"[timezoneinfo]::ConvertTime([datetime]'2024-01-01 12:00', {NEW_YORK}, {BERLIN}).ToString('s')",
            "2024-01-01T18:00:00",
        ),
        (
            f"[timezoneinfo]::ConvertTime([datetimeoffset]'2024-07-01T12:00Z', {BERLIN}).ToString('o')",
            "2024-07-01T14:00:00.0000000+02:00",
        ),
    ],
)
def test_a_zone_has_its_clock(session: Session, expression: str, text: str) -> None:
    assert session.run(expression).console.strip() == text
