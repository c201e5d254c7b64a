import sys

import pytest

from organization.directory import DirectoryObject, _PrintedDefault
from organization.labs import start
from organization.objects.mailbox import Mailbox
from organization.objects.receive_connector import ReceiveConnector
from organization.values.style import restyle
from organization.versions import Version


@pytest.mark.parametrize("version", Version)
def test_only_what_is_said_to_print_differently_does(version):
    lab = start(version=version)
    for item in lab.all(DirectoryObject):
        for declared in type(item).properties:
            value = getattr(item, declared.attribute)
            if declared.compute is None:
                printed = restyle(value, lab.profile.style)
                assert str(printed) == str(value), (declared.name, str(value))


def test_defaults_print_as_the_version_prints_them():
    assert str(start(version="2007").get(Mailbox, "anna").max_send_size) == "unlimited"
    assert str(start(version="2019").get(Mailbox, "anna").max_send_size) == "Unlimited"
    old = start(version="2007").get(ReceiveConnector, "Default EX01")
    assert str(old.replace(max_message_size="3MB").max_message_size) == "3MB"
    assert isinstance(vars(Mailbox.__mro__[3])["max_send_size"], _PrintedDefault)


def test_an_object_keeps_what_makes_it_special_and_shares_the_names_of_its_facts():
    lab = start(version="2007")
    made = [
        lab.create(Mailbox, name=f"m{number}", alias=f"m{number}", email_addresses=(f"SMTP:m{number}@contoso.com",))
        for number in range(3)
    ]
    assert "max_send_size" not in vars(made[0])
    assert "prohibit_send_quota" not in vars(made[0])
    alone = dict(vars(made[1]))
    assert sys.getsizeof(vars(made[2])) <= sys.getsizeof(alone)


def test_what_does_not_change_is_not_copied():
    lab = start(version="2019")
    item = lab.get(Mailbox, "anna")
    assert item.restyled(lab.profile.style) is item
