"""The rules of Receive connectors, case by case: what is set, and what Exchange says to it."""

import pytest

from organization.errors import InvalidProperty, OrganizationError
from organization.labs import start
from organization.objects.receive_connector import ReceiveConnector
from organization.properties import pascal


def make(version="2007", **settings):
    lab = start(version=version)
    server = lab.all(ReceiveConnector)[0].server
    values = {"name": "Internet", "server": server, "bindings": ["192.168.1.10:25"], "auth_mechanism": "Tls"}
    return lab, lab.create(ReceiveConnector, **(values | settings))


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"banner": "221 no"}, "220"),
        ({"banner": "220Mail"}, "220"),
        ({"max_hop_count": 0}, "between 1 and 500"),
        ({"max_hop_count": 501}, "between 1 and 500"),
        ({"max_local_hop_count": 51}, "between 0 and 50"),
        ({"max_inbound_connection_per_source": 10001}, "between 1 and 10000"),
        ({"max_inbound_connection_percentage_per_source": 101}, "between 1 and 100"),
        ({"max_message_size": "63KB"}, "between 64 KB"),
        ({"max_message_size": "3GB"}, "and 2 GB"),
        ({"max_recipients_per_message": 0}, "between 1 and 512000"),
        ({"max_logon_failures": 11}, "between 0 and 10"),
        ({"tarpit_interval": "00:10:01"}, "between 00:00:00 and 00:10:00"),
        ({"connection_timeout": "1.00:00:01"}, "between 00:00:01 and 1.00:00:00"),
        ({"fqdn": "not a name"}, "not a valid fully qualified domain name"),
        ({"name": "x" * 65}, "maximum length is 64 and the length of the value provided is 65"),
        ({"bindings": ["nowhere"]}, "not a valid binding"),
        ({"remote_ip_ranges": ["10.0.0.9-10.0.0.1"]}, "IP range"),
        ({"enabled": None}, "null"),
    ],
)
def test_values(settings, said):
    with pytest.raises(InvalidProperty) as caught:
        make(**settings)
    assert said in caught.value.text
    assert caught.value.property_name == pascal(next(iter(settings)))


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"connection_timeout": "00:05:00"}, "must be greater than the value of the ConnectionInactivityTimeout"),
        ({"auth_mechanism": "Tls, BasicAuthRequireTLS"}, "together with the values BasicAuth and Tls"),
        ({"auth_mechanism": "BasicAuth, BasicAuthRequireTLS"}, "together with the values BasicAuth and Tls"),
        ({"auth_mechanism": "ExternalAuthoritative, Integrated"}, "can't be combined with any other value than Tls"),
        ({"auth_mechanism": "None", "require_tls": True}, "contains the value Tls"),
        ({"auth_mechanism": "None", "domain_secure_enabled": True}, "DomainSecureEnabled"),
        ({"chunking_enabled": False}, "ChunkingEnabled"),
        ({"bindings": []}, "Bindings"),
        ({"remote_ip_ranges": []}, "RemoteIPRanges"),
        (
            {"auth_mechanism": "ExternalAuthoritative", "permission_groups": "AnonymousUsers"},
            "You must set the value for the PermissionGroups parameter on the Receive connector to ExchangeServers "
            "when you set the AuthMechanism parameter to a value of ExternalAuthoritative.",
        ),
        (
            {"auth_mechanism": "ExchangeServer", "fqdn": "mail.contoso.com"},
            "When the AuthMechanism parameter on a Receive connector is set to the value ExchangeServer, you must set "
            "the FQDN parameter on the Receive connector to one of the following values: the FQDN of the transport "
            'server "EX01.contoso.com", the NetBIOS name of the transport server "EX01", or $null.',
        ),
        (
            {"bindings": ["0.0.0.0:25"]},
            "The values that you specified for the Bindings and RemoteIPRanges parameters conflict with the settings "
            'on Receive connector "EX01\\Default EX01". Receive connectors must have a unique combination of a local '
            "IP address & port bindings and remote IP address ranges. Change at least one of these values.",
        ),
    ],
)
def test_rules(settings, said):
    with pytest.raises(OrganizationError) as caught:
        make(**settings)
    assert said in caught.value.text
    assert caught.value.target.name == "Internet"


@pytest.mark.parametrize(
    "settings",
    [
        {"banner": None},
        {"banner": "220 Mail Server"},
        {"max_protocol_errors": "unlimited"},
        {"max_protocol_errors": 0},
        {"fqdn": None},
        {"auth_mechanism": "ExchangeServer", "fqdn": "ex01"},
        {"auth_mechanism": "ExternalAuthoritative, Tls", "permission_groups": "ExchangeServers"},
        {"bindings": ["0.0.0.0:25"], "remote_ip_ranges": ["10.0.0.0/8"]},
        {"bindings": ["10.0.0.1:25"]},
        {"bindings": ["0.0.0.0:2526"]},
    ],
)
def test_what_is_allowed(settings):
    lab, made = make(**settings)
    assert lab.get(ReceiveConnector, "Internet") == made


def test_services_do_not_share_a_port():
    with pytest.raises(OrganizationError, match="different Transport roles"):
        make("2013", bindings=["0.0.0.0:25"], remote_ip_ranges=["10.0.0.1"], transport_role="HubTransport")
    make("2013", bindings=["0.0.0.0:25"], remote_ip_ranges=["10.0.0.1"], transport_role="FrontendTransport")


def test_a_whole_number_is_seconds_for_the_tarpit_only():
    _, connector = make(tarpit_interval="10")
    assert str(connector.tarpit_interval) == "00:00:10"
    with pytest.raises(InvalidProperty):
        make(connection_timeout="10")


@pytest.mark.parametrize(
    ("version", "per_source", "size", "header", "hops"),
    [
        ("2007", "100", "10MB", "64KB", 30),
        ("2010", "20", "10 MB (10,485,760 bytes)", "64 KB (65,536 bytes)", 30),
        ("2013", "20", "36 MB (37,748,736 bytes)", "128 KB (131,072 bytes)", 60),
        ("2019", "20", "36 MB (37,748,736 bytes)", "256 KB (262,144 bytes)", 60),
        ("SE", "20", "36 MB (37,748,736 bytes)", "256 KB (262,144 bytes)", 60),
    ],
)
def test_defaults_of_the_versions(version, per_source, size, header, hops):
    bindings = ["192.168.1.10:2526"]
    _, connector = make(version, bindings=bindings)
    assert str(connector.max_inbound_connection_per_source) == per_source
    assert str(connector.max_message_size) == size
    assert str(connector.max_header_size) == header
    assert connector.max_hop_count == hops


def test_properties_of_2007_in_order():
    lab, connector = make()
    names = [item.name for item in connector.shown(lab.profile)]
    assert names[:6] == ["AuthMechanism", "Banner", "BinaryMimeEnabled", "Bindings", "ChunkingEnabled", "DefaultDomain"]
    assert names[-4:] == ["WhenChanged", "WhenCreated", "OriginatingServer", "IsValid"]
    assert "MessageRateSource" not in names
    assert names.index("RequireTLS") == names.index("RequireEHLODomain") + 1


def test_properties_that_came_later():
    lab, connector = make("SE", bindings=["192.168.1.10:2526"])
    names = [item.name for item in connector.shown(lab.profile)]
    later = {"MessageRateSource", "SmtpUtf8Enabled", "TransportRole", "AuthTarpitInterval", "WhenCreatedUTC"}
    assert later < set(names)
    assert "LiveCredentialEnabled" not in names
