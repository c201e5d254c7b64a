"""The expressions of the tables with a value of another type in them: errors or results, never a bug of this program.

What becomes of an expression depends on its text alone, so that a new line changes nothing for the others.
"""

import random
import re
import threading
from _thread import interrupt_main
from pathlib import Path

from shell import Session
from shell.language import parse
from shell.language.units import in_units, whole
from tests.runtime.values.test_tables import rows

VALUES = (
    *(
        "$null",
        "@()",
        "@{}",
        "{ }",
        "''",
        "0",
        "(-1)",
        "1.5",
        "2147483648",
        "'x'",
        "([int])",
        "$true",
        "(1, 2)",
        "'😀'",
    ),
    *("(,@(1))", "([datetime]::MinValue)", "([pscustomobject]@{})", "'[a'", "([double]::NaN)", "([guid]::Empty)"),
    *("99999999999999999999", "@(1, 'a', $null)", "([char]65)", "([timespan]::Zero)", "([version]'1.2')", "1e308"),
    *("([System.Collections.Generic.List[int]]::new())", "([xml]'<a/>')", "([ordered]@{ a = 1 })", "([DayOfWeek]1)"),
    *("([System.Management.Automation.Internal.AutomationNull]::Value)", "([regex]'a')", "([byte[]](1, 2))", "$error"),
)
KINDS = frozenset(("Variable", "Number", "StringLiteral", "StringExpandable"))
SLOW = re.compile(r"Sleep|Wait|Random|Ping|Dns|1gb|\* *[0-9e]{6,}", re.IGNORECASE)
SECONDS = 5.0


def mutated(expression: str) -> str:
    """The expression with one of its values exchanged; as it is where it has none."""
    generator = random.Random(expression)
    parsed = parse(expression)
    values = [token for token in parsed.tokens if token.kind.name in KINDS]
    if not values:
        return expression
    token = generator.choice(values)
    units = parsed.source.units
    return whole(units[: token.start] + in_units(generator.choice(VALUES)) + units[token.end :])


def test_values_of_other_types_are_errors_or_results(tmp_path: Path) -> None:
    expressions = sorted({re.split(" (?:->|!!) ", line)[0].strip() for _, line in rows()})
    with Session(columns=120, listen=False, sandbox=str(tmp_path)) as session:
        for expression in expressions:
            text = mutated(expression)
            if SLOW.search(text):
                continue
            timer = threading.Timer(SECONDS, interrupt_main)
            timer.start()
            try:
                console = session.run(text).console
            finally:
                timer.cancel()
            assert "internal error" not in console.lower(), text
