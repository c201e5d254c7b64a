import pytest

from organization.labs import LABS, PASSWORD, start
from organization.objects.contacts import MailContact
from organization.objects.distribution_group import DistributionGroup
from organization.objects.mailbox import Mailbox
from organization.objects.receive_connector import ReceiveConnector
from organization.objects.recipient import Recipient
from organization.objects.server import ExchangeServer, Service, TransportAgent
from organization.objects.transport_server import FrontendTransportServer, TransportServer

VERSIONS = ["2007", "2010", "2013", "2016", "2019", "SE"]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("lab", LABS)
def test_every_lab_of_every_version_is_valid(lab, version):
    organization = start(lab, version)
    for item in list(organization._by_guid.values()):
        assert list(item.rules(organization)) == []
        for declared in item.shown(organization.profile):
            getattr(item, declared.attribute)
        assert organization.get(type(item), str(item.guid)) is item


def test_built_in_connectors_of_2007():
    default, client = start().all(ReceiveConnector)
    assert (default.identity_text(), client.identity_text()) == ("EX01\\Default EX01", "EX01\\Client EX01")
    assert [str(binding) for binding in default.bindings] == [":::25", "0.0.0.0:25"]
    assert str(default.auth_mechanism) == "Tls, Integrated, BasicAuth, BasicAuthRequireTLS, ExchangeServer"
    assert str(default.permission_groups) == "ExchangeUsers, ExchangeServers, ExchangeLegacyServers"
    assert default.max_recipients_per_message == 5000
    assert str(default.size_enabled) == "EnabledWithoutValue"
    assert client.enable_auth_gssapi


def test_built_in_connectors_of_2013():
    names = [item.name for item in start(version="2013").all(ReceiveConnector)]
    assert names == [
        "Default EX01",
        "Client Proxy EX01",
        "Default Frontend EX01",
        "Outbound Proxy Frontend EX01",
        "Client Frontend EX01",
    ]


def test_people_can_log_on():
    anna = start().get(Mailbox, "anna")
    assert anna.accepts_password(PASSWORD)
    assert not anna.accepts_password("wrong")
    assert not anna.replace(account_disabled=True).accepts_password(PASSWORD)
    assert anna.password is not None
    assert anna.password.is_hashed
    assert PASSWORD not in anna.password.scrypt


def test_the_server():
    lab = start(version="2007")
    server = lab.get(ExchangeServer, "EX01.contoso.com")
    assert str(server.admin_display_version) == "Version 8.1 (Build 240.6)"
    assert server.is_hub_transport_server
    assert not server.is_edge_server
    assert lab.get(Service, "Microsoft Exchange Transport").name == "MSExchangeTransport"
    assert lab.all(TransportAgent)[0].name == "Transport Rule Agent"
    assert lab.one(TransportServer).receive_protocol_log_path == (
        "C:\\Program Files\\Microsoft\\Exchange Server\\TransportRoles\\Logs\\ProtocolLog\\SmtpReceive"
    )


def test_two_services_have_two_folders():
    lab = start(version="2013")
    assert "\\Logs\\Hub\\ProtocolLog\\" in lab.one(TransportServer).receive_protocol_log_path
    assert "\\Logs\\FrontEnd\\ProtocolLog\\" in lab.one(FrontendTransportServer).receive_protocol_log_path


def test_the_empty_lab():
    lab = start("empty")
    assert [item.alias for item in lab.all(Recipient)] == ["Administrator"]
    assert lab.all(DistributionGroup) == lab.all(MailContact) == []


def test_unknown_names():
    with pytest.raises(ValueError, match="contoso, empty"):
        start("nowhere")
    with pytest.raises(ValueError, match="2007, 2010"):
        start(version="5.5")
