"""The order of parameters in a command's syntax."""

from __future__ import annotations

from typing import Any

from shell.engine.commands.cmdlet import Cmdlet


class OwnParametersFirst(Cmdlet):
    """A command whose own parameters stand before those that it inherits, as .NET lists the members of a class."""

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        own = {name: each for name, each in cls.parameters.items() if name in vars(cls)}
        cls.parameters = {**own, **{name: each for name, each in cls.parameters.items() if name not in own}}


__all__ = ["OwnParametersFirst"]
