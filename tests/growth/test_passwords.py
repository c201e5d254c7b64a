import pytest

from organization import passwords
from organization.objects.mailbox import Mailbox
from organization.passwords import Password, verify_password
from shell import Session
from transport.policy.accounts import Accounts

from .counting import counted, run

SECRET = "$p = ConvertTo-SecureString 'Pass@word7' -AsPlainText -Force"


def test_nothing_is_hashed_before_somebody_logs_on():
    with Session(log_folder="") as session, counted(passwords, "hash_password") as hashes:
        run(
            session,
            f"{SECRET}; foreach ($i in 1..6) {{ New-Mailbox u$i -UserPrincipalName u$i@contoso.com -Password $p }}",
        )
        assert hashes.count == 0
        accounts = Accounts(session.organization)
        assert accounts.log_on("u3", "Pass@word7") is not None
        assert accounts.log_on("u4", "wrong") is None
        assert accounts.log_on("u4", "Pass@word7") is not None
        assert hashes.count == 1  # all have the password of one SecureString


def test_a_secure_string_that_has_changed_is_another_password():
    with Session(log_folder="") as session:
        run(
            session,
            "$p = New-Object Security.SecureString; 'Pass@word7'.ToCharArray() | ForEach-Object { $p.AppendChar($_) }\n"
            "New-Mailbox u1 -UserPrincipalName u1@contoso.com -Password $p; $p.AppendChar('!')\n"
            "New-Mailbox u2 -UserPrincipalName u2@contoso.com -Password $p",
        )
        accounts = Accounts(session.organization)
        assert accounts.log_on("u1", "Pass@word7") is not None
        assert accounts.log_on("u1", "Pass@word7!") is None
        assert accounts.log_on("u2", "Pass@word7!") is not None


@pytest.mark.parametrize("attempt", ["Pass@word7", "wrong"])
def test_the_text_is_forgotten_at_the_first_attempt(attempt):
    password = Password("Pass@word7")
    assert not password.is_hashed
    password.fits(attempt)
    assert password.is_hashed
    assert "Pass@word7" not in str([getattr(password, name) for name in Password.__slots__])
    assert verify_password("Pass@word7", password.scrypt)


def test_the_text_is_never_shown():
    with Session(log_folder="") as session:
        run(session, f"{SECRET}; New-Mailbox u1 -UserPrincipalName u1@contoso.com -Password $p")
        for script in (
            "Get-Mailbox u1 | Format-List *",
            "Get-User u1 | Format-List *",
            "Get-Mailbox u1 | ConvertTo-Json",
        ):
            assert "Pass@word7" not in run(session, script).console
        account = session.organization.get(Mailbox, "u1")
        assert "Pass@word7" not in repr(account.password) + repr(vars(account))
