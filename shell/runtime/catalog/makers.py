"""Types whose values a lower floor makes by name: the registry imports what makes them at the first one."""

from __future__ import annotations

from typing import Final

MAKERS: Final[dict[str, str]] = {
    "System.Collections.ObjectModel.Collection`1": "dotnet.objectmodel:collection",
    "System.Management.Automation.PSMemberInfo": "dotnet.psmembers:MemberView",
    "System.Management.Automation.PSMemberSet": "dotnet.psobjects:view",
}
"""Full name -> module (below `shell.runtime`) and the function in it that makes a value."""
