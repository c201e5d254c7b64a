"""The words of a header that are encoded because they are not ASCII (RFC 2047)."""

from __future__ import annotations


def decoded(raw: str) -> str:
    """A field's value as a reader sees it; one in which anything is malformed stays as it is written."""
    if "=?" not in raw:
        return raw
    from email.errors import MessageError
    from email.header import decode_header, make_header

    try:
        return str(make_header(decode_header(raw)))
    except (MessageError, LookupError, ValueError):
        return raw
