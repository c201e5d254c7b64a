"""The words of a header that are encoded because they are not ASCII (RFC 2047)."""

from organization.mime.words import decoded

__all__ = ["decoded"]
