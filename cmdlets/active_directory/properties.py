"""What the cmdlets call the directory's attributes, and which of them each kind of object shows unasked.

`-Properties` takes these names and LDAP's. Most of PowerShell's own names only rename an attribute of LDAP; the rest
are computed from one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from organization.names import canonical

from .entries import CLASSES, DISABLED, Entry

Read = Callable[[Entry], Any]


def _of(ldap: str) -> Read:
    return lambda entry: entry.get(ldap)


def _several(ldap: str) -> Read:
    return lambda entry: entry.get(ldap) or ()


def _bit(mask: int, *, wanted: bool = True) -> Read:
    return lambda entry: bool(int(entry.get("userAccountControl") or 0) & mask) is wanted


def _never(entry: Entry) -> Any:
    return None


def _false(entry: Entry) -> bool:
    return False


_EVERY: Final[dict[str, Read]] = {
    "CanonicalName": lambda entry: canonical(entry.distinguished_name) + ("/" if entry.kind == "ADDomain" else ""),
    "CN": _of("cn"),
    "Created": _of("whenCreated"),
    "Deleted": _never,
    "Description": _of("description"),
    "DisplayName": _of("displayName"),
    "DistinguishedName": _of("distinguishedName"),
    "LastKnownParent": _never,
    "Modified": _of("whenChanged"),
    "Name": _of("name"),
    "ObjectCategory": _of("objectCategory"),
    "ObjectClass": lambda entry: CLASSES[entry.kind][-1],
    "ObjectGUID": _of("objectGUID"),
    "ProtectedFromAccidentalDeletion": _false,
}
_PRINCIPAL: Final[dict[str, Read]] = {
    "HomePage": _of("wWWHomePage"),
    "MemberOf": _several("memberOf"),
    "SamAccountName": _of("sAMAccountName"),
    "SID": _of("objectSid"),
    "SIDHistory": lambda entry: (),
}
_ACCOUNT: Final[dict[str, Read]] = {
    **_PRINCIPAL,
    "AccountExpirationDate": _never,
    "AccountLockoutTime": _never,
    "BadLogonCount": lambda entry: 0,
    "CannotChangePassword": _false,
    "Enabled": _bit(DISABLED, wanted=False),
    "LastBadPasswordAttempt": _never,
    "LastLogonDate": _never,
    "LockedOut": _false,
    "PasswordExpired": lambda entry: bool(getattr(entry.item, "reset_password_on_next_logon", False)),
    "PasswordLastSet": lambda entry: None if entry.item is None else entry.get("whenCreated"),
    "PasswordNeverExpires": _bit(0x10000),
    "PasswordNotRequired": _bit(0x20),
    "PrimaryGroup": lambda entry: _primary_group(entry),
    "ServicePrincipalNames": _several("servicePrincipalName"),
    "UserPrincipalName": _of("userPrincipalName"),
}
_USER: Final[dict[str, Read]] = {
    **_ACCOUNT,
    "City": _of("l"),
    "Company": _of("company"),
    "Country": _of("c"),
    "Department": _of("department"),
    "Division": _of("division"),
    "EmailAddress": _of("mail"),
    "EmployeeID": _of("employeeID"),
    "EmployeeNumber": _of("employeeNumber"),
    "Fax": _of("facsimileTelephoneNumber"),
    "GivenName": _of("givenName"),
    "HomeDirectory": _of("homeDirectory"),
    "HomeDrive": _of("homeDrive"),
    "HomePhone": _of("homePhone"),
    "Initials": _of("initials"),
    "Manager": _of("manager"),
    "MobilePhone": _of("mobile"),
    "Office": _of("physicalDeliveryOfficeName"),
    "OfficePhone": _of("telephoneNumber"),
    "Organization": _of("o"),
    "OtherName": _of("middleName"),
    "POBox": _of("postOfficeBox"),
    "PostalCode": _of("postalCode"),
    "ProfilePath": _of("profilePath"),
    "ScriptPath": _of("scriptPath"),
    "State": _of("st"),
    "StreetAddress": _of("streetAddress"),
    "Surname": _of("sn"),
    "Title": _of("title"),
}
_GROUP: Final[dict[str, Read]] = {
    **_PRINCIPAL,
    "GroupCategory": lambda entry: "Security" if int(entry.get("groupType")) < 0 else "Distribution",
    "GroupScope": lambda entry: {2: "Global", 4: "DomainLocal"}.get(int(entry.get("groupType")) & 0xF, "Universal"),
    "ManagedBy": _of("managedBy"),
    "Members": _several("member"),
}
_COMPUTER: Final[dict[str, Read]] = {
    **_ACCOUNT,
    "DNSHostName": _of("dNSHostName"),
    "IPv4Address": _of("ipv4address"),
    "Location": _of("location"),
    "ManagedBy": _of("managedBy"),
    "OperatingSystem": _of("operatingSystem"),
    "OperatingSystemVersion": _of("operatingSystemVersion"),
}
_UNIT: Final[dict[str, Read]] = {
    "City": _of("l"),
    "Country": _of("c"),
    "LinkedGroupPolicyObjects": lambda entry: (),
    "ManagedBy": _of("managedBy"),
    "PostalCode": _of("postalCode"),
    "State": _of("st"),
    "StreetAddress": _of("street"),
}

PROPERTIES: Final[dict[str, dict[str, Read]]] = {
    "ADObject": _EVERY,
    "ADUser": {**_EVERY, **_USER},
    "ADGroup": {**_EVERY, **_GROUP},
    "ADComputer": {**_EVERY, **_COMPUTER},
    "ADOrganizationalUnit": {**_EVERY, **_UNIT},
}
"""Kind of object -> the names that are PowerShell's own."""

DEFAULTS: Final = {
    "ADObject": "DistinguishedName Name ObjectClass ObjectGUID",
    "ADUser": (
        "DistinguishedName Enabled GivenName Name ObjectClass ObjectGUID SamAccountName SID Surname UserPrincipalName"
    ),
    "ADGroup": "DistinguishedName GroupCategory GroupScope Name ObjectClass ObjectGUID SamAccountName SID",
    "ADComputer": (
        "DistinguishedName DNSHostName Enabled Name ObjectClass ObjectGUID SamAccountName SID UserPrincipalName"
    ),
    "ADOrganizationalUnit": (
        "City Country DistinguishedName LinkedGroupPolicyObjects ManagedBy Name ObjectClass ObjectGUID PostalCode State"
        " StreetAddress"
    ),
}
"""Kind of object -> what is shown of it unasked, in order."""

LDAP_NAMES: Final = (
    "accountExpires adminCount adminDescription assistant authOrig badPasswordTime badPwdCount c cn co comment company"
    " countryCode department departmentNumber description directReports displayName distinguishedName division"
    " dNSHostName dSCorePropagationData employeeID employeeNumber employeeType"
    + "".join(f" extensionAttribute{number}" for number in range(1, 16))
    + " facsimileTelephoneNumber gidNumber givenName groupType homeDirectory homeDrive homeMDB homeMTA homePhone info"
    " initials instanceType ipPhone isCriticalSystemObject isDeleted jpegPhoto l lastLogoff lastLogon"
    " lastLogonTimestamp legacyExchangeDN location lockoutTime logonCount mail mailNickname managedBy managedObjects"
    " manager member memberOf middleName mobile msDS-SupportedEncryptionTypes msDS-UserPasswordExpiryTimeComputed"
    " msExchArchiveGUID msExchArchiveName msExchAssistantName msExchELCMailboxFlags msExchHideFromAddressLists"
    " msExchHomeServerName msExchMailboxGuid msExchMailboxSecurityDescriptor msExchMasterAccountSid"
    " msExchPoliciesIncluded msExchRecipientDisplayType msExchRecipientTypeDetails msExchRequireAuthToSendTo"
    " msExchUserAccountControl msExchVersion msExchWhenMailboxCreated msRTCSIP-PrimaryUserAddress name"
    " nTSecurityDescriptor o objectCategory objectClass objectGUID objectSid operatingSystem operatingSystemVersion"
    " otherHomePhone otherMobile otherTelephone ou pager personalTitle physicalDeliveryOfficeName postalAddress"
    " postalCode postOfficeBox preferredLanguage primaryGroupID profilePath proxyAddresses publicDelegates"
    " publicDelegatesBL pwdLastSet reportToOriginator roomNumber sAMAccountName sAMAccountType scriptPath secretary"
    " servicePrincipalName showInAddressBook sIDHistory sn st street streetAddress targetAddress telephoneAssistant"
    " telephoneNumber textEncodedORAddress thumbnailPhoto title uid uidNumber unauthOrig userAccountControl"
    " userCertificate userParameters userPrincipalName uSNChanged uSNCreated whenChanged whenCreated wWWHomePage"
).split()
"""Attributes of the schema, in its own spelling. What is set under another name never shows: it cannot be set."""
_SPELLING: Final = {name.lower(): name for name in LDAP_NAMES}
_SEVERAL: Final = frozenset(
    [
        "authorig",
        "departmentnumber",
        "directreports",
        "dscorepropagationdata",
        "managedobjects",
        "member",
        "memberof",
        "otherhomephone",
        "othermobile",
        "othertelephone",
        "postofficebox",
        "proxyaddresses",
        "publicdelegates",
        "publicdelegatesbl",
        "serviceprincipalname",
        "showinaddressbook",
        "sidhistory",
        "textencodedoraddress",
        "unauthorig",
        "usercertificate",
    ]
)


def spelled(kind: str, name: str) -> str | None:
    """The name of a property of a kind as the directory spells it; None for one that does not exist."""
    lowered = name.lower()
    own = next((known for known in PROPERTIES[kind] if known.lower() == lowered), None)
    return own or _SPELLING.get(lowered)


def read(kind: str, entry: Entry, name: str) -> Any:
    """The value of a property, by either name."""
    own = PROPERTIES[kind].get(name)
    return own(entry) if own is not None else entry.get(name)


def is_several(name: str) -> bool:
    """Whether an attribute of LDAP holds several values."""
    return name.lower() in _SEVERAL


def set_names(kind: str, entry: Entry) -> Iterator[str]:
    """Every property of `-Properties *`: PowerShell's own names, and the attributes that are set."""
    yield from PROPERTIES[kind]
    known = {name.lower() for name in PROPERTIES[kind]}
    for name in entry.facts:
        if name in _SPELLING and name not in known:
            yield _SPELLING[name]


def _primary_group(entry: Entry) -> str | None:
    number = entry.get("primaryGroupID")
    name = {513: "Domain Users", 515: "Domain Computers", 516: "Domain Controllers"}.get(number or 0)
    domain = entry.distinguished_name[entry.distinguished_name.find("DC=") :]
    return f"CN={name},CN=Users,{domain}" if name else None


ATTRIBUTES: Final = {
    "City": "l",
    "Company": "company",
    "Country": "c",
    "Department": "department",
    "Description": "description",
    "DisplayName": "displayName",
    "Division": "division",
    "EmailAddress": "mail",
    "EmployeeID": "employeeID",
    "EmployeeNumber": "employeeNumber",
    "Fax": "facsimileTelephoneNumber",
    "GivenName": "givenName",
    "HomeDirectory": "homeDirectory",
    "HomeDrive": "homeDrive",
    "HomePage": "wWWHomePage",
    "HomePhone": "homePhone",
    "Initials": "initials",
    "ManagedBy": "managedBy",
    "Manager": "manager",
    "Members": "member",
    "MobilePhone": "mobile",
    "Office": "physicalDeliveryOfficeName",
    "OfficePhone": "telephoneNumber",
    "Organization": "o",
    "OtherName": "middleName",
    "POBox": "postOfficeBox",
    "PostalCode": "postalCode",
    "ProfilePath": "profilePath",
    "SamAccountName": "sAMAccountName",
    "ScriptPath": "scriptPath",
    "State": "st",
    "StreetAddress": "streetAddress",
    "Surname": "sn",
    "Title": "title",
    "UserPrincipalName": "userPrincipalName",
}
"""PowerShell's own names of attributes that can be set -> LDAP's."""
