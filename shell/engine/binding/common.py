"""The common parameters, which every cmdlet and advanced function has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from shell.engine.binding.failures import reserved_value
from shell.engine.binding.parameters import ParameterInfo
from shell.engine.binding.validation import failure
from shell.engine.session.preferences import ACTION_PREFERENCE, action, impact
from shell.types.registry.table import INT32, STRING, SWITCH
from shell.values.objects import MISSING, Value

_PREFERENCE: Final = "preference"
_TYPES: Final = {"switch": SWITCH, "string": STRING, "int": INT32, _PREFERENCE: ACTION_PREFERENCE}

_COMMON: Final = (
    ("Verbose", "switch", "vb"),
    ("Debug", "switch", "db"),
    ("ErrorAction", _PREFERENCE, "ea"),
    ("WarningAction", _PREFERENCE, "wa"),
    ("InformationAction", _PREFERENCE, "infa"),
    ("ProgressAction", _PREFERENCE, "proga"),
    ("ErrorVariable", "string", "ev"),
    ("WarningVariable", "string", "wv"),
    ("InformationVariable", "string", "iv"),
    ("OutVariable", "string", "ov"),
    ("OutBuffer", "int", "ob"),
    ("PipelineVariable", "string", "pv"),
)

COMMON_NAMES: Final = frozenset(name for name, _, _ in _COMMON)
OPTIONAL_COMMON_NAMES: Final = frozenset(("WhatIf", "Confirm"))


def _make(name: str, type_name: str, alias: str) -> ParameterInfo:
    made = ParameterInfo(name, _TYPES[type_name])
    made.aliases = (alias,)
    made.common = True
    if type_name == "int":
        made.validators = (_NotNegative(),)
    elif type_name == "string":
        made.validators = (_VariableName(),)
    return made


class _NotNegative:
    """[ValidateRange(0, 2147483647)] of -OutBuffer."""

    def validate(self, value: Value, session: Any) -> None:
        """Raise for a number below zero."""
        if value < 0:
            raise failure(
                f"The {value} argument is less than the minimum allowed range of 0. Supply an argument that is greater"
                " than or equal to 0 and then try the command again.",
                "ValidateRangeTooSmall",
            )


class _VariableName:
    """Check of -OutVariable and the like: a variable's name, perhaps with a scope (`script:x`), but no other drive."""

    def validate(self, value: Value, session: Any) -> None:
        """Raise for a path on another drive."""
        drive, colon, _ = str(value).removeprefix("+").partition(":")
        if colon and drive.lower() not in _VARIABLE_PLACES:
            raise failure(f'The argument "{value}" is not the name of a variable.', "ArgumentNotVariableName")


_VARIABLE_PLACES: Final = frozenset(("", "variable", "global", "script", "local", "private"))


@cache
def common_infos(should_process: bool) -> tuple[ParameterInfo, ...]:
    """Return the common parameters; -WhatIf and -Confirm with `should_process`."""
    made = [_make(*each) for each in _COMMON]
    if should_process:
        made += [_make("WhatIf", "switch", "wi"), _make("Confirm", "switch", "cf")]
    return tuple(made)


class CommonParameters:
    """The common parameters of a call: None for those not given.

    Preferences are ActionPreference names; `verbose`, `debug`, `what_if` and `confirm` are bool.
    """

    __slots__ = (
        "confirm",
        "debug",
        "error_action",
        "error_variable",
        "information_action",
        "information_variable",
        "out_variable",
        "pipeline_variable",
        "progress_action",
        "verbose",
        "warning_action",
        "warning_variable",
        "what_if",
    )

    def __init__(self, values: Mapping[str, Value]) -> None:
        get = values.get
        self.verbose = _truth(get("verbose", MISSING))
        self.debug = _truth(get("debug", MISSING))
        self.what_if = _truth(get("whatif", MISSING))
        self.confirm = _truth(get("confirm", MISSING))
        self.error_action = _preference(get("erroraction"))
        self.warning_action = _preference(get("warningaction"))
        self.information_action = _preference(get("informationaction"))
        self.progress_action = _preference(get("progressaction"))
        self.error_variable: str | None = get("errorvariable")
        self.warning_variable: str | None = get("warningvariable")
        self.information_variable: str | None = get("informationvariable")
        self.out_variable: str | None = get("outvariable")
        self.pipeline_variable: str | None = get("pipelinevariable")

    @property
    def has_variables(self) -> bool:
        """True if the call collects a stream in a variable."""
        return bool(
            self.error_variable
            or self.warning_variable
            or self.information_variable
            or self.out_variable
            or self.pipeline_variable
        )


def _truth(value: Value) -> bool | None:
    return None if value is MISSING else bool(value)


def _preference(value: Value) -> str | None:
    return None if value is None else str(value)


NO_COMMON: Final = CommonParameters({})

_SUSPEND: Final = action("Suspend")
_KEYS: Final = frozenset(each.lower() for each in COMMON_NAMES | OPTIONAL_COMMON_NAMES)


def common_parameters(values: Mapping[str, Value]) -> CommonParameters:
    """Read the common parameters out of bound values."""
    if _KEYS.isdisjoint(values):
        return NO_COMMON
    made = CommonParameters(values)
    for name in ("Error", "Warning", "Information", "Progress"):
        if values.get(f"{name}Action".lower()) == _SUSPEND:
            raise reserved_value(f"{name}Action", "Suspend")
    return made


def preference_variables(common: CommonParameters) -> Iterator[tuple[str, Value]]:
    """Yield the variables that common parameters set in a function's scope: (lower-case name, value)."""
    if common is NO_COMMON:
        return
    if common.error_action is not None:
        yield "erroractionpreference", action(common.error_action)
    if common.warning_action is not None:
        yield "warningpreference", action(common.warning_action)
    if common.information_action is not None:
        yield "informationpreference", action(common.information_action)
    if common.progress_action is not None:
        yield "progresspreference", action(common.progress_action)
    if common.verbose is not None:
        yield "verbosepreference", action("Continue" if common.verbose else "SilentlyContinue")
    if common.debug is not None:
        yield "debugpreference", action("Continue" if common.debug else "SilentlyContinue")
    if common.what_if is not None:
        yield "whatifpreference", common.what_if
    if common.confirm is not None:
        yield "confirmpreference", impact(1 if common.confirm else 0)


__all__ = [
    "COMMON_NAMES",
    "NO_COMMON",
    "OPTIONAL_COMMON_NAMES",
    "CommonParameters",
    "common_infos",
    "common_parameters",
    "preference_variables",
]
