"""What the settings of all anti-spam features have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...directory import DirectoryObject
from ...names import Forest
from ...properties import prop


def one_ascii_line(value: str | None) -> str | None:
    """The check of a text that becomes a part of an SMTP reply."""
    if value is None or (value.isascii() and value.isprintable()):
        return None
    return "The text may hold printable ASCII characters only."


class MessageHygieneConfig(DirectoryObject):
    """What all anti-spam agents have."""

    schema_name = "ms-Exch-Message-Hygiene-Config"
    object_classes = ("top", "msExchAgent", "msExchMessageHygieneConfig")

    enabled: bool = prop(bool, default=True, help="Whether the feature works, in the whole organization.")
    external_mail_enabled: bool = prop(bool, default=True, help="For messages of unauthenticated senders.")
    internal_mail_enabled: bool = prop(bool, default=False, help="For messages of authenticated senders.")

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """Among the organization's transport settings."""
        return f"CN=Message Hygiene,{forest.transport_settings_dn}"
