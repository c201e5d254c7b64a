"""Get-Runspace: the runspaces of the session."""

from __future__ import annotations

from shell.engine.automation.runspaces import Runspace
from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.values.objects import Value
from shell.values.wildcard import wildcard_matcher

_MODULE = "Microsoft.PowerShell.Utility"


class GetRunspace(
    Cmdlet,
    verb="Get",
    noun="Runspace",
    module=_MODULE,
    default_set="NameParameterSet",
    output=("System.Management.Automation.Runspaces.Runspace",),
):
    """Show the session's own runspace and those that scripts made and still hold."""

    examples = (Example("Get-Runspace -Id 1", "The runspace of the session itself."),)

    name: list[str] = parameter(
        "string[]", sets=("NameParameterSet",), position=0, not_null_or_empty=True, help="Names or patterns."
    )
    id_numbers: list[int] = parameter(
        "int[]", name="Id", sets={"IdParameterSet": SetMembership(mandatory=True, position=0)}, help="Numbers."
    )
    instance_id: list[Value] = parameter(
        "guid[]", sets={"InstanceIdParameterSet": SetMembership(mandatory=True, position=0)}, help="Identifiers."
    )

    def process(self) -> None:
        """Write those that are asked for; what is not there is not missed."""
        patterns = [wildcard_matcher(each) for each in self.name or ()]
        for each in Runspace.all_of(self.session):
            fits = not (patterns or self.id_numbers or self.instance_id)
            fits = fits or any(matches(each.name) for matches in patterns)
            if fits or each.id in (self.id_numbers or ()) or each.instance_id in (self.instance_id or ()):
                self.write(each)
