"""DSNs about queued messages: to the sender, and copies to the postmaster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from organization.objects.transport_config import TransportConfigContainer
from shell.lazy import lazy

from ..policy.dsn import Report, report, report_setting, wanted_failures
from ..policy.dsn_texts import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from organization.objects import organization_config, recipient
    from organization.store import Organization

    from ..policy.delivery import Failure
    from ..policy.server_context import ServerContext
    from ..policy.transaction import Recipient, Submission
else:
    organization_config = lazy("organization.objects.organization_config", globals())
    recipient = lazy("organization.objects.recipient", globals())


class Reporting:
    """Writes DSNs about messages. There is no DSN about a DSN."""

    def __init__(self, organization: Organization, server_context: ServerContext) -> None:
        self._organization = organization
        self._server_context = server_context

    def about(
        self,
        submission: Submission,
        received: float,
        failures: Sequence[Failure] = (),
        delivered: Iterable[Recipient] = (),
        expanded: Iterable[Recipient] = (),
    ) -> list[Submission]:
        """Return the DSNs about a message that was received at `received`."""
        if not submission.sender:
            return []
        reports: list[Submission] = []
        failed = wanted_failures(failures) if failures else []
        for reader in dict.fromkeys([failure.recipient.report_to for failure in failed]):
            own = [failure for failure in failed if failure.recipient.report_to == reader]
            about = Report(submission, Kind.FAILED, failures=own, to=reader, arrived=received)
            reports.append(self._written(about))
            reports += self._copies(about)
        for kind, recipients in ((Kind.DELIVERED, delivered), (Kind.EXPANDED, expanded)):
            asked = [item for item in dict.fromkeys(recipients) if "SUCCESS" in item.notify]
            if asked:
                reports.append(self._written(Report(submission, kind, recipients=asked, arrived=received)))
        return reports

    def delayed(
        self, submission: Submission, received: float, until: float, recipients: Iterable[Recipient]
    ) -> list[Submission]:
        """Return the delay DSNs for the recipients that asked for them. `until` is when the message expires."""
        if not submission.sender:
            return []
        wanted = [item for item in recipients if "DELAY" in (item.notify or "DELAY")]
        reports: list[Submission] = []
        for reader in dict.fromkeys([item.report_to for item in wanted]):
            if self._tells_of_delays(reader or submission.sender):
                own = [item for item in wanted if item.report_to == reader]
                about = Report(submission, Kind.DELAYED, recipients=own, to=reader, arrived=received, until=until)
                reports.append(self._written(about))
        return reports

    def is_internal(self, address: str) -> bool:
        """Whether an address is one of the organization's."""
        return self._server_context.recipients.accepted(address.rpartition("@")[2]) is not None

    def _written(self, about: Report) -> Submission:
        return report(self._server_context, self._organization, about, self.is_internal(about.reader))

    def _tells_of_delays(self, reader: str) -> bool:
        side = "internal" if self.is_internal(reader) else "external"
        return bool(report_setting(self._organization, f"{side}_delay_dsn_enabled"))

    def _copies(self, about: Report) -> Iterable[Submission]:
        """Return the postmaster's copy of a DSN whose status code is in GenerateCopyOfDSNFor."""
        config = self._organization.one(TransportConfigContainer)
        wanted = {code.strip() for code in config.generate_copy_of_dsn_for}
        if not wanted or not any(failure.status in wanted for failure in about.failures):
            return
        mailbox = postmaster_mailbox(self._organization)
        if mailbox:
            yield self._written(about.copy_for(mailbox))


def postmaster_mailbox(organization: Organization) -> str:
    """Return the address of MicrosoftExchangeRecipientReplyRecipient, the postmaster's mailbox; empty if unset."""
    named = organization.one(organization_config.OrganizationConfig).microsoft_exchange_recipient_reply_recipient
    found = organization.find(recipient.Recipient, str(named)) if named else []
    primary = found[0].primary_smtp_address if found else None
    return primary.text if primary is not None else ""
