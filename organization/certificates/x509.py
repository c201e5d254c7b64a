"""Certificates, keys and requests as octets: made, read, put into files and taken from them.

The library `cryptography` is imported when first needed. Keys are PKCS #8 in DER, unencrypted; certificates are DER.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from .names import common_name, name_text, parse_name

if TYPE_CHECKING:
    from cryptography import x509


@dataclass(frozen=True, slots=True)
class Facts:
    """What a certificate says."""

    subject: str
    issuer: str
    serial_number: str
    """Hexadecimal, two digits an octet."""
    thumbprint: str
    """The SHA-1 of the certificate: a name for it, which nothing relies on for security."""
    domains: tuple[str, ...]
    """The names of hosts that it is for."""
    not_before: datetime
    not_after: datetime
    """Both in UTC, with their zone."""
    self_signed: bool
    key_size: int
    public_key: bytes
    key_identifier: str
    signature_algorithm: str
    for_servers: bool
    """Whether its use, where it is restricted, includes servers."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a file held: a certificate, perhaps its key, perhaps the certificates of its issuers."""

    der: bytes
    key: bytes | None = None
    issuers: tuple[bytes, ...] = ()
    friendly_name: str = ""


class Unreadable(Exception):
    """The octets are no certificate, or the password is wrong."""


def new_key(bits: int = 2048) -> bytes:
    """A new RSA key. Takes some tenths of a second."""
    from cryptography.hazmat.primitives.asymmetric import rsa

    return _key_octets(rsa.generate_private_key(public_exponent=65537, key_size=bits))


def _key_octets(key: Any) -> bytes:
    from cryptography.hazmat.primitives import serialization as form

    octets: bytes = key.private_bytes(form.Encoding.DER, form.PrivateFormat.PKCS8, form.NoEncryption())
    return octets


def _key(octets: bytes) -> Any:
    from cryptography.hazmat.primitives.serialization import load_der_private_key

    return load_der_private_key(octets, None)


def self_signed(subject: str, domains: Sequence[str], key: bytes, not_before: datetime, not_after: datetime) -> bytes:
    """A certificate that vouches for itself."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes

    name, private = parse_name(subject), _key(key)
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(not_before)
        .not_valid_after(not_after)
    )
    for extension, critical in _extensions(domains):
        builder = builder.add_extension(extension, critical)
    return _der(builder.sign(private, hashes.SHA256()))


def request(subject: str, domains: Sequence[str], key: bytes) -> bytes:
    """A request to a certification authority (PKCS #10), in DER."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.serialization import Encoding

    builder = x509.CertificateSigningRequestBuilder().subject_name(parse_name(subject))
    for extension, critical in _extensions(domains):
        builder = builder.add_extension(extension, critical)
    return builder.sign(_key(key), hashes.SHA256()).public_bytes(Encoding.DER)


def _extensions(domains: Sequence[str]) -> list[tuple[Any, bool]]:
    from cryptography import x509
    from cryptography.x509.oid import ExtendedKeyUsageOID

    usage = dict.fromkeys(
        (
            "content_commitment",
            "data_encipherment",
            "key_agreement",
            "key_cert_sign",
            "crl_sign",
            "encipher_only",
            "decipher_only",
        ),
        False,
    )
    found: list[tuple[Any, bool]] = [
        (x509.KeyUsage(digital_signature=True, key_encipherment=True, **usage), True),
        (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), False),
        (x509.BasicConstraints(ca=False, path_length=None), True),
    ]
    if domains:
        found.append((x509.SubjectAlternativeName([x509.DNSName(_ascii(domain)) for domain in domains]), False))
    return found


def _ascii(domain: str) -> str:
    return domain if domain.isascii() else domain.encode("idna").decode("ascii")


def _der(certificate: x509.Certificate) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding

    return certificate.public_bytes(Encoding.DER)


@lru_cache(maxsize=256)
def facts(der: bytes) -> Facts:
    """What a certificate says."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    found = x509.load_der_x509_certificate(der)
    key = found.public_key()
    names = _extension(found, x509.SubjectAlternativeName)
    domains = list(names.get_values_for_type(x509.DNSName)) if names is not None else []
    cn = common_name(found.subject)
    if cn and cn not in domains and (not domains or "." in cn):
        domains.insert(0, cn)
    usage = _extension(found, x509.ExtendedKeyUsage)
    identifier = _extension(found, x509.SubjectKeyIdentifier)
    digits = f"{found.serial_number:X}"
    return Facts(
        subject=name_text(found.subject),
        issuer=name_text(found.issuer),
        serial_number=digits.zfill(len(digits) + len(digits) % 2),
        thumbprint=found.fingerprint(hashes.SHA1()).hex().upper(),
        domains=tuple(domains),
        not_before=found.not_valid_before_utc,
        not_after=found.not_valid_after_utc,
        self_signed=found.subject == found.issuer,
        key_size=int(getattr(key, "key_size", 0)),
        public_key=key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo),
        key_identifier=(identifier or x509.SubjectKeyIdentifier.from_public_key(key)).digest.hex().upper(),
        signature_algorithm=getattr(found.signature_algorithm_oid, "_name", ""),
        for_servers=usage is None or x509.ObjectIdentifier("1.3.6.1.5.5.7.3.1") in usage,
    )


def _extension(certificate: x509.Certificate, kind: Any) -> Any:
    from cryptography.x509 import ExtensionNotFound

    try:
        return certificate.extensions.get_extension_for_class(kind).value
    except ExtensionNotFound:
        return None


def has_signed(issuer: bytes, der: bytes) -> bool:
    """Whether the owner of the certificate `issuer` may sign others, and has signed `der`."""
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature

    authority = x509.load_der_x509_certificate(issuer)
    basics = _extension(authority, x509.BasicConstraints)
    if basics is not None and not basics.ca:
        return False
    try:
        x509.load_der_x509_certificate(der).verify_directly_issued_by(authority)
    except (InvalidSignature, ValueError, TypeError):
        return False
    return True


def end_point(der: bytes) -> bytes:
    """The hash of a certificate that binds a logon to its TLS channel (`tls-server-end-point`, RFC 5929, 4.1)."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes

    found = x509.load_der_x509_certificate(der)
    algorithm = found.signature_hash_algorithm
    weak = algorithm is None or isinstance(algorithm, hashes.MD5 | hashes.SHA1)
    return found.fingerprint(hashes.SHA256() if weak or algorithm is None else algorithm)


def public_key_of(key: bytes) -> bytes:
    """The public half of a private key."""
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    octets: bytes = _key(key).public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return octets


def export_pfx(bundle: Bundle, password: str) -> bytes:
    """A PKCS #12 file with certificate, key and issuers."""
    from cryptography import x509
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.serialization import pkcs12

    return pkcs12.serialize_key_and_certificates(
        bundle.friendly_name.encode() or None,
        _key(bundle.key) if bundle.key is not None else None,
        x509.load_der_x509_certificate(bundle.der),
        [x509.load_der_x509_certificate(each) for each in bundle.issuers] or None,
        serialization.BestAvailableEncryption(password.encode()) if password else serialization.NoEncryption(),
    )


def read(octets: bytes, password: str = "") -> Bundle:
    """A certificate from a file: PKCS #12, PEM, DER or PKCS #7. Raises Unreadable."""
    for reader in (_read_pem, _read_der, _read_pkcs7, _read_pfx):
        try:
            found = reader(octets, password)
        except (ValueError, TypeError):
            continue
        if found is not None:
            return found
    raise Unreadable


def _read_pem(octets: bytes, password: str) -> Bundle | None:
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    if b"-----BEGIN CERTIFICATE" not in octets:
        return None
    found = [_der(each) for each in x509.load_pem_x509_certificates(octets)]
    key = _key_octets(load_pem_private_key(octets, password.encode() or None)) if b"PRIVATE KEY" in octets else None
    return Bundle(found[0], key, tuple(found[1:]))


def _read_der(octets: bytes, password: str) -> Bundle:
    from cryptography import x509

    return Bundle(_der(x509.load_der_x509_certificate(octets)))


def _read_pkcs7(octets: bytes, password: str) -> Bundle | None:
    from cryptography.hazmat.primitives.serialization import pkcs7

    load = pkcs7.load_pem_pkcs7_certificates if b"-----BEGIN" in octets else pkcs7.load_der_pkcs7_certificates
    found = load(octets)
    issuers = {each.issuer for each in found if each.issuer != each.subject}
    leaf = next((each for each in found if each.subject not in issuers), found[0] if found else None)
    return Bundle(_der(leaf), None, tuple(_der(each) for each in found if each is not leaf)) if leaf else None


def _read_pfx(octets: bytes, password: str) -> Bundle | None:
    from cryptography.hazmat.primitives.serialization import pkcs12

    found = pkcs12.load_pkcs12(octets, password.encode() or None)
    if found.cert is None:
        return None
    issuers = tuple(_der(each.certificate) for each in found.additional_certs)
    name = (found.cert.friendly_name or b"").decode("utf-8", "replace")
    return Bundle(_der(found.cert.certificate), _key_octets(found.key) if found.key else None, issuers, name)


def pem(octets: bytes, label: str) -> str:
    """Octets between lines that name them."""
    from base64 import b64encode

    text = b64encode(octets).decode("ascii")
    lines = [text[at : at + 64] for at in range(0, len(text), 64)]
    return "\r\n".join([f"-----BEGIN {label}-----", *lines, f"-----END {label}-----", ""])


def is_valid_at(found: Facts, moment: datetime | None = None) -> bool:
    """Whether a certificate holds at a moment: now, where none is given."""
    return found.not_before <= (moment or datetime.now(UTC)) <= found.not_after
