"""Self-signed certificates, as setup makes one on every Exchange server."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from ..policy.facts import CertificateFacts

LIFETIME = timedelta(days=5 * 365)
KEY_SIZE = 2048


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate with its key, in PEM, and what logs say about it."""

    pem: bytes
    key_pem: bytes
    facts: CertificateFacts


def self_signed(names: Sequence[str]) -> Certificate:
    """A new certificate for host names; the first one is its subject. Takes some tenths of a second."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import rsa
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

    key = rsa.generate_private_key(public_exponent=65537, key_size=KEY_SIZE)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0][:64])])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + LIFETIME)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(item) for item in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(key, hashes.SHA256())
    )
    facts = CertificateFacts(
        f"CN={names[0]}",
        f"CN={names[0]}",
        f"{certificate.serial_number:X}",
        certificate.fingerprint(hashes.SHA1()).hex().upper(),  # a thumbprint is SHA-1 by definition
        tuple(names),
    )
    return Certificate(
        certificate.public_bytes(serialization.Encoding.PEM),
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()),
        facts,
    )
