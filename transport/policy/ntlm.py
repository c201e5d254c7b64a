"""NTLM as a server, alone (AUTH NTLM) and inside SPNEGO (AUTH GSSAPI), with pyspnego's messages (MS-NLMP, RFC 4178).

The library is the extra `ntlm`; without it no such mechanism is announced. It reads and writes the messages. Whether a
response fits is decided here, as its own server takes passwords from a file that an environment variable names.

Kerberos is not emulated: the lab has no authority that issues tickets. Clients that offer it beside NTLM are led to
NTLM, as Exchange leads them where Kerberos fails; a client that has nothing else gets KerberosAlone.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from dataclasses import dataclass
from typing import Any, NamedTuple

_NTLM_OID = "1.3.6.1.4.1.311.2.2.10"
_KERBEROS_OIDS = ("1.2.840.113554.1.2.2", "1.2.840.48018.1.2.2")
"""The mechanism's own, and the one that Windows made of it by mistake."""
_KERBEROS_TOKEN = bytes.fromhex("06092a864886f712010202")
"""How a ticket begins that comes without SPNEGO (RFC 4121, 4.1), behind its length."""
_V1_RESPONSE = 24
"""Octets of an NTLMv1 response; those of NTLMv2 are longer."""
_PROOF = 16
_MIC_PROVIDED = 2


class BadToken(Exception):
    """What the client sent is no message of the mechanism, or none that was due."""


class KerberosAlone(BadToken):
    """The client has a Kerberos ticket, and offers nothing else."""


@dataclass(frozen=True, slots=True)
class Target:
    """What the server tells about itself in the challenge."""

    domain: str
    """NetBIOS name."""
    dns_domain: str
    computer: str
    """NetBIOS name."""
    dns_computer: str


class Proof(NamedTuple):
    """A client's claim to be somebody, and what shows whether it knows the password."""

    user: str
    domain: str
    """As the client wrote it; empty for `name@domain`."""
    challenge: bytes
    response: bytes
    first_of_lm: bytes
    """The first eight octets of the LM response: the client's own challenge in NTLMv1 with extended security."""
    flags: int
    session_key: bytes
    """As the client encrypted it; empty where none was exchanged."""
    signed: bytes
    """All three messages in a row, the MIC blanked."""
    mic: bytes
    """Empty where the client made none."""
    channel: bytes
    """The hash of the channel that the client believes to speak through; empty where it says nothing of it."""

    @property
    def name(self) -> str:
        """`DOMAIN\\name`, or the name alone."""
        return f"{self.domain}\\{self.user}" if self.domain else self.user

    def fits(self, nt_hash: bytes) -> bool:
        """Whether the client knows the password behind a hash."""
        if len(self.response) <= _V1_RESPONSE:
            return self._fits_v1(nt_hash)
        key = _hmac(nt_hash, (self.user.upper() + self.domain).encode("utf-16-le"))
        proof = _hmac(key, self.challenge + self.response[_PROOF:])
        if not hmac.compare_digest(proof, self.response[:_PROOF]):
            return False
        return not self.mic or hmac.compare_digest(_hmac(self._exported(_hmac(key, proof)), self.signed), self.mic)

    def _fits_v1(self, nt_hash: bytes) -> bool:
        from spnego._ntlm_raw.crypto import compute_response_v1

        expected = compute_response_v1(self.flags, nt_hash, bytes(16), self.challenge, self.first_of_lm)[0]
        return hmac.compare_digest(expected, self.response)

    def _exported(self, session_key: bytes) -> bytes:
        from spnego._ntlm_raw.crypto import rc4k
        from spnego._ntlm_raw.messages import NegotiateFlags as Flags

        exchanged = self.flags & Flags.key_exch and self.flags & (Flags.sign | Flags.seal)
        return rc4k(session_key, self.session_key) if exchanged and self.session_key else session_key


def channel_hash(end_point: bytes) -> bytes:
    """What a client says of the TLS channel to a server whose certificate has this hash (MS-NLMP, 2.2.2.1)."""
    data = b"tls-server-end-point:" + end_point
    return hashlib.md5(bytes(16) + len(data).to_bytes(4, "little") + data, usedforsecurity=False).digest()


def _hmac(key: bytes, message: bytes) -> bytes:
    return hmac.new(key, message, hashlib.md5).digest()


class Acceptor:
    """One dialogue. Each token of the client gives the next challenge, or at last a Proof."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._negotiate = b""
        self._challenge = b""
        self._in_spnego = False

    def step(self, token: bytes) -> bytes | Proof:
        """The answer to a token. Raises BadToken."""
        try:
            return self._step(token)
        except BadToken:
            raise
        except Exception as error:  # the library's readers fail in many ways on octets that are no message
            raise BadToken from error

    def _step(self, token: bytes) -> bytes | Proof:
        from spnego._spnego import NegTokenInit, NegTokenResp, unpack_token

        if token.startswith(b"NTLMSSP\0"):
            return self._step_ntlm(token)
        if _KERBEROS_TOKEN in token[:16]:
            raise KerberosAlone
        found: Any = unpack_token(token)
        if isinstance(found, NegTokenInit) and not self._negotiate:
            self._in_spnego = True
            return self._choose(found)
        if isinstance(found, NegTokenResp) and self._in_spnego and found.response_token:
            return self._wrapped(self._step_ntlm(found.response_token))
        raise BadToken

    def _choose(self, offer: Any) -> bytes | Proof:
        """Agree on NTLM; a token for another mechanism, which the client had hoped for, is left unread."""
        from spnego._spnego import NegState, NegTokenResp

        if _NTLM_OID not in offer.mech_types:
            raise BadToken if set(_KERBEROS_OIDS).isdisjoint(offer.mech_types) else KerberosAlone
        if offer.mech_types[0] == _NTLM_OID and offer.mech_token:
            return self._wrapped(self._step_ntlm(offer.mech_token), supported=_NTLM_OID)
        preferred = offer.mech_types[0] == _NTLM_OID
        state = NegState.accept_incomplete if preferred else NegState.request_mic
        return NegTokenResp(neg_state=state, supported_mech=_NTLM_OID).pack()

    def _wrapped(self, answer: bytes | Proof, supported: str | None = None) -> bytes | Proof:
        from spnego._spnego import NegState, NegTokenResp

        if isinstance(answer, Proof):
            return answer
        return NegTokenResp(
            neg_state=NegState.accept_incomplete, supported_mech=supported, response_token=answer
        ).pack()

    def _step_ntlm(self, token: bytes) -> bytes | Proof:
        if not self._negotiate:
            self._negotiate = token
            self._challenge = _challenge(token, self._target)
            return self._challenge
        return _proof(self._negotiate, self._challenge, token)


def _challenge(negotiate: bytes, target: Target) -> bytes:
    from spnego._ntlm_raw.messages import AvId, Challenge, FileTime, Negotiate, TargetInfo, Version
    from spnego._ntlm_raw.messages import NegotiateFlags as Flags

    flags = Negotiate.unpack(negotiate).flags
    if flags & Flags.unicode:
        flags &= ~Flags.oem
    elif not flags & Flags.oem:
        raise BadToken
    if flags & Flags.extended_session_security:
        flags &= ~Flags.lm_key
    flags |= Flags.request_target | Flags.ntlm | Flags.always_sign | Flags.target_info | Flags.target_type_domain
    info = TargetInfo()
    info[AvId.nb_domain_name] = target.domain
    info[AvId.nb_computer_name] = target.computer
    info[AvId.dns_domain_name] = target.dns_domain
    info[AvId.dns_computer_name] = target.dns_computer
    info[AvId.timestamp] = FileTime.now()
    version = Version(6, 1, 7601) if flags & Flags.version else None
    return Challenge(flags, os.urandom(8), target.domain, info, version).pack()


def _proof(negotiate: bytes, challenge: bytes, token: bytes) -> Proof:
    from spnego._ntlm_raw.messages import Authenticate, AvId, Challenge, NTClientChallengeV2

    found = Authenticate.unpack(token)
    response, user = found.nt_challenge_response, found.user_name
    if not user or not response or len(response) < _V1_RESPONSE:
        raise BadToken  # nobody, or somebody who answers with the LM hash alone
    mic = channel = b""
    if len(response) > _V1_RESPONSE:
        pairs = NTClientChallengeV2.unpack(response[_PROOF:]).av_pairs
        channel = bytes(pairs.get(AvId.channel_bindings, b"")).strip(b"\0")
        if int(pairs.get(AvId.flags, 0)) & _MIC_PROVIDED:
            mic = found.mic or b"\0"
            found.mic = bytes(16)
    return Proof(
        user,
        found.domain_name or "",
        Challenge.unpack(challenge).server_challenge,
        response,
        (found.lm_challenge_response or b"").ljust(8, b"\0")[:8],
        found.flags,
        found.encrypted_random_session_key or b"",
        negotiate + challenge + found.pack(),
        mic,
        channel,
    )
