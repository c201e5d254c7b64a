import threading
from datetime import UTC, datetime, timedelta

import pytest

from organization.directory import DirectoryObject
from organization.errors import AddressInUse, AlreadyExists, AmbiguousIdentity, InvalidProperty, ObjectNotFound
from organization.labs import start
from organization.objects.accepted_domain import AcceptedDomain, accepted_domain_of, default_domain
from organization.objects.contacts import MailContact
from organization.objects.distribution_group import DistributionGroup, expand
from organization.objects.mailbox import Mailbox
from organization.objects.receive_connector import ReceiveConnector
from organization.objects.recipient import Recipient
from organization.objects.user import User
from organization.store import Organization
from organization.values.multivalued import Edit


@pytest.fixture
def lab():
    return start()


@pytest.mark.parametrize(
    "identity",
    [
        "Default EX01",
        "default ex01",
        "EX01\\Default EX01",
        "CN=Default EX01,CN=SMTP Receive Connectors,CN=Protocols,CN=EX01,CN=Servers,"
        "CN=Exchange Administrative Group (FYDIBOHF23SPDLT),CN=Administrative Groups,CN=First Organization,"
        "CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=contoso,DC=com",
    ],
)
def test_a_connector_by_its_identities(lab, identity):
    assert lab.get(ReceiveConnector, identity).name == "Default EX01"
    assert lab.get(ReceiveConnector, str(lab.get(ReceiveConnector, identity).guid)).name == "Default EX01"


@pytest.mark.parametrize(
    "identity",
    [
        "anna",
        "Anna Berg",
        "ANNA@CONTOSO.COM",
        "smtp:anna@contoso.com",
        "contoso.com/Users/Anna Berg",
        "CONTOSO\\anna",
        "CN=Anna Berg,CN=Users,DC=contoso,DC=com",
        "/o=First Organization/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=anna",
    ],
)
def test_a_mailbox_by_its_identities(lab, identity):
    assert lab.get(Mailbox, identity).alias == "anna"


def test_wildcards(lab):
    assert [item.name for item in lab.find(ReceiveConnector, "*ex01")] == ["Default EX01", "Client EX01"]
    assert [item.name for item in lab.find(ReceiveConnector, "EX01\\C*")] == ["Client EX01"]
    assert lab.find(ReceiveConnector, "[D]*") == []


def test_not_found_in_the_words_of_the_version():
    with pytest.raises(ObjectNotFound) as caught:
        start(version="2010").get(Mailbox, "nobody")
    assert caught.value.text == (
        "The operation couldn't be performed because object 'nobody' couldn't be found on 'DC01.contoso.com'."
    )
    with pytest.raises(ObjectNotFound) as caught:
        start(version="2007").get(Mailbox, "nobody")
    assert caught.value.text == (
        "The operation could not be performed because object 'nobody' could not be found on domain controller "
        "'DC01.contoso.com'."
    )


def test_an_identity_is_looked_for_in_its_class_only(lab):
    with pytest.raises(ObjectNotFound):
        lab.get(ReceiveConnector, "anna")
    assert lab.get(Recipient, "Sales").name == "Sales"


def test_ambiguous(lab):
    lab.create(MailContact, name="Anna Berg (Fabrikam)", display_name="Anna Berg", external_email_address="a@f.com")
    with pytest.raises(AmbiguousIdentity):
        lab.get(Recipient, "Anna Berg")


def test_no_two_objects_of_one_name_in_a_container(lab):
    connector = lab.get(ReceiveConnector, "Default EX01")
    with pytest.raises(AlreadyExists) as caught:
        lab.create(ReceiveConnector, name="client ex01", server=connector.server, bindings=["0.0.0.0:26"])
    assert caught.value.text.startswith(
        "Active Directory operation failed on DC01.contoso.com. The object 'CN=client ex01,CN=SMTP Receive Connectors,"
    )


def test_rename_keeps_the_object_and_moves_its_names(lab):
    before = lab.get(ReceiveConnector, "Client EX01")
    lab.update(before, name="Users")
    after = lab.get(ReceiveConnector, "EX01\\Users")
    assert after.guid == before.guid
    assert after.distinguished_name.startswith("CN=Users,CN=SMTP Receive Connectors")
    assert lab.find(ReceiveConnector, "Client EX01") == []


def test_recipients_by_address(lab):
    anna = lab.get(Mailbox, "anna")
    lab.update(anna, email_addresses=Edit(add=("berg@contoso.com",)))
    assert lab.recipient("BERG@contoso.com").alias == "anna"
    lab.update(anna, email_addresses=Edit(remove=("smtp:berg@contoso.com",)))
    assert lab.recipient("berg@contoso.com") is None


def test_an_address_belongs_to_one_recipient(lab):
    with pytest.raises(AddressInUse, match="already being used"):
        lab.update(lab.get(Mailbox, "ben"), email_addresses=Edit(add=("anna@contoso.com",)))
    assert lab.recipient("anna@contoso.com").alias == "anna"


def test_a_refused_change_changes_nothing(lab):
    heard = []
    lab.subscribe(heard.append)
    before = lab.get(ReceiveConnector, "Default EX01")
    with pytest.raises(InvalidProperty):
        lab.update(before, max_hop_count=0)
    assert lab.get(ReceiveConnector, "Default EX01") == before
    assert heard == []


def test_changes_are_announced_until_told_to_stop(lab):
    heard = []
    stop = lab.subscribe(heard.append)
    connector = lab.get(ReceiveConnector, "Client EX01")
    lab.update(connector, enabled=False)
    lab.remove(connector)
    stop()
    lab.create(AcceptedDomain, name="x", domain_name="x.com")
    assert [(bool(change.before), bool(change.after)) for change in heard] == [(True, True), (True, False)]
    assert heard[0].before.enabled
    assert not heard[0].after.enabled


def test_a_user_gets_a_mailbox_and_stays_the_same_object(lab):
    user = lab.create(User, name="Nora Novak", sam_account_name="nora", netbios_domain="CONTOSO")
    mailbox = lab.new(Mailbox, name=user.name, guid=user.guid, alias="nora", email_addresses=["SMTP:nora@contoso.com"])
    heard = []
    lab.subscribe(heard.append)
    lab.put(mailbox)
    assert [item.name for item in lab.all(User) if type(item) is User] == []
    assert type(lab.by_guid(user.guid)) is Mailbox
    assert type(heard[0].before) is User


def test_objects_are_frozen(lab):
    connector = lab.get(ReceiveConnector, "Client EX01")
    with pytest.raises(AttributeError, match="frozen"):
        connector.enabled = False
    with pytest.raises(AttributeError):
        del connector.enabled


def test_times_follow_the_clock():
    moments = iter(datetime(2008, 2, 12, 9, tzinfo=UTC) + timedelta(seconds=n) for n in range(9))
    organization = Organization("2007", clock=lambda: next(moments))
    made = organization.create(AcceptedDomain, name="a", domain_name="a.com")
    changed = organization.update(made, domain_type="InternalRelay")
    assert changed.created == made.created
    assert changed.changed > made.changed
    assert organization.put(changed).changed == changed.changed


def test_accepted_domains(lab):
    lab.create(AcceptedDomain, name="below", domain_name="*.contoso.com", domain_type="ExternalRelay")
    assert default_domain(lab).name == "contoso.com"
    assert accepted_domain_of("CONTOSO.com", lab).name == "contoso.com"
    assert accepted_domain_of("lab.contoso.com", lab).name == "below"
    assert accepted_domain_of("fabrikam.com", lab) is None


def test_groups_expand_once_through_nested_groups_and_loops(lab):
    staff = lab.get(DistributionGroup, "IT Staff")
    sales = lab.update(lab.get(DistributionGroup, "Sales"), members=Edit(add=(staff.identity,)))
    lab.update(staff, members=Edit(add=(sales.identity, lab.get(Mailbox, "anna").identity)))
    assert sorted(item.alias for item in expand(sales, lab)) == ["anna", "ben", "chloe", "david"]


def test_many_mailboxes_are_found_in_no_time(lab):
    database = lab.get(Mailbox, "anna").database
    for number in range(3000):
        lab.create(
            Mailbox,
            name=f"User {number}",
            alias=f"user{number}",
            database=database,
            email_addresses=(f"SMTP:user{number}@contoso.com",),
        )
    recipients, addresses = len(lab.all(Recipient)), lab._addresses
    assert recipients > 3000
    assert len(addresses) == recipients
    assert lab.recipient("user2999@contoso.com") is lab.get(DirectoryObject, "user2999")


def test_threads_see_whole_states(lab):
    connector = lab.get(ReceiveConnector, "Client EX01")
    seen, failures = set(), []

    def read():
        for _ in range(300):
            now = lab.get(ReceiveConnector, str(connector.guid))
            seen.add((now.max_hop_count, now.max_local_hop_count))

    def write():
        try:
            for number in range(1, 50):
                lab.update(connector, max_hop_count=number, max_local_hop_count=number)
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=work) for work in (read, write, read)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert all(hops == local or (hops, local) == (30, 8) for hops, local in seen)
