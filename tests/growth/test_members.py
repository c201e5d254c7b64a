from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from organization.names import ADObjectId
from organization.objects.distribution_group import DistributionGroup
from organization.values import style
from organization.values.address import SmtpAddress
from organization.values.multivalued import Edit, Several
from shell import Session

from .counting import counted, run, work

numbers = st.lists(st.integers(0, 12), max_size=12)


def _session(size: int) -> Session:
    session = Session(log_folder="")
    script = f"1..{size} | ForEach-Object {{ New-MailContact c$_ -ExternalEmailAddress c$_@fabrikam.com }}"
    run(session, f"{script}; New-DistributionGroup Many")
    return session


def _adding(size: int) -> int:
    with _session(size) as session, counted(ADObjectId, "__eq__") as equal, counted(ADObjectId, "__hash__") as hashed:
        run(session, f"1..{size} | ForEach-Object {{ Add-DistributionGroupMember Many -Member c$_ }}")
        assert len(session.organization.get(DistributionGroup, "Many").members) == size
        return equal.count + hashed.count


def _removing(size: int) -> int:
    with _session(size) as session:
        run(session, f'Update-DistributionGroupMember Many -Members (1..{size} | % {{ "c$_" }}) -Confirm:$false')
        with counted(ADObjectId, "__eq__") as equal, counted(ADObjectId, "__hash__") as hashed:
            run(session, f"{size}..1 | % {{ Remove-DistributionGroupMember Many -Member c$_ -Confirm:$false }}")
        assert session.organization.get(DistributionGroup, "Many").members == ()
        return equal.count + hashed.count


def test_a_member_more_is_compared_with_no_other():
    assert work(_adding) < 6


def test_a_member_less_is_compared_with_no_other():
    assert work(_removing) < 6


def _restyling(size: int) -> int:
    with _session(size) as session, counted(style, "restyle") as restyled:
        run(session, f"1..{size} | ForEach-Object {{ Add-DistributionGroupMember Many -Member c$_ }}")
        return restyled.count


def test_members_are_not_styled():
    assert work(_restyling) < 6


def _blocking(size: int) -> int:
    with Session(log_folder="", version="2010") as session, counted(SmtpAddress, "__eq__") as equal:
        run(session, f'1..{size} | % {{ Set-RecipientFilterConfig -BlockedRecipients @{{Add="b$_@contoso.com"}} }}')
        return equal.count


def test_a_blocked_recipient_more_is_compared_with_no_other():
    assert work(_blocking) < 6


@given(numbers, st.lists(st.tuples(st.booleans(), numbers), max_size=8))
def test_one_table_serves_every_state_in_turn(first, steps):
    values = Several(dict.fromkeys(first))
    expected = list(dict.fromkeys(first))
    states = [(values, tuple(expected))]
    for adds, some in steps:
        edit = Edit(add=tuple(some)) if adds else Edit(remove=tuple(some))
        values = edit.apply(values, int)
        if adds:
            expected += [each for each in dict.fromkeys(some) if each not in expected]
        else:
            expected = [each for each in expected if each not in some]
        states.append((values, tuple(expected)))
    for values, wanted in (*states, *reversed(states)):  # the older ones too, which have lost the table
        assert values == wanted
        assert [number for number in range(13) if values.holds(number)] == sorted(wanted)


def test_who_is_in_the_group_already_and_who_is_not():
    with _session(3) as session:
        run(session, "Add-DistributionGroupMember Many -Member c1")
        twice = session.run("Add-DistributionGroupMember Many -Member c1")
        assert "MemberAlreadyExistsException" in twice.errors[0].fully_qualified_error_id or twice.errors
        other = session.run("Remove-DistributionGroupMember Many -Member c2 -Confirm:$false")
        assert "isn't a member" in str(other.errors[0])


def test_a_reference_is_the_same_by_its_guid():
    guid = uuid4()
    one, again = ADObjectId(guid, "CN=a,DC=b", "a"), ADObjectId(guid, "CN=renamed,DC=b", "renamed")
    assert Several((one,)).holds(again)
    assert Several((one,)).without(again) == ()
