"""The words and phrases of the content filter."""

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
    """Show the phrases by which the content filter judges messages."""

    phrase: IdParameter | None = parameter(_ID, help="The phrase, as -Identity.")
    examples = (Example("Get-ContentFilterPhrase", "All of them."),)

    def found(self) -> Any:
        """All, or the one that is named."""
        self.identity = self.identity or self.phrase
        return super().found()


class AddContentFilterPhrase(NewObject[ContentFilterPhrase], verb="Add", noun="ContentFilterPhrase"):
    """Add a phrase: messages that hold it are never spam (GoodWord) or always (BadWord)."""

    without: ClassVar[tuple[str, ...]] = ("name", "admin_display_name")
    phrase: Any = parameter_for(
        ContentFilterPhrase.by_attribute["phrase"], position=0, mandatory=True, pipeline=True, by_property_name=True
    )
    influence: Any = parameter_for(ContentFilterPhrase.by_attribute["influence"], mandatory=True, by_property_name=True)
    examples = (
        Example("Add-ContentFilterPhrase 'free money' -Influence BadWord", "Mail with these words is spam."),
        Example("'Contoso', 'Falcon' | Add-ContentFilterPhrase -Influence GoodWord", "Two words that clear a message."),
    )

    def make(self, values: dict[str, Any]) -> ContentFilterPhrase:
        """The phrase, under the next free number."""
        return super().make(values | {"name": self.organization.next_number(ContentFilterPhrase)})

    def question(self, made: ContentFilterPhrase) -> str:
        """What is added."""
        return f'Adding {self.noun_phrase} "{made.phrase}".'


class RemoveContentFilterPhrase(RemoveObject[ContentFilterPhrase], verb="Remove", noun="ContentFilterPhrase"):
    """Remove a phrase."""

    phrase: IdParameter | None = parameter(_ID, help="The phrase, as -Identity.")
    examples = (
        Example(
            "Add-ContentFilterPhrase 'free money' -Influence BadWord; Remove-ContentFilterPhrase 'free money' "
            "-Confirm:$false",
            "Remove one.",
        ),
    )

    @classmethod
    def declare_parameters(cls) -> None:
        """-Identity, or -Phrase in its place."""
        cls.add_parameter("identity", cls.identity_parameter())

    def process(self) -> None:
        """Remove the one that is named."""
        self.identity = self.identity or self.phrase
        if self.identity is None:
            self.refuse("You must specify either the Identity or the Phrase parameter.")
            return
        super().process()
