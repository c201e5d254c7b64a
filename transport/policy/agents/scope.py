"""Whose mail a feature looks at, and whether it looks at any."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from organization.objects.antispam import MessageHygieneConfig

if TYPE_CHECKING:
    from organization.store import Organization

    from ..session import SmtpSession

Config = TypeVar("Config", bound=MessageHygieneConfig)


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose mail a feature looks at."""

    external: bool
    """Of clients that are not authenticated."""
    internal: bool

    @classmethod
    def of(cls, config: MessageHygieneConfig) -> Scope:
        """As the feature's settings say."""
        return cls(config.external_mail_enabled, config.internal_mail_enabled)

    def covers(self, session: SmtpSession) -> bool:
        """Whether a session's mail is looked at."""
        return self.external if session.user is None else self.internal


def enabled(organization: Organization, cls: type[Config]) -> Config | None:
    """The settings of a feature; None where it is off."""
    return next((config for config in organization.all(cls) if config.enabled), None)


def folded(items: Iterable[Any]) -> frozenset[str]:
    """Addresses or domains as texts in lower case."""
    return frozenset(str(item).casefold() for item in items)
