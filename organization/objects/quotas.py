"""The order of quotas, which mailboxes and databases have alike."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from ..errors import OrganizationError, RuleBroken


def quota_problems(item: Any) -> Iterator[OrganizationError]:
    """Each quota of a mailbox or database may not be below the one that comes before it."""
    steps = ("issue_warning_quota", "prohibit_send_quota", "prohibit_send_receive_quota")
    for lower, higher in pairwise(steps):
        low, high = getattr(item, lower), getattr(item, higher)
        if not low.is_unlimited and not high.is_unlimited and low.value > high.value:
            names = type(item).by_attribute[lower].name, type(item).by_attribute[higher].name
            yield RuleBroken(
                f"The value of property '{names[1]}' must be greater than or equal to that of property '{names[0]}'. "
                f"{names[1]}: '{high}', {names[0]}: '{low}'.",
                item,
            )
