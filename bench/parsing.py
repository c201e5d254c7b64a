"""How fast scripts are parsed: lines a second, from one script to a hundred thousand lines.

    python -m bench.parsing [--lines N]

The text is the scripts of administrators that the tests share, one behind the other as script blocks. The last column
is the time a line costs as a ratio to the shortest text: it stays near 1 where parsing is linear.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from shell.language import parse

SCRIPTS = Path(__file__).parents[1] / "tests" / "language" / "scripts"
RUNS = 5


def script(lines: int) -> str:
    """Return a text of about so many lines."""
    one = "".join(
        "& {\n" + path.read_text(encoding="utf-8-sig").replace("using namespace", "# using namespace") + "\n}\n"
        for path in sorted(SCRIPTS.glob("*.ps1"))
    )
    return one * max(1, lines // one.count("\n"))


def seconds(text: str) -> float:
    """Return the best time of a few parses."""
    best = float("inf")
    for _ in range(RUNS):
        begin = time.perf_counter()
        result = parse(text)
        best = min(best, time.perf_counter() - begin)
        if result.errors:
            raise SystemExit(f"the script is wrong: {result.errors[0]}")
        del result  # to free a tree takes time as well
    return best


def main() -> None:
    options = argparse.ArgumentParser(description="Time the parser.")
    options.add_argument("--lines", type=int, default=100_000)
    most = options.parse_args().lines
    print(f"{'lines':>8} {'seconds':>8} {'lines/s':>8} {'ratio':>6}")
    shortest = 0.0
    for lines in (1, 1_000, 10_000, 100_000):
        if lines > most:
            break
        text = script(lines)
        count = text.count("\n")
        took = seconds(text)
        shortest = shortest or took / count
        print(f"{count:8} {took:8.3f} {count / took:8.0f} {took / count / shortest:6.2f}")


if __name__ == "__main__":
    main()
