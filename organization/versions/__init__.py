"""What differs by Exchange version: small overriding tables."""

from __future__ import annotations

from . import e2007, e2010, e2013, e2016, e2019, se
from .profile import BuiltInConnector, Profile, Replies, Version

_ALL: tuple[Profile, ...] = (
    e2007.PROFILE,
    e2010.PROFILE,
    e2013.PROFILE,
    e2016.PROFILE,
    e2019.PROFILE,
    se.PROFILE,
)
_PROFILES = {profile.version: profile for profile in _ALL}


def profile_of(version: Version | str) -> Profile:
    """The profile of a version, `2007` to `2019` or `SE`; ValueError for any other text."""
    return _PROFILES[version if isinstance(version, Version) else Version.parse(version)]


__all__ = ["BuiltInConnector", "Profile", "Replies", "Version", "profile_of"]
