"""Names of .NET types: PowerShell's accelerators, types that are always registered, modules of the others."""

from __future__ import annotations

from typing import Final

from shell.types.registry.catalog.accelerators import ACCELERATORS
from shell.types.registry.catalog.automation import AUTOMATION_TYPES
from shell.types.registry.catalog.builtin import BUILT_IN, INTERFACES, MEMBER_MODULES, NUMBER_TYPES, SEALED
from shell.types.registry.catalog.enumerations import ENUMERATIONS
from shell.types.registry.catalog.makers import MAKERS
from shell.types.registry.catalog.system import SYSTEM_TYPES

_READLINE: Final = {
    "hosting.lineediting.statics": "PSConsoleReadLine",
    "hosting.lineediting.handlers": "KeyHandler",
    "hosting.lineediting.options": "PSConsoleReadLineOptions EditMode BellStyle ViModeStyle ViMode HistorySaveStyle"
    " PredictionSource PredictionViewStyle AddToHistoryOption KeyHandlerGroup",
}


def _lazy_types() -> dict[str, str]:
    found = {
        f"{namespace}{name}".lower(): module
        for namespace, modules in (
            ("System.Management.Automation.", AUTOMATION_TYPES),
            ("System.", SYSTEM_TYPES),
            ("", ENUMERATIONS),
        )
        for module, names in modules.items()
        for name in names.split()
    }
    found["microsoft.powershell.commands.modulespecification"] = "engine.modules.specification"
    found["microsoft.powershell.threadjob.threadjob"] = "engine.session.jobs"
    found |= {
        f"microsoft.powershell.{name}".lower(): module for module, names in _READLINE.items() for name in names.split()
    }
    return found


LAZY_TYPES: Final[dict[str, str]] = _lazy_types()
"""Lower-case full name -> module (below `shell`) that registers it."""

__all__ = ["ACCELERATORS", "BUILT_IN", "INTERFACES", "LAZY_TYPES", "MAKERS", "MEMBER_MODULES", "NUMBER_TYPES", "SEALED"]
