from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organization.directory import DirectoryObject
from organization.index import Index
from organization.labs import start
from organization.names import canonical_child, escape, last_part
from organization.objects.contacts import MailContact
from organization.objects.mailbox import Mailbox
from organization.objects.recipient import Recipient
from organization.versions import Version

from .counting import counted

NAMES = st.text(st.sampled_from('aB ,+=;:/\\#cnCN"é<>'), min_size=1, max_size=24)


@pytest.mark.parametrize("version", Version)
def test_every_object_is_found_by_every_text_that_names_it(version):
    lab = start(version=version)
    for item in lab.all(DirectoryObject):
        for text in (*item.identity_keys(), *map(str, item.guids())):
            assert item in lab.find(type(item), text), text
            assert item in lab.find(type(item), text.upper()), text


@given(NAMES, NAMES)
def test_what_is_made_of_a_name_ends_as_the_name_does(name, container):
    unit = f"OU={escape(container)},DC=contoso,DC=com"
    for text in (f"CN={escape(name)},{unit}", canonical_child(unit, name), f"EX01\\{name}", f"/o=Org/cn={name}"):
        if "/cn=" in text and ("," in name or "\\" in name):
            continue  # a legacy name is no distinguished name, in which these would be escaped
        assert last_part(text) == last_part(name), text


@given(NAMES)
def test_a_recipient_of_any_name_is_found(name):
    lab = start()
    made = lab.new(MailContact, name=name, alias="x1", external_email_address="SMTP:x@y.z")
    index = Index()
    index.add(made)
    for text in made.identity_keys():
        assert index.named(text) == [made], text
    index.remove(made)
    assert index.named(name) == []
    assert not index._by_part
    assert not index._by_guid


def test_an_end_alone_is_no_identity():
    lab = start()
    anna = lab.get(Mailbox, "anna")
    assert lab.find(Mailbox, "FABRIKAM\\anna") == []
    assert lab.find(Mailbox, "contoso.com/Sales/Anna Berg") == []
    assert lab.find(Mailbox, "X500:anna") == []
    assert lab.find(Mailbox, "CONTOSO\\anna") == [anna]
    assert lab.find(Mailbox, "{" + str(anna.guid) + "}") == []


def test_a_lookup_looks_at_what_is_called_alike_and_not_at_the_others():
    lab = start()
    for number in range(200):
        lab.create(MailContact, name=f"c{number}", alias=f"a{number}", external_email_address=f"SMTP:x{number}@y.z")
    with counted(Recipient, "identity_keys") as calls:
        assert lab.get(MailContact, "a77").name == "c77"
        assert lab.get(MailContact, "contoso.com/Users/c78").name == "c78"
    assert calls.count <= 4


def test_an_entry_is_the_object_itself_where_nothing_else_is_called_so():
    lab = start()
    ben = lab.get(Mailbox, "ben")
    assert lab._index._by_part["ben"] is ben
    assert lab._index._by_guid[ben.exchange_guid] is ben
    assert sum(isinstance(entry, dict) for entry in lab._index._by_part.values()) < len(lab._index._by_part) / 5


def test_several_of_one_name_are_told_apart_by_class_and_forgotten_one_by_one():
    lab, index = start(), Index()
    more = {"name": "Same", "external_email_address": "SMTP:x@y.z"}
    ones = [lab.new(MailContact, alias=f"a{number}", guid=uuid4(), **more) for number in range(3)]
    for each in ones:
        index.add(each)
    assert index.named("same") == ones
    index.remove(ones[1])
    assert index.named("same") == [ones[0], ones[2]]
    index.remove(ones[0])
    assert index._by_part["same"] is ones[2]


def test_wildcards_are_compared_with_alias_and_display_name_too():
    lab = start()
    lab.create(MailContact, name="C 1", alias="zoe", display_name="Wren", external_email_address="SMTP:x@y.z")
    for pattern in ("zo*", "*ren", "C *", "contoso.com/Users/C*"):
        assert [item.name for item in lab.find(MailContact, pattern) if item.alias == "zoe"] == ["C 1"], pattern
    assert lab.find(MailContact, "*@y.z") == []
