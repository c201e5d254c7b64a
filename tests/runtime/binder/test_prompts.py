"""What is asked where somebody can answer: mandatory parameters, confirmation, inquiry."""

from collections.abc import Sequence

import pytest

from shell import Session
from shell.machine.host import Choice, QuietHost


class AnsweringHost(QuietHost):
    """A host with a person who has the answers ready; a choice is answered by its hot key."""

    interactive = True

    def __init__(self, answers: Sequence[str]) -> None:
        super().__init__(columns=120)
        self._answers = list(answers)

    def read_line(self, prompt: str = "", *, secret: bool = False) -> str:
        answer = self._answers.pop(0)
        self.write(f"{prompt}{'*' * len(answer) if secret else answer}\n")
        return answer

    def choose(self, caption: str, message: str, choices: Sequence[Choice], default: int) -> int:
        answer = self._answers.pop(0)
        self.write(f"{caption} | {message} | {answer}\n")
        keys = [choice.label[choice.label.index("&") + 1].lower() for choice in choices]
        return keys.index(answer.lower()) if answer else default


def ask(script: str, *answers: str) -> str:
    """Return what the host showed, the script's output included."""
    host = AnsweringHost(answers)
    with Session(host=host, error_view="ConciseView") as session:
        session.run(script)
        return host.text


HEAD = "\ncmdlet f at command pipeline position 1\nSupply values for the following parameters:\n"


@pytest.mark.parametrize(
    ("parameters", "answers", "shown"),
    [
        ("[Parameter(Mandatory)][string]$Name", ("EX01",), "Name: EX01\n[EX01]\n"),
        (
            "[Parameter(Mandatory)][int]$Name",
            ("abc", "25"),
            'Name: abc\nCannot recognize "abc" as a System.Int32 due to a format error.\nName: 25\n[25]\n',
        ),
        ("[Parameter(Mandatory)][string[]]$Name", ("a", "b", ""), "Name[0]: a\nName[1]: b\nName[2]: \n[a b]\n"),
        (
            "[Parameter(Mandatory, HelpMessage = 'Its name.')]$Name",
            ("!?", "x"),
            "(Type !? for Help.)\nName: !?\nIts name.\nName: x\n[x]\n",
        ),
    ],
)
def test_mandatory_parameters_are_asked_for(parameters: str, answers: tuple[str, ...], shown: str) -> None:
    assert ask(f'function f {{ param({parameters}) "[$Name]" }}; f', *answers) == HEAD + shown


def test_an_empty_answer_is_refused() -> None:
    text = ask("function f { param([Parameter(Mandatory)][string]$Name) $Name }; f", "")
    assert text == HEAD + "Name: \nf: Cannot bind argument to parameter 'Name' because it is an empty string.\n"


DANGEROUS = (
    "function f { [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]"
    " param([Parameter(ValueFromPipeline)]$n)"
    ' process { if ($PSCmdlet.ShouldProcess("$n", "Remove")) { "removed $n" } else { "kept $n" } } }; '
)
QUESTION = (
    'Confirm | Are you sure you want to perform this action?\nPerforming the operation "Remove" on target "{}". | {}\n'
)


@pytest.mark.parametrize(
    ("call", "answers", "shown"),
    [
        ("f 1", "y", [("1", "y"), "removed 1"]),
        ("f 1", "n", [("1", "n"), "kept 1"]),
        ("1, 2 | f", "l", [("1", "l"), "kept 1", "kept 2"]),
        ("1, 2 | f", "a", [("1", "a"), "removed 1", "removed 2"]),
        ("1, 2 | f", "ny", [("1", "n"), "kept 1", ("2", "y"), "removed 2"]),
        ("f 1 -Confirm:$false", "", ["removed 1"]),
        ("$ConfirmPreference = 'None'; f 1", "", ["removed 1"]),
    ],
)
def test_confirmation(call: str, answers: str, shown: list[str | tuple[str, str]]) -> None:
    lines = [f"{each}\n" if isinstance(each, str) else QUESTION.format(*each) for each in shown]
    assert ask(DANGEROUS + call, *answers) == "".join(lines)


def test_halt_stops_the_command() -> None:
    text = ask("try { Write-Error bad -ErrorAction Inquire; 'after' } catch { 'stopped' }", "h")
    assert text == "Confirm | bad | h\nstopped\n"


def test_should_continue_with_to_all() -> None:
    script = (
        "function f { [CmdletBinding()] param() $y = $n = $false; 1..2 |"
        " ForEach-Object { $PSCmdlet.ShouldContinue('Go?', 'Title', [ref]$y, [ref]$n) } }; f"
    )
    assert ask(script, "a") == "Title | Go? | a\nTrue\nTrue\n"


@pytest.mark.parametrize(
    ("call", "answers", "shown"),
    [
        ("PromptForChoice('Title', 'Pick one', @('&Red', '&Green', '&Blue'), 1)", ("",), "Title | Pick one | \n1\n"),
        ("PromptForChoice('Title', 'Pick one', @('&Red', '&Green', '&Blue'), 1)", ("b",), "Title | Pick one | b\n2\n"),
        ("ReadLine()", ("line",), "line\nline\n"),
        ("ReadLineAsSecureString().Length", ("pw",), "**\n2\n"),
        (
            "Prompt('Title', 'Values', @('Name', [Management.Automation.Host.FieldDescription]::new('Age'))).Age",
            ("ann", "7"),
            "\nTitle\nValues\nName: ann\nAge: 7\n7\n",
        ),
        (
            "PromptForCredential('Title', 'Sign in', 'ann', '').UserName",
            ("pw",),
            "\nTitle\nSign in\nPassword for user ann: **\n\nann\n",
        ),
    ],
)
def test_questions_of_the_host(call: str, answers: tuple[str, ...], shown: str) -> None:
    assert ask(f"$Host.UI.{call}", *answers) == shown


@pytest.mark.parametrize("call", ["PromptForChoice('', 'Sure?', @('&Yes', '&No'), 0)", "ReadLine()"])
def test_a_question_without_answer_fails_inside_the_method(call: str) -> None:
    with Session(columns=120) as session:
        found = session.run(f"$Host.UI.{call}").errors[0]
    assert found.fully_qualified_error_id == "HostException"
    assert "does not support user interaction." in found.message
