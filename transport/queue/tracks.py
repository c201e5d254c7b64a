"""The rows that the queue writes to the message tracking log."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from organization.mail_records import PASSED, TrackedEvent
from organization.versions import Version

from ..policy.timestamps import log_date

if TYPE_CHECKING:
    from ..policy.delivery import Failure
    from ..policy.server_context import ServerContext
    from ..policy.transaction import Submission

_NETWORK_ID = b"X-MS-Exchange-Organization-Network-Message-Id: "
_GUID_LENGTH = 36


class Tracks:
    """Writes message tracking rows."""

    def __init__(self, server_context: ServerContext) -> None:
        self._server_context = server_context
        self._has_network_ids = server_context.profile.version >= Version.V2013

    def received(self, number: int, submission: Submission) -> None:
        """Write RECEIVE: a message was received by SMTP."""
        recipients = tuple([recipient.address for recipient in submission.recipients])
        self._of_smtp("RECEIVE", self._server_context.time(), number, submission, recipients)

    def passed(self, number: int, submission: Submission, recipients: tuple[str, ...], received: float) -> None:
        """Write RECEIVE and DELIVER as one entry: a message was received by SMTP and delivered at once."""
        self._of_smtp(PASSED, received, number, submission, recipients)

    def submitted(self, number: int, submission: Submission, hub: str) -> None:
        """Write the rows of a message sent from a mailbox. Before 2013 the mailbox server notifies the hub (SUBMIT),
        which takes the message out of the store (RECEIVE). Since then mailbox transport submits it by SMTP to the
        connector `hub`.
        """
        server_context, moment = self._server_context, self._server_context.time()
        recipients = tuple([recipient.address for recipient in submission.recipients])
        address, name = submission.local_address, server_context.server_name
        row = TrackedEvent(
            moment,
            "SUBMIT",
            "STOREDRIVER",
            number,
            submission.message_id,
            submission.sender,
            recipients if hub else (),
            (),
            len(submission.content) if hub else 0,
            submission.subject,
            client_address=address,
            client_name=name,
            server_address=address,
            server_name=name,
            context=submission.context,
            return_path=submission.sender,
            network_id=self._network_id(submission.content),
            incoming=False,
        )
        taken = row._replace(event_id="RECEIVE", recipients=recipients, size=len(submission.content), info="04I: ")
        if not hub:
            server_context.track(row)
            server_context.track(taken._replace(context=""))
            return
        server_context.track(taken)
        server_context.track(
            taken._replace(source="SMTP", connector=hub, client_name=server_context.server_fqdn, context="", info="")
        )
        server_context.track(row)

    def reported(self, number: int, report: Submission, original: Submission) -> None:
        """Write DSN: a report was made about a message."""
        recipients = tuple([recipient.address for recipient in report.recipients])
        self._row("DSN", "DSN", number, report, recipients, reference=original.message_id)

    def delivered(self, number: int, submission: Submission, recipients: Sequence[str], received: float) -> None:
        """Write DELIVER: a message was put into mailboxes."""
        self._row("DELIVER", "STOREDRIVER", number, submission, tuple(recipients), info=log_date(received))

    def expanded(self, number: int, submission: Submission, group: str, members: Sequence[str]) -> None:
        """Write EXPAND: a group was replaced by its members."""
        self._row("EXPAND", "ROUTING", number, submission, tuple(members), related=group)

    def redirected(self, number: int, submission: Submission, mailbox: str, target: str) -> None:
        """Write REDIRECT: a mailbox forwards."""
        self._row("REDIRECT", "ROUTING", number, submission, (target,), related=mailbox)

    def failed(self, number: int, submission: Submission, failures: Sequence[Failure], source: str = "") -> None:
        """Write FAIL for recipients that do not get a message."""
        for failure in failures:
            where = source or ("STOREDRIVER" if "STOREDRV" in failure.text else "ROUTING")
            recipients = (failure.recipient.address,)
            self._row("FAIL", where, number, submission, recipients, statuses=(failure.text,))
        if failures and not submission.sender:
            addresses = tuple([failure.recipient.address for failure in failures])
            self._row("BADMAIL", "DSN", number, submission, addresses)

    def discarded(self, number: int, submission: Submission, text: str, agent: str) -> None:
        """Write FAIL: an agent keeps a message from its recipients."""
        for recipient in submission.recipients:
            self._row("FAIL", "AGENT", number, submission, (recipient.address,), statuses=(text,), context=agent)

    def deferred(self, number: int, submission: Submission, recipients: Sequence[str], reason: str) -> None:
        """Write DEFER: a message has to wait."""
        statuses = tuple([reason] * len(recipients))
        self._row("DEFER", "QUEUE", number, submission, tuple(recipients), statuses=statuses)

    def _row(
        self,
        event_id: str,
        source: str,
        number: int,
        submission: Submission,
        recipients: tuple[str, ...],
        statuses: tuple[str, ...] = (),
        **more: Any,
    ) -> None:
        server_context = self._server_context
        server_context.track(
            TrackedEvent(
                server_context.time(),
                event_id,
                source,
                number,
                submission.message_id,
                submission.sender,
                recipients,
                statuses,
                len(submission.content),
                submission.subject,
                client_name=server_context.server_name,
                server_name=server_context.server_name,
                return_path=submission.sender,
                network_id=self._network_id(submission.content),
                incoming=not submission.internal,
                **more,
            )
        )

    def _of_smtp(
        self, event_id: str, moment: float, number: int, submission: Submission, recipients: tuple[str, ...]
    ) -> None:
        """Write the row of a received message. Every message has one, so for speed it is a plain tuple of
        TrackedEvent's fields.
        """
        # fmt: off
        (
            sender, _, content, message_id, connector, client, hello, _, internal, _, _, _, subject, server, _, context,
            front_end,
        ) = submission
        # fmt: on
        server_context, original = self._server_context, ""
        custom: tuple[tuple[str, str], ...] = ()
        if front_end:
            original, custom = client, self._proxied(submission)
            client, hello, server = front_end, server_context.server_fqdn, front_end
        # fmt: off
        server_context.track((
            moment, event_id, "SMTP", number, message_id, sender, recipients, (), len(content), subject,
            connector, client, hello, server, server_context.server_name, context, "", "", sender, "",
            self._network_id(content) if self._has_network_ids else "", not internal, original, custom,
        ))
        # fmt: on

    def _proxied(self, submission: Submission) -> tuple[tuple[str, str], ...]:
        """Return the custom data of a message that the front end has proxied."""
        return (
            ("ProxyHop1", f"{self._server_context.server_fqdn}({submission.proxied_from})"),
            ("FirstForestHop", self._server_context.server_fqdn),
            ("ProxiedClientIPAddress", submission.remote_address),
            ("ProxiedClientHostname", submission.hello),
            ("DeliveryPriority", "Normal"),
        )

    def _network_id(self, content: bytes) -> str:
        at = content.find(_NETWORK_ID) if self._has_network_ids else -1
        start = at + len(_NETWORK_ID)
        return content[start : start + _GUID_LENGTH].decode("ascii", "replace") if at >= 0 else ""
