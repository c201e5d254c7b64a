"""The shell's speed as a ratio to PowerShell's, each script a whole process.

    python bench/powershell.py [--runs N]

A *unit* is the time of a fixed loop in this Python on this machine in this minute, so that figures can be carried from
one machine to another. `PWSH` holds what PowerShell 7.6 needed for the same scripts in the same unit. The last column
is our units over PowerShell's: the goal is at most 0.5. Of the other scripts no time of PowerShell's is known.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

SCRIPTS = Path(__file__).parent / "scripts"
PWSH = {"startup": 2.5, "loop": 5.6, "function": 7.4, "pipeline": 11.0, "objects": 10.4, "format": 5.0}


def unit() -> float:
    """Return the seconds of one unit: the best of five runs of the calibration loop."""
    return min(_calibrate() for _ in range(5))


CALIBRATION = compile(
    """
total = 0
table = {}
for number in range(1_000_000):
    total += number * 2 % 7
    table[number & 1023] = total
""",
    "calibration",
    "exec",
)
"""Global names on purpose: PowerShell's units were taken with this loop in the main program."""


def _calibrate() -> float:
    begin = time.perf_counter()
    exec(CALIBRATION, {})
    return time.perf_counter() - begin


def seconds(script: Path, runs: int) -> float:
    """Return the best time of a script in a process of its own; its output must be the recorded one."""
    best = float("inf")
    # Installed packages come with their bytecode; the first run here writes it.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(runs + 1):
        begin = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", "shell", "-NoProfile", "-NoLogo", "-File", str(script)],
            capture_output=True,
            text=True,
            check=True,
            env=environment,
        )
        best = min(best, time.perf_counter() - begin)
        expected = script.with_suffix(".out").read_text(encoding="utf-8")
        if done.stdout.split() != expected.split():
            raise SystemExit(f"{script.name} printed {done.stdout!r}, not {expected!r}")
    return best


def main() -> None:
    options = argparse.ArgumentParser(description="Time the shell against PowerShell's recorded units.")
    options.add_argument("--runs", type=int, default=5)
    runs = options.parse_args().runs
    one = unit()
    print(f"one unit is {one:.3f} s\n")
    print(f"{'script':10} {'seconds':>8} {'units':>6} {'pwsh':>6} {'ratio':>6}")
    others = sorted(path.stem for path in SCRIPTS.glob("*.ps1") if path.stem not in PWSH)
    for name in (*PWSH, *others):
        took = seconds(SCRIPTS / f"{name}.ps1", runs)
        theirs = PWSH.get(name)
        known = "" if theirs is None else f" {theirs:6.1f} {took / one / theirs:6.2f}"
        print(f"{name:10} {took:8.3f} {took / one:6.2f}{known}")


if __name__ == "__main__":
    main()
