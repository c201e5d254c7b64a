"""The console and the session: Get-Host, Get-Culture, Get-UICulture, Get-Verb, Get- and Set-ExecutionPolicy."""

from __future__ import annotations

from typing import Any, Final

from cmdlets.powershell.verbs import VERBS
from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.types.members import access as members
from shell.types.registry.declarations import clr_class
from shell.types.registry.enumeration import enum_members, enum_value
from shell.types.registry.names import named
from shell.values.errors import ErrorCategory, MethodInvocationException
from shell.values.objects import PSCustomObject, Value
from shell.values.wildcard import wildcard_matcher

_UTILITY: Final = "Microsoft.PowerShell.Utility"


class GetHost(Cmdlet, verb="Get", noun="Host", module=_UTILITY, output=("System.Management.Automation.Host.PSHost",)):
    """Get the program that shows the session."""

    examples = (Example("(Get-Host).Name", "Its name."),)

    def process(self) -> None:
        """Write $Host."""
        self.write(self.session.get_variable("Host"))


class GetCulture(
    Cmdlet,
    verb="Get",
    noun="Culture",
    module=_UTILITY,
    default_set="CurrentCulture",
    output=("System.Globalization.CultureInfo",),
):
    """Get the culture by whose rules the session shows dates and numbers."""

    examples = (Example("(Get-Culture).Name", "Its name."),)

    no_user_overrides: bool = parameter(
        "switch", sets=("CurrentCulture", "Name"), help="Leave out the user's own settings; there are none."
    )
    name: Any = parameter(
        "string[]", sets={"Name": SetMembership(position=0, pipeline=True)}, not_null=True, help="Other cultures."
    )
    list_available: bool = parameter("switch", sets=("ListAvailable",), refused="Name cultures.", help="All cultures.")

    def process(self) -> None:
        """Write the culture."""
        owner = named("System.Globalization.CultureInfo")
        for name in self.name or [self.session.culture]:
            try:
                found = members.call_static(owner, "GetCultureInfo", [name], self.session)
            except MethodInvocationException as problem:
                cause = problem.inner or problem
                self.write_error(self.error(cause, "ItemNotFoundException", ErrorCategory.ObjectNotFound, name))
                continue
            self.write(found)


class GetUICulture(
    Cmdlet,
    verb="Get",
    noun="UICulture",
    module=_UTILITY,
    output=("System.Globalization.CultureInfo",),
    class_name="Microsoft.PowerShell.Commands.GetUICultureCommand",
):
    """Get the culture in whose language the session speaks."""

    examples = (Example("(Get-UICulture).Name", "Its name."),)

    def process(self) -> None:
        """Write the culture."""
        owner = named("System.Globalization.CultureInfo")
        self.write(members.call_static(owner, "GetCultureInfo", [self.session.culture], self.session))


@clr_class(
    "System.Management.Automation.VerbInfo",
    properties="Verb:string AliasPrefix:string Group:string Description:string",
)
class VerbInfo:
    """An approved verb."""

    def __init__(self, verb: str, alias_prefix: str, group: str, description: str) -> None:
        self.verb = verb
        self.alias_prefix = alias_prefix
        self.group = group
        self.description = description


class GetVerb(Cmdlet, verb="Get", noun="Verb", module=_UTILITY, output=("System.Management.Automation.VerbInfo",)):
    """Get the verbs that commands may have."""

    examples = (Example("Get-Verb -Group Data", "The verbs of one group."),)

    wanted: Any = parameter(
        "string[]", name="Verb", position=0, pipeline=True, by_property_name=True, help="Verbs; wildcards work."
    )
    group: Any = parameter(
        "string[]",
        position=1,
        pipeline=True,
        by_property_name=True,
        values=("Common", "Communications", "Data", "Diagnostic", "Lifecycle", "Other", "Security"),
        help="Groups of verbs.",
    )

    def process(self) -> None:
        """Write the verbs."""
        tests = [wildcard_matcher(each) for each in self.wanted or ("*",)]
        groups = {each.lower() for each in self.group or ()}
        for group, rows in VERBS.items():
            if groups and group.lower() not in groups:
                continue
            for verb, prefix, text in rows:
                if any(matches(verb) for matches in tests):
                    self.write(VerbInfo(verb, prefix, group, text))


_SCOPES: Final = ("MachinePolicy", "UserPolicy", "Process", "CurrentUser", "LocalMachine")
_POLICY: Final = "Microsoft.PowerShell.ExecutionPolicy"
_STATE: Final = "execution policies"


class GetExecutionPolicy(
    Cmdlet,
    verb="Get",
    noun="ExecutionPolicy",
    module="Microsoft.PowerShell.Security",
    output=(_POLICY,),
):
    """Get the execution policy. Every script may run here, whatever it says."""

    examples = (Example("Get-ExecutionPolicy", "The policy in force."),)

    scope: Any = parameter(
        "Microsoft.PowerShell.ExecutionPolicyScope", position=0, by_property_name=True, help="The scope to ask for."
    )
    list: bool = parameter("switch", help="The policies of all scopes.")

    def process(self) -> None:
        """Write the policy."""
        policies = self.session.state.get(_STATE, {})
        if self.list:
            for scope in _SCOPES:
                self.write(PSCustomObject({"Scope": _scope(scope), "ExecutionPolicy": _policy(policies.get(scope))}))
            return
        if self.scope is not None:
            self.write(_policy(policies.get(str(self.scope))))
            return
        found = next((policies[scope] for scope in _SCOPES if scope in policies), "Unrestricted")
        self.write(_policy(found))


class SetExecutionPolicy(
    Cmdlet, verb="Set", noun="ExecutionPolicy", module="Microsoft.PowerShell.Security", should_process=True
):
    """Set the execution policy of this session. Every script may run here, whatever it says."""

    examples = (Example("Set-ExecutionPolicy RemoteSigned -Scope Process -Force", "What setup scripts do."),)

    execution_policy: Any = parameter(_POLICY, position=0, mandatory=True, pipeline=True, help="The policy.")
    scope: Any = parameter(
        "Microsoft.PowerShell.ExecutionPolicyScope", position=1, by_property_name=True, help="The scope."
    )
    force: bool = parameter("switch", help="Do not ask.")

    def process(self) -> None:
        """Keep the policy for Get-ExecutionPolicy."""
        scope = "LocalMachine" if self.scope is None else str(self.scope)
        if self.should_process(str(self.execution_policy), "Set-ExecutionPolicy"):
            self.session.state.setdefault(_STATE, {})[scope] = str(self.execution_policy)


def _policy(name: str | None) -> Value:
    owner = named(_POLICY)
    return enum_value(owner, enum_members(owner)[name or "Undefined"])


def _scope(name: str) -> Value:
    owner = named("Microsoft.PowerShell.ExecutionPolicyScope")
    return enum_value(owner, enum_members(owner)[name])
