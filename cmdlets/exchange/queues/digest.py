"""Get-QueueDigest: queues of several servers, grouped by a property (Exchange 2013 and later)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from organization.versions import Version
from shell.engine.commands.cmdlet import Example, SetMembership, parameter
from shell.values.objects import PSCustomObject

from ..conversion import to_shell
from ..reading import Limited
from .common import QueueViewer, identity_text, reader
from .queues import FILTER_WORDS, members_of

_TYPE: Final = "Microsoft.Exchange.Management.QueueDigest.QueueDigestPresentationObject"
_KEYS: Final = {
    "deliverytype": "DeliveryType",
    "lasterror": "LastError",
    "nexthopcategory": "NextHopCategory",
    "nexthopdomain": "NextHopDomain",
    "outboundippool": "OutboundIPPool",
    "risklevel": "RiskLevel",
    "status": "Status",
}
"""What queues may be grouped by, and the property that it is; ServerName and NextHopKey are made below."""


class GetQueueDigest(QueueViewer, Limited, verb="Get", noun="QueueDigest"):
    """Show queues grouped by next hop or another property, the group with the most messages first.

    The lab has one server, so its queues are also those of its site and of the forest.
    """

    default_set = "Server"
    server: Any = parameter(
        "object[]",
        name="Server",
        sets={"Server": SetMembership(mandatory=True, pipeline=True)},
        help="The servers whose queues are grouped.",
    )
    site: Any = parameter(
        "object[]",
        sets={"Site": SetMembership(mandatory=True)},
        help="The Active Directory sites whose queues are grouped.",
    )
    forest: bool = parameter(
        "switch", sets={"Forest": SetMembership(mandatory=True)}, help="The queues of all servers."
    )
    dag: Any = parameter(
        "object[]",
        sets={"Dag": SetMembership(mandatory=True)},
        refused="The lab has none.",
        help="The database availability groups whose queues are grouped.",
    )
    group_by: str = parameter(
        "string",
        default="NextHopDomain",
        values=(*_KEYS.values(), "NextHopKey", "ServerName"),
        help="The property to group by.",
    )
    details_level: str = parameter(
        "string",
        default="Normal",
        values=("None", "Normal", "Verbose"),
        help="The level of detail: whether each queue is listed.",
    )
    filter_by: Any = parameter(
        "object", name="Filter", completer=FILTER_WORDS, help="A filter for the queues: {MessageCount -gt 10}."
    )
    timeout: Any = parameter("object", hidden=True, help="The time-out. No effect: the lab answers at once.")
    examples = (Example("Get-Command Get-QueueDigest", "The usage; -Server EX01 shows the messages that wait there."),)

    def process(self) -> None:
        """Write an object for each group."""
        version = self.organization.profile.version
        if self.is_before(Version.V2013, "digests of queues"):
            return
        for named in self.server or ():
            name = identity_text(named).partition(".")[0]
            if name.lower() != self.organization.forest.server.lower():
                self.refuse(f'The server "{name}" couldn\'t be found.', "QueueViewerException")
                return
        queues = self.asked(self.viewer.queues)
        if queues is None:
            return
        found = [members_of(queue, version) for queue in queues if queue.message_count]
        if self.filter_by is not None and found:
            test = self.filter_test(self.filter_by, found[0])
            found = [members for members in found if test is None or test(reader(members))]
        groups: dict[Any, list[Mapping[str, Any]]] = {}
        for members in found:
            groups.setdefault(self._key(members), []).append(members)
        digests = [self._digest(key, group) for key, group in groups.items()]
        for digest in self.limited(sorted(digests, key=lambda each: each["MessageCount"], reverse=True)):
            self.write(PSCustomObject(digest, [_TYPE, "System.Object"]))

    def _key(self, members: Mapping[str, Any]) -> Any:
        wanted = self.group_by.lower()
        if wanted == "servername":
            return self.organization.forest.server
        if wanted == "nexthopkey":
            return f"{members['DeliveryType']}:{members['NextHopDomain']}"
        return members[_KEYS[wanted]]

    def _digest(self, key: Any, group: list[Mapping[str, Any]]) -> dict[str, Any]:
        details = [self._detail(members) for members in group] if self.details_level.lower() != "none" else []
        return {
            "GroupByValue": str(key),
            "MessageCount": sum(members["MessageCount"] for members in group),
            "DeferredMessageCount": 0,
            "LockedMessageCount": 0,
            "StaleMessageCount": 0,
            "IncomingRate": 0.0,
            "OutgoingRate": 0.0,
            "Details": to_shell(tuple(details)),
        }

    def _detail(self, members: Mapping[str, Any]) -> str:
        return str(members["Identity"])
