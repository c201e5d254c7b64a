"""Choosing the parameter set, and finding the mandatory parameters that still lack a value.

Sets are bits of a mask of 32; ALL means that nothing narrowed the choice yet and counts as one set.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from shell.engine.binding import failures
from shell.engine.binding.parameters import ALL, ParameterInfo, ParameterSet

if TYPE_CHECKING:
    from shell.engine.binding.binder import Binding


def count_sets(mask: int) -> int:
    """Return the number of sets in a mask."""
    return 1 if mask == ALL else mask.bit_count()


def check_sets(binding: Binding, *, before_input: bool, choose_default: bool) -> int:
    """Return how many sets are still possible; narrow or fail where the rules say so.

    `before_input`: objects from the pipeline may still decide. `choose_default`: settle on the default set.
    """
    mask = binding.mask
    default = binding.signature.default_mask
    count = count_sets(mask)
    if count == 0:
        raise failures.ambiguous_set()
    if count > 1:
        return _check_several(binding, before_input, choose_default, count)
    if mask != ALL:
        return 1
    count = len(binding.signature.set_names) or 1
    if before_input and pipeline_may_decide(binding, mask):
        return count
    if default:
        if choose_default:
            binding.mask = default
            return 1
        return count
    if count > 1:
        return settle_by_mandatory(binding)
    return count


def _check_several(binding: Binding, before_input: bool, choose_default: bool, count: int) -> int:
    default = binding.signature.default_mask
    if default and binding.mask & default:
        if choose_default:
            binding.mask = default
            return 1
        return count
    if before_input and pipeline_may_decide(binding, binding.mask):
        return count
    return settle_by_mandatory(binding)


def pipeline_may_decide(binding: Binding, mask: int) -> bool:
    """True if a parameter that is still unbound takes pipeline input in one of the sets."""
    return any(
        membership.pipeline or membership.by_property_name
        for parameter in binding.unbound
        if parameter.takes_pipeline
        for membership in parameter.matching(mask)
    )


def settle_by_mandatory(binding: Binding) -> int:
    """Settle on the one set whose mandatory parameters are all bound, if there is exactly one."""
    remaining = binding.mask & binding.signature.all_sets_mask
    for parameter in binding.unbound:
        for membership in parameter.sets.values():
            if membership.mandatory:
                remaining &= ~membership.mask
    if remaining.bit_count() != 1:
        raise failures.ambiguous_set()
    binding.mask = remaining
    return 1


def require_selected(binding: Binding) -> None:
    """Fall back to the default set, or fail, where sets exist and none was chosen."""
    if len(binding.signature.set_names) > 1 and binding.mask == ALL:
        if not binding.signature.default_mask:
            raise failures.ambiguous_set()
        binding.mask = binding.signature.default_mask


def drop_sets_without_input(binding: Binding) -> int:
    """Return the mask without the sets that can no longer take pipeline input."""
    takes = 0
    found_in_all = False
    for parameter in binding.unbound:
        if not parameter.takes_pipeline:
            continue
        for membership in parameter.matching(binding.mask):
            if membership.pipeline or membership.by_property_name:
                if membership.mask == 0:
                    found_in_all = True
                takes |= membership.mask
    for parameter in binding.delayed:
        if parameter.mask == 0:
            found_in_all = True
        takes |= parameter.mask
    if found_in_all or not takes:
        return binding.mask
    return binding.mask & takes


class _SetNeeds:
    """The mandatory parameters of one set that have no value yet."""

    __slots__ = ("by_property_name", "by_value", "in_all", "is_default", "mask", "never_from_input")

    def __init__(self, mask: int, default: int) -> None:
        self.mask = mask
        self.in_all = mask == ALL
        self.is_default = bool(default and mask & default) and not self.in_all
        self.by_value: list[ParameterInfo] = []
        self.by_property_name: list[ParameterInfo] = []
        self.never_from_input: list[ParameterInfo] = []

    @property
    def from_input(self) -> bool:
        """True if some can be bound from the pipeline."""
        return bool(self.by_value or self.by_property_name)

    def add(self, parameter: ParameterInfo, membership: ParameterSet, expects_input: bool) -> None:
        """Add a parameter to its list."""
        if not expects_input or not (membership.pipeline or membership.by_property_name):
            self.never_from_input.append(parameter)
            return
        if membership.pipeline:
            self.by_value.append(parameter)
        if membership.by_property_name:
            self.by_property_name.append(parameter)


class _Missing:
    """The search for mandatory parameters without a value."""

    def __init__(self, binding: Binding, set_count: int, expects_input: bool) -> None:
        self.binding = binding
        self.set_count = set_count
        self.default = binding.signature.default_mask
        self.needs: dict[int, _SetNeeds] = {}
        self.mandatory_sets = 0
        self.missing: list[ParameterInfo] = []
        self.in_all = False
        self._collect(expects_input)

    def _collect(self, expects_input: bool) -> None:
        for parameter in self.binding.unbound:
            if not parameter.is_mandatory:
                continue
            found = False
            for membership in parameter.matching(self.binding.mask):
                if not membership.mandatory:
                    continue
                found = True
                mask = membership.mask or ALL
                if mask not in self.needs:
                    self.needs[mask] = _SetNeeds(mask, self.default)
                self.needs[mask].add(parameter, membership, expects_input)
                if mask == ALL:
                    self.in_all = True
                else:
                    self.mandatory_sets |= self.binding.mask & mask
            if found:
                self.missing.append(parameter)

    def without_input(self) -> list[ParameterInfo]:
        """Return the parameters to prompt for without pipeline input."""
        return self.missing

    def with_input(self) -> list[ParameterInfo]:
        """Return the parameters to prompt for despite pipeline input; may narrow the choice of sets."""
        if not self.missing:
            return []
        binding = self.binding
        if not self.mandatory_sets:
            self.mandatory_sets = binding.mask
        if self.in_all:
            self.mandatory_sets = binding.mask & (binding.signature.all_sets_mask or ALL)
        self._prefer_default()
        count = count_sets(self.mandatory_sets)
        if count == 0:
            raise failures.ambiguous_set()
        if count == 1:
            return self._not_from_input(self.mandatory_sets)
        if binding.preferred_mask:
            return []
        if self._latch_on_default():
            binding.mask = self.mandatory_sets = self.default
            return self._not_from_input(self.default)
        return self._choose_by_input()

    def _prefer_default(self) -> None:
        binding, default = self.binding, self.default
        if self.set_count <= 1 or not default or default & self.mandatory_sets or not default & binding.mask:
            return
        other_from_input = any(
            each.mask & binding.mask and not each.mask & default and not each.in_all and each.from_input
            for each in self.needs.values()
        )
        if other_from_input:
            binding.preferred_mask = default
            return
        self.mandatory_sets = binding.mask & ~self.mandatory_sets
        binding.mask = self.mandatory_sets
        if binding.mask != default:
            binding.preferred_mask = default

    def _latch_on_default(self) -> bool:
        default = self.default
        if not default or not self.mandatory_sets & default:
            return False
        others = [each for each in self.needs.values() if not each.in_all and not each.is_default]
        other_complete = any(each.from_input and not each.never_from_input for each in others)
        other_by_name = any(each.by_property_name for each in others)
        own = self.needs.get(default)
        if own is not None:
            if own.by_property_name and not other_by_name:
                return True
            if own.from_input and not other_complete:
                return True
        if not other_complete:
            return True
        in_all = self.needs.get(ALL)
        return in_all is not None and bool(in_all.never_from_input)

    def _candidates(self) -> Iterable[_SetNeeds]:
        return [each for each in self.needs.values() if each.mask & self.mandatory_sets and not each.in_all]

    def _choose_by_input(self) -> list[ParameterInfo]:
        by_value = [each.mask for each in self._candidates() if each.by_value]
        by_name = [each.mask for each in self._candidates() if each.by_property_name]
        value_set = by_value[0] if len(by_value) == 1 else 0
        name_set = by_name[0] if len(by_name) == 1 else 0
        unique = 0
        if by_value and by_name and value_set == name_set:
            unique = value_set
        elif bool(by_value) != bool(by_name):
            unique = value_set if by_value else name_set
        if unique:
            return self._latch_on(unique)
        return self._choose_without_clue(value_set, len(by_value) > 1 or len(by_name) > 1)

    def _choose_without_clue(self, value_set: int, several: bool) -> list[ParameterInfo]:
        lacking = [each for each in self.needs.values() if (each.mask & self.mandatory_sets or each.in_all)]
        lacking = [each for each in lacking if each.never_from_input]
        if not lacking:
            return []
        if value_set:
            return self._latch_on(value_set)
        if not several:
            raise failures.ambiguous_set()
        self._ignore(sum(each.mask for each in lacking if not each.in_all))
        return []

    def _latch_on(self, mask: int) -> list[ParameterInfo]:
        self.mandatory_sets = mask
        chosen_lacks = any(
            each.never_from_input for each in self.needs.values() if each.mask & mask and not each.in_all
        )
        others = sum(each.mask for each in self.needs.values() if not each.mask & mask and not each.in_all)
        asked = self._not_from_input(mask)
        self._keep_possible(mask, others, chosen_lacks)
        return asked

    def _keep_possible(self, chosen: int, others: int, chosen_lacks: bool) -> None:
        """Keep sets without mandatory parameters possible if the chosen set only needs pipeline input."""
        binding = self.binding
        if chosen_lacks:
            binding.mask = chosen
            return
        self._ignore(others)
        if binding.mask != chosen:
            binding.preferred_mask = chosen

    def _ignore(self, masks: int) -> None:
        binding = self.binding
        if not masks:
            return
        available = binding.signature.all_sets_mask if binding.mask == ALL else binding.mask
        binding.mask = available & ~masks
        if not binding.mask:
            raise failures.ambiguous_set()

    def _not_from_input(self, mask: int) -> list[ParameterInfo]:
        found: list[ParameterInfo] = []
        for each in self.needs.values():
            if each.mask & mask or each.in_all:
                found.extend(each.never_from_input)
        return found


def missing_mandatory(binding: Binding, set_count: int, expects_input: bool) -> list[ParameterInfo]:
    """Return the mandatory parameters to prompt for now."""
    search = _Missing(binding, set_count, expects_input)
    return search.with_input() if expects_input else search.without_input()


def names_of(parameters: Iterable[ParameterInfo]) -> str:
    """Return the names separated by spaces, as in the errors."""
    return " ".join(each.name for each in parameters)


__all__ = [
    "check_sets",
    "count_sets",
    "drop_sets_without_input",
    "missing_mandatory",
    "names_of",
    "pipeline_may_decide",
    "require_selected",
    "settle_by_mandatory",
]
