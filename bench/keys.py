"""How fast the prompt takes keys: a pasted script without brackets, single keys in a long input.

    python -m bench.keys [--lines N]

The prompt reads from a pipe and draws a window of 160 by 50 into nothing. A key counts from its octet to the end of
what is drawn for it.
"""

from __future__ import annotations

import argparse
import io
import statistics
import threading
import time
from pathlib import Path

from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from shell import Session
from shell.console import ConsoleHost
from shell.promptshell import PromptShell
from shell.repl.prompt import Prompt

KEYS = 40
REST = 0.12
"""Seconds between two keys, so that each is drawn."""
SETTLES = 3.0
"""Seconds until a long input has been parsed and drawn."""


class Nothing(io.StringIO):
    """Counts what is drawn."""

    drawn = 0

    def write(self, text: str) -> int:
        self.drawn += len(text)
        return len(text)


def script(lines: int) -> str:
    """Return a function of so many lines."""
    line = "    $x{} = Get-Mailbox -Identity 'user{}' | Where-Object {{ $_.Name -like 'a*' }}"
    return "\n".join(["function f {", *(line.format(number, number) for number in range(lines - 2)), "}"])


def paste_without_brackets(prompt: Prompt, keyboard: PipeInput, lines: int) -> float:
    """Return the milliseconds that a line costs."""
    begin = time.perf_counter()
    keyboard.send_text(script(lines).replace("\n", "\r") + "\r")
    prompt.read()
    return (time.perf_counter() - begin) * 1000 / lines


def single_keys(prompt: Prompt, keyboard: PipeInput, screen: Nothing, lines: int, key: str) -> float:
    """Return the milliseconds that a key costs in an input of so many lines."""
    took: list[float] = []

    def type_them() -> None:
        keyboard.send_text(f"\x1b[200~{script(lines)}\x1b[201~")
        time.sleep(SETTLES)
        for _ in range(KEYS):
            before, begin = screen.drawn, time.perf_counter()
            keyboard.send_text(key)
            while screen.drawn == before:
                time.sleep(0.0005)
            took.append(time.perf_counter() - begin)
            time.sleep(REST)
        keyboard.send_text("\x03")

    typist = threading.Thread(target=type_them)
    typist.start()
    prompt.read()
    typist.join()
    return statistics.median(took) * 1000


def main() -> None:
    options = argparse.ArgumentParser(description="Time the prompt.")
    options.add_argument("--lines", type=int, default=2000)
    lines = options.parse_args().lines
    with Session() as session, create_pipe_input() as keyboard:
        screen = Nothing()
        output = Vt100_Output(screen, lambda: Size(rows=50, columns=160), term="xterm-256color")
        shell = PromptShell(session, ConsoleHost(), Path("history.txt"))
        prompt = Prompt(shell, None, input=keyboard, output=output)
        paste_without_brackets(prompt, keyboard, 20)  # what is loaded when it is first needed
        print(f"pasted without brackets, 200 lines: {paste_without_brackets(prompt, keyboard, 200):6.2f} ms a line")
        for name, key in (("a letter", "x"), ("up", "\x1b[A")):
            took = single_keys(prompt, keyboard, screen, lines, key)
            print(f"{name:8} in {lines} lines: {took:6.2f} ms")


if __name__ == "__main__":
    main()
