"""Single keys: what scripts get of a terminal, and of characters that are fed to standard input."""

import subprocess
import sys

import pytest
from prompt_toolkit.input.vt100_parser import Vt100Parser

from shell.repl.key_input import keystrokes

READ = "$k = $Host.UI.RawUI.ReadKey('NoEcho,IncludeKeyDown'); \"<$k>\""
SHELL = [sys.executable, "-m", "shell", "-NoListen", "-NoProfile", "-Command"]


def pressed(text: str) -> list[str]:
    """What keys a terminal's octets are: code, character, S(hift), A(lt), C(ontrol)."""
    found: list = []
    parser = Vt100Parser(found.append)
    parser.feed_and_flush(text)
    return [
        f"{key.code} {key.character!r}{' S' * key.shift}{' A' * key.alt}{' C' * key.control}"
        for key in keystrokes(found)
    ]


@pytest.mark.parametrize(
    ("octets", "keys"),
    [
        ("a", ["65 'a'"]),
        ("A", ["65 'A' S"]),
        ("7", ["55 '7'"]),
        ("&", ["55 '&' S"]),
        (" ", ["32 ' '"]),
        ("\r", ["13 '\\r'"]),
        ("\x7f", ["8 '\\x08'"]),
        ("\x1b", ["27 '\\x1b'"]),
        ("\x1bx", ["88 'x' A"]),
        ("\x01", ["65 '\\x01' C"]),
        ("\x1b[A", ["38 '\\x00'"]),
        ("\x1b[1;5C", ["39 '\\x00' C"]),
        ("\x1b[15~", ["116 '\\x00'"]),
        ("é", ["0 'é'"]),
        ("yn", ["89 'y'", "78 'n'"]),
    ],
)
def test_keys_of_a_terminal_are_those_of_a_keyboard(octets: str, keys: list[str]) -> None:
    assert pressed(octets) == keys


def test_standard_input_feeds_keys_and_then_lines() -> None:
    script = f"{READ}; {READ}; Read-Host"
    ran = subprocess.run([*SHELL, script], input="Y\nrest\n", capture_output=True, text=True, check=False)
    assert ran.stdout.splitlines()[:3] == ["<89,Y,ShiftPressed,True>", "<13,", ",0,True>"]
    assert ran.stdout.splitlines()[-1] == "rest"


def test_nothing_to_read_is_the_error_of_a_program_without_a_console() -> None:
    ran = subprocess.run([*SHELL, READ], input="", capture_output=True, text=True, check=False)
    assert "Cannot read keys when either application does not have a console" in ran.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pexpect has no terminals there")
def test_a_key_at_the_terminal_needs_no_enter_and_control_c_stops() -> None:
    import pexpect

    child = pexpect.spawn(SHELL[0], [*SHELL[1:], f"'first'; {READ}; 'again'; {READ}; 'not reached'"], timeout=20)
    child.expect("first")
    child.send("q")
    child.expect("<81,q,0,True>.*again")
    child.send("\x03")
    child.expect(pexpect.EOF)
    assert b"not reached" not in child.before
