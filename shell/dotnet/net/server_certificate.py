"""Server certificate validation of the lab's clients: name, issuer, and the script's own callback."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from organization.certificates import x509
from shell.lazy import lazy
from shell.types import BOOLEAN
from shell.types.conversion.conversion import convert
from shell.types.registry.declarations import setting

if TYPE_CHECKING:
    from organization.certificates import trust
    from organization.objects import certificate
    from shell.engine.session.runspace import Runspace
else:
    trust = lazy("organization.certificates.trust", globals())
    certificate = lazy("organization.objects.certificate", globals())

_WRONG_NAME: Final = "RemoteCertificateNameMismatch"
_WRONG_CHAIN: Final = "RemoteCertificateChainErrors"


def problem_with(session: Runspace, host: str, der: bytes) -> str:
    """Return .NET's reason for refusing a certificate, "" where the certificate is accepted.

    The shell runs on the lab's server, where the server's own certificates count as trusted.
    """
    found = _problems(session, host, der)
    callback = setting("ServicePointManager.ServerCertificateValidationCallback")
    if callback is not None:
        taken = callback.call(session, None, None, None, ", ".join(found) or "None")
        return "" if convert(taken, BOOLEAN) else _REJECTED
    if not found:
        return ""
    if found == [_WRONG_CHAIN]:
        return "The remote certificate is invalid because of errors in the certificate chain: UntrustedRoot"
    return f"The remote certificate is invalid according to the validation procedure: {', '.join(found)}"


_REJECTED: Final = "The remote certificate was rejected by the provided RemoteCertificateValidationCallback."


def _problems(session: Runspace, host: str, der: bytes) -> list[str]:
    organization: Any = session.organization
    own = [item.der for item in organization.all(certificate.ExchangeCertificate)]
    found = []
    if not any(_is_for(domain.lower(), host.lower()) for domain in x509.facts(der).domains):
        found.append(_WRONG_NAME)
    if not trust.is_vouched_for([der], [*own, *trust.trusted_certificates(organization)]):
        found.append(_WRONG_CHAIN)
    return found


def _is_for(domain: str, host: str) -> bool:
    if domain.startswith("*."):
        return host.partition(".")[2] == domain[2:]
    return domain == host
