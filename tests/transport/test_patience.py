"""Time and real listeners: what is due is done without anybody asking."""

from __future__ import annotations

import time

from organization.objects.accepted_domain import AcceptedDomain
from organization.objects.server import Service, ServiceStatus
from organization.objects.transport_server import TransportServer

from .lab import Client, Lab, lab


def send_away(it: Lab) -> None:
    it.organization.create(AcceptedDomain, name="relay", domain_name="relay.com", domain_type="ExternalRelay")
    with Client(it.port) as client:
        client.hear()
        for line in ("HELO x", "MAIL FROM:<ben@contoso.com>", "RCPT TO:<joe@relay.com>", "DATA"):
            client.say(line)
        assert client.say("Subject: far\r\n\r\nhi\r\n.").startswith("250 ")


def subjects(it: Lab, seconds: float) -> list[str]:
    """What ben has heard when he has heard something, or after so many seconds."""
    end = time.monotonic() + seconds
    while not it.messages("ben") and time.monotonic() < end:
        time.sleep(0.05)
    return [message.subject for message in it.messages("ben")]


def test_a_late_message_is_reported_by_itself() -> None:
    with lab() as it:
        it.organization.update(it.organization.one(TransportServer), delay_notification_timeout="00:00:01")
        send_away(it)
        assert it.messages("ben") == []
        assert subjects(it, 10) == ["Delivery delayed: far"]


def test_a_service_that_does_not_run_reports_when_it_is_started() -> None:
    with lab() as it:
        send_away(it)
        service = it.organization.get(Service, "MSExchangeTransport")
        it.organization.update(service, status=ServiceStatus.Stopped)
        it.organization.update(it.organization.one(TransportServer), time_ahead="05:00:00")
        assert it.messages("ben") == []
        it.organization.update(service, status=ServiceStatus.Running, started=it.organization.clock())
        assert subjects(it, 0) == ["Delivery delayed: far"]
