"""Confirmation: ShouldProcess, ShouldContinue, and the prompt of -ErrorAction Inquire."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from shell.machine.host import Choice, not_interactive
from shell.types.conversion.conversion import to_bool
from shell.values.errors import ActionPreferenceStopException
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.engine.commands.command_runtime import CommandRuntime
    from shell.machine.host import Host

_YES = Choice("&Yes", "Continue with only the next step of the operation.")
_YES_TO_ALL = Choice("Yes to &All", "Continue with all the steps of the operation.")
_NO = Choice("&No", "Skip this operation and proceed with the next operation.")
_NO_TO_ALL = Choice("No to A&ll", "Skip this operation and all subsequent operations.")
_HALT = Choice("&Halt Command", "Stop this command.")
_SUSPEND = Choice(
    "&Suspend", 'Pause the current pipeline and return to the command prompt. Type "exit" to resume the pipeline.'
)

_LABELS = {
    _YES: "yes",
    _YES_TO_ALL: "all",
    _NO: "no",
    _NO_TO_ALL: "none",
    _HALT: "halt",
    _SUSPEND: "suspend",
}

CAPTION = "Confirm"
QUERY = "Are you sure you want to perform this action?"


def ask(host: Host, caption: str, message: str, choices: Sequence[Choice]) -> str:
    """Ask one of the standard questions; "suspend" opens a nested prompt and asks again."""
    if not host.interactive:
        raise not_interactive(message)
    while True:
        answer = _LABELS[choices[host.choose(caption, message, choices, 0)]]
        if answer != "suspend":
            return answer
        nested = getattr(host, "enter_nested_prompt", None)
        if nested is None:
            return "halt"
        nested()


def ask_to_continue(host: Host, message: str) -> str:
    """Ask whether a command should continue after an error or warning. Raises if the answer is no."""
    answer = ask(host, CAPTION, message, (_YES, _YES_TO_ALL, _HALT, _SUSPEND))
    if answer == "halt":
        raise ActionPreferenceStopException(
            "The running command stopped because the user selected the Stop option.", error_id="ActionPreferenceStop"
        )
    return answer


class ConfirmState:
    """The answers so far in one call of a command."""

    __slots__ = ("continue_answer", "process_answer", "runtime")

    def __init__(self, runtime: CommandRuntime) -> None:
        self.runtime = runtime
        self.process_answer = ""
        self.continue_answer = ""

    # --- preferences ---

    def what_if(self) -> bool:
        """True if the command is only to say what it would do."""
        runtime = self.runtime
        if not runtime.function and runtime.common.what_if is not None:
            return runtime.common.what_if
        return to_bool(runtime.session.scope["whatifpreference"])

    def confirm_level(self) -> int:
        """Return the lowest impact that needs confirmation; 0 for none."""
        runtime = self.runtime
        if not runtime.function and runtime.common.confirm is not None:
            return 1 if runtime.common.confirm else 0
        return impact_level(runtime.session.scope["confirmpreference"])

    def is_silent(self) -> bool:
        """True if the answer is yes without a message, which then need not be composed."""
        runtime = self.runtime
        if not runtime.supports_should_process:
            return True
        level = self.confirm_level()
        return not self.what_if() and not (level and runtime.impact >= level) and not runtime.tells_verbose

    # --- ShouldProcess ---

    def should_process(self, description: str, warning: str | None, caption: str | None) -> bool:
        """Say or ask whether to go on. `description` is the sentence, `warning` the question if it has its own."""
        runtime = self.runtime
        if not runtime.supports_should_process:
            return True
        if self.what_if():
            runtime.session.host.write(f"What if: {description}\n")
            return False
        level = self.confirm_level()
        if level and runtime.impact >= level:
            return self._ask(warning or f"{QUERY}\n{description}", caption or CAPTION)
        runtime.write_verbose(description)
        return True

    def _ask(self, message: str, caption: str) -> bool:
        if self.process_answer in ("all", "none"):
            return self.process_answer == "all"
        choices = (_YES, _YES_TO_ALL, _NO, _NO_TO_ALL, _SUSPEND)
        self.process_answer = ask(self.runtime.session.host, caption, message, choices)
        return self.process_answer in ("yes", "all")

    def should_process_reason(self, description: str, warning: str | None, caption: str | None) -> tuple[bool, str]:
        """Return the answer, and `WhatIf` where that decided it."""
        if self.runtime.supports_should_process and self.what_if():
            return self.should_process(description, warning, caption), "WhatIf"
        return self.should_process(description, warning, caption), "None"

    # --- ShouldContinue ---

    def should_continue(self, query: str, caption: str) -> bool:
        """Ask yes or no."""
        return ask(self.runtime.session.host, caption, query, (_YES, _NO, _SUSPEND)) == "yes"

    def should_continue_all(
        self, query: str, caption: str, yes_to_all: bool, no_to_all: bool
    ) -> tuple[bool, bool, bool]:
        """Ask with "to all"; return (answer, yes to all, no to all)."""
        if yes_to_all:
            return True, True, no_to_all
        if no_to_all:
            return False, yes_to_all, True
        choices = (_YES, _YES_TO_ALL, _NO, _NO_TO_ALL, _SUSPEND)
        answer = ask(self.runtime.session.host, caption, query, choices)
        return answer in ("yes", "all"), answer == "all", answer == "none"


_IMPACTS = ("none", "low", "medium", "high")


def impact_level(value: Value) -> int:
    """Return the level of a $ConfirmPreference; an invalid value counts as High."""
    if isinstance(value, int) and not isinstance(value, bool):
        return int(value)
    text = str(value).lower()
    return _IMPACTS.index(text) if text in _IMPACTS else 3


__all__ = ["ConfirmState", "ask", "ask_to_continue", "impact_level"]
