"""The model's classes by name, for parameters that refer to objects."""

from __future__ import annotations

from typing import Final

from organization.directory import DirectoryObject
from organization.objects.accepted_domain import AcceptedDomain
from organization.objects.distribution_group import DistributionGroup
from organization.objects.receive_connector import ReceiveConnector
from organization.objects.recipient import Recipient
from organization.objects.server import ExchangeServer, MailboxDatabase

_MODELS: Final[dict[str, type[DirectoryObject]]] = {
    model.__name__: model
    for model in (AcceptedDomain, DistributionGroup, ExchangeServer, MailboxDatabase, ReceiveConnector, Recipient)
}


def model_named(name: str) -> type[DirectoryObject]:
    """Return the class that a Reference declaration names."""
    return _MODELS[name]
