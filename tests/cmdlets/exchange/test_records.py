"""Directory objects as scripts hold them."""

import pytest

from cmdlets.exchange.conversion import to_model, to_shell
from cmdlets.exchange.records import Record, SetPropertyException
from organization.labs import start
from organization.objects.mailbox import Mailbox
from organization.objects.receive_connector import ReceiveConnector
from organization.values.enums import AuthMechanisms, SizeMode
from organization.values.unlimited import UNLIMITED, Unlimited
from shell.types import type_of

VERSIONS = ["2007", "2010", "2013", "2016", "2019", "SE"]


def record(model, identity, version="2007"):
    lab = start(version=version)
    return Record(lab.get(model, identity), lab)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(("model", "identity"), [(ReceiveConnector, "Default EX01"), (Mailbox, "anna")])
def test_every_property_reads(model, identity, version):
    made = record(model, identity, version)
    shown = [declared.name for declared in model.shown(made.organization.profile)]
    first = [] if version == "2007" else ["RunspaceId"]
    assert [member.name for member in type_of(made).all_properties()] == first + shown
    for member in type_of(made).all_properties():
        member.get(made)


def test_changes_stay_in_the_record():
    made = record(ReceiveConnector, "Client EX01")
    properties = type_of(made).properties
    properties["maxhopcount"].set(made, 7)
    properties["remoteipranges"].get(made).append("10.0.0.1")
    assert made.model.max_hop_count == 30
    changes = made.changes()
    assert changes["max_hop_count"] == 7
    assert [str(each) for each in changes["remote_ip_ranges"]][-1] == "10.0.0.1"
    assert set(changes) == {"max_hop_count", "remote_ip_ranges"}


def test_a_wrong_value_is_refused_at_once():
    made = record(ReceiveConnector, "Client EX01")
    with pytest.raises(SetPropertyException, match="between 1 and 500"):
        type_of(made).properties["maxhopcount"].set(made, 0)
    assert made.changes() == {}


def test_read_only_properties_have_no_setter():
    properties = type_of(record(Mailbox, "anna")).properties
    assert properties["guid"].set is None
    assert properties["primarysmtpaddress"].set is None
    assert properties["alias"].set is not None


def test_enumerations_are_the_shells():
    value = to_shell(AuthMechanisms.Tls | AuthMechanisms.Integrated)
    assert str(value) == "Tls, Integrated"
    assert type_of(value).name == "Microsoft.Exchange.Data.AuthMechanisms"
    assert str(to_shell(AuthMechanisms(0))) == "None"
    assert str(to_shell(SizeMode.EnabledWithoutValue)) == "EnabledWithoutValue"


def test_limits_know_what_they_limit():
    made = record(Mailbox, "anna")
    quota = type_of(made).properties["prohibitsendquota"].get(made)
    assert type_of(to_shell(Unlimited(5))).display_name.endswith("Unlimited`1[System.Int32]")
    assert str(quota) == "unlimited"
    assert to_model(to_shell(UNLIMITED)) == UNLIMITED
