"""Import-PSSession: the commands of a session. Those of the lab's server are here already, so nothing is copied."""

from __future__ import annotations

import random
import string
from collections.abc import Iterator
from typing import Any, Final

from shell.engine.commands.alias_info import AliasInfo
from shell.engine.commands.cmdlet import Cmdlet, Example, parameter
from shell.engine.commands.command_info import CmdletInfo
from shell.engine.modules.module_loading import import_into
from shell.engine.modules.modules import PSModuleInfo
from shell.engine.session.remote_sessions import PSSESSION
from shell.types import named
from shell.types.conversion.conversion import convert
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorCategory, InvalidOperationException, PSArgumentException
from shell.values.wildcard import wildcard_matcher

from .connecting import EXCHANGE_CONFIGURATION

_EXCHANGE: Final = "Microsoft.Exchange."


class ImportPSSession(
    Cmdlet,
    verb="Import",
    noun="PSSession",
    module="Microsoft.PowerShell.Utility",
    output=("System.Management.Automation.PSModuleInfo",),
):
    """Have the commands of a session here. Exchange's are here already: nothing is replaced, whatever the name.

    A module stands for them, as it does in PowerShell. With -Prefix each is there under another name, too.
    """

    examples = (
        Example(
            "$s = New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri http://ex01/PowerShell/; "
            "$null = Import-PSSession $s -DisableNameChecking; Remove-PSSession $s",
            "How scripts get Exchange's commands.",
        ),
        Example(
            "Import-PSSession (New-PSSession EX01 -ConfigurationName Microsoft.Exchange) -Prefix Ex | Out-Null; "
            "Get-ExAcceptedDomain; Get-PSSession | Remove-PSSession",
            "The same under other names.",
        ),
    )

    given: Any = parameter(PSSESSION, name="Session", position=0, mandatory=True, help="The session.", not_null=True)
    names: Any = parameter(
        "string[]",
        name="CommandName",
        position=2,
        aliases=("Name",),
        help="Only commands whose names fit; wildcards are allowed.",
    )
    format_type_name: Any = parameter("string[]", position=3, help="Which views; the lab's are here already.")
    prefix: str = parameter("string", not_null_or_empty=True, help="What is put in front of the nouns.")
    disable_name_checking: bool = parameter("switch", help="Do not warn of unusual verbs; none are.")
    allow_clobber: bool = parameter("switch", help="Replace commands of the same name; none need to be.")
    argument_list: Any = parameter("object[]", aliases=("Args",), help="For commands whose parameters depend on them.")
    command_type: Any = parameter(
        "System.Management.Automation.CommandTypes", aliases=("Type",), help="Only commands of these kinds."
    )
    module_names: Any = parameter(
        "string[]",
        name="Module",
        aliases=("PSSnapin",),
        help="Only commands of these modules.",
        not_null=True,
    )
    fully_qualified_module: Any = parameter(
        "Microsoft.PowerShell.Commands.ModuleSpecification[]",
        refused="Name modules with -Module.",
        help="Only commands of these modules, with their versions.",
        not_null=True,
    )
    certificate: Any = parameter(
        "System.Security.Cryptography.X509Certificates.X509Certificate2",
        refused="The module is not written to a file.",
        help="What signs the module's files.",
    )

    def end(self) -> None:
        """Make the module."""
        session = self.given
        if session.word != "Opened":
            text = f"Session state is not Open. The session state is {session.word}."
            error = InvalidOperationException(text)
            raise self.fail(self.error(error, "InvalidSessionState", ErrorCategory.InvalidOperation, session))
        found = list(self._commands(session.configuration_name))
        if not found:
            text = "Running the Get-Command command in a remote session returned no results."
            raise self.fail(
                self.error(
                    text, "ErrorNoResultsFromRemoteCommand", ErrorCategory.InvalidResult, exception=PSArgumentException
                )
            )
        self.write(self._module(found, session))

    def _commands(self, configuration: str) -> Iterator[CmdletInfo]:
        """Those of the configuration that the parameters leave."""
        names = [wildcard_matcher(to_string(each)) for each in self.names or ("*",)]
        modules = [wildcard_matcher(to_string(each)) for each in self.module_names or ("*",)]
        only_exchange = configuration.casefold() == EXCHANGE_CONFIGURATION.casefold()
        kinds = "All" if self.command_type is None else str(self.command_type)
        if "Cmdlet" not in kinds and "Function" not in kinds and "All" not in kinds:
            return
        for info in sorted(self.session.commands.cmdlets(), key=lambda each: each.name.lower()):
            if only_exchange and not info.module_name.startswith(_EXCHANGE):
                continue
            if any(fits(info.name) for fits in names) and any(fits(info.module_name) for fits in modules):
                yield info

    def _module(self, found: list[CmdletInfo], session: Any) -> PSModuleInfo:
        letters = "".join(random.choice(string.ascii_lowercase) for _ in range(11))
        module = PSModuleInfo(self.session, f"tmp_{letters[:8]}.{letters[8:]}")
        module.version = convert("1.0", named("System.Version"))
        module.description = f"Implicit remoting for http://{session.computer_name}/PowerShell/"
        if self.prefix:
            for info in found:
                alias = AliasInfo(info.name, info.name, self.session, 0, "")
                alias.module = module
                module.aliases[info.name] = alias
            import_into(self.session, module, self.session.global_scope, prefix=self.prefix)
        else:
            module.cmdlets = {info.name: info for info in found}
        self.session.modules[module.name.lower()] = module
        return module
