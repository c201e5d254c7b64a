"""Types whose values a lower floor makes by name. The maker's module is imported at the first use."""

from __future__ import annotations

from typing import Final

MAKERS: Final[dict[str, str]] = {
    "System.Collections.ObjectModel.Collection`1": "dotnet.collections.object_model:collection",
    "System.Management.Automation.PSMemberInfo": "dotnet.automation.member_objects:MemberView",
    "System.Management.Automation.PSMemberSet": "dotnet.automation.psobjects:view",
}
"""Full name -> module (below `shell`) and the function in it that makes a value."""
