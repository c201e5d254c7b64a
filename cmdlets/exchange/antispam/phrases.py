"""Cmdlets for the phrases of the content filter."""

from __future__ import annotations

from typing import Any, ClassVar

from organization.objects.antispam import ContentFilterPhrase
from shell.engine.commands.cmdlet import Example, parameter

from ..changing import NewObject, RemoveObject
from ..identities import IdParameter, id_type
from ..parameters import parameter_for
from ..reading import GetObject

_ID = id_type("ContentFilterPhrase")


class GetContentFilterPhrase(GetObject[ContentFilterPhrase], verb="Get", noun="ContentFilterPhrase"):
    """Show the phrases of the content filter."""

    phrase: IdParameter | None = parameter(_ID, help="The phrase; the same as -Identity.")
    examples = (Example("Get-ContentFilterPhrase", "All of them."),)

    def found(self) -> Any:
        """Return all phrases, or the one that is named."""
        self.identity = self.identity or self.phrase
        return super().found()


class AddContentFilterPhrase(NewObject[ContentFilterPhrase], verb="Add", noun="ContentFilterPhrase"):
    """Add a phrase to the content filter. A GoodWord clears a message, a BadWord makes it spam."""

    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name")
    phrase: Any = parameter_for(
        ContentFilterPhrase.by_attribute["phrase"], position=0, mandatory=True, pipeline=True, by_property_name=True
    )
    influence: Any = parameter_for(ContentFilterPhrase.by_attribute["influence"], mandatory=True, by_property_name=True)
    examples = (
        Example("Add-ContentFilterPhrase 'free money' -Influence BadWord", "Mail with this phrase is spam."),
        Example(
            "'Contoso', 'Falcon' | Add-ContentFilterPhrase -Influence GoodWord", "Two phrases that clear a message."
        ),
    )

    def make(self, values: dict[str, Any]) -> ContentFilterPhrase:
        """Return the new phrase, under the next free number."""
        return super().make(values | {"name": self.organization.next_number(ContentFilterPhrase)})

    def question(self, made: ContentFilterPhrase) -> str:
        """Return the text that -WhatIf and -Confirm show: what is added."""
        return f'Adding {self.noun_phrase} "{made.phrase}".'


class RemoveContentFilterPhrase(RemoveObject[ContentFilterPhrase], verb="Remove", noun="ContentFilterPhrase"):
    """Remove a phrase from the content filter."""

    phrase: IdParameter | None = parameter(_ID, help="The phrase; the same as -Identity.")
    examples = (
        Example(
            "Add-ContentFilterPhrase 'free money' -Influence BadWord; Remove-ContentFilterPhrase 'free money' "
            "-Confirm:$false",
            "Remove one phrase.",
        ),
    )

    @classmethod
    def declare_parameters(cls) -> None:
        """Declare -Identity, and -Phrase in its place."""
        cls.add_parameter("identity", cls.identity_parameter())

    def process(self) -> None:
        """Remove the phrase that is named."""
        self.identity = self.identity or self.phrase
        if self.identity is None:
            self.refuse("You must specify either the Identity or the Phrase parameter.")
            return
        super().process()
