"""Members of inferred types: which there are, what type their values have, what their methods return."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from shell.language.tree import (
    Ast,
    FunctionMemberAst,
    MemberAst,
    PropertyMemberAst,
    TypeConstraintAst,
    TypeDefinitionAst,
)
from shell.repl.completion.inference import Inference, Inferred, Note, Types, named_type, of_type
from shell.types import ClrType, resolve
from shell.types.members import type_data
from shell.types.registry import reference_members
from shell.types.registry.reference_members import METHOD, PROPERTY, NetMember
from shell.types.registry.signatures import bind_type
from shell.values.wildcard import wildcard_matcher


@dataclass(frozen=True, slots=True)
class Member:
    """A member to complete. `is_method` says that a parenthesis follows its name."""

    name: str
    is_method: bool
    tooltip: str
    types: Types = ()
    is_indexer: bool = False


def type_members(inference: Inference, inferred: Inferred, *, static: bool) -> Iterator[Member]:
    """Yield the members of an inferred type: the script's for its classes, notes, type data, .NET's."""
    if inferred.definition is not None:
        yield from _class_members(inference, inferred.definition, static=static)
        return
    if static:
        if inferred.type is not None:
            yield from map(_net_member, reference_members.static_members(inferred.type))
        return
    is_dictionary = inferred.type is not None and "system.collections.idictionary" in inferred.type.ancestry
    for note in () if is_dictionary else inferred.notes:
        yield Member(note.name, False, f"{_shown(note)} {note.name}", note.types)
    yield from _extended(inferred)
    for each in reference_members.instance_members(inferred.type, inferred.name):
        if each.kind != reference_members.INDEXER:
            yield _spaced(_net_member(each))


def _spaced(member: Member) -> Member:
    """The accessors of a property of an inferred type stand apart: `{ get; set; }`."""
    spaced = member.tooltip.replace("{get;set;}", "{ get; set; }").replace("{get;}", "{ get; }")
    return replace(member, tooltip=spaced)


def _shown(note: Note) -> str:
    return note.types[0].type.accelerator if note.types and note.types[0].type is not None else "object"


def _net_member(member: NetMember) -> Member:
    if member.kind == PROPERTY:
        return Member(member.name, False, member.definition, (named_type(member.type_name),))
    return Member(member.name, True, "\n".join(member.definitions), is_indexer=member.kind == reference_members.INDEXER)


def _extended(inferred: Inferred) -> Iterator[Member]:
    seen: set[str] = set()
    if inferred.type is not None:
        for extended in type_data.all_members(inferred.type):
            seen.add(extended.name.lower())
            name = extended.type_name
            yield Member(extended.name, not extended.is_property, extended.definition(None), (named_type(name),))
    for added in reference_members.extended_members(reference_members.lineage_of(inferred.type, inferred.name)):
        if added.name.lower() not in seen:
            yield Member(added.name, added.kind.endswith("Method"), f"System.Object {added.name}")


# --- classes of the script ---


def _class_members(inference: Inference, definition: TypeDefinitionAst, *, static: bool) -> Iterator[Member]:
    if definition.kind.lower() == "enum":
        yield from _enum_members(definition, static=static)
        return
    seen: set[str] = set()
    for each in _lineage(inference, definition):
        if isinstance(each, ClrType):
            for member in (
                reference_members.static_members(each) if static else reference_members.instance_members(each)
            ):
                if member.name.lower() not in seen and member.name != "new":
                    yield _net_member(member)
            break
        for own in each.members:
            if not getattr(own, "is_hidden", False) and _is_static(own) is static and own.name.lower() not in seen:
                found = _class_member(inference, own)
                if found is not None:
                    seen.add(own.name.lower())
                    yield found
    if static:
        yield Member("new", True, "\n".join(_constructors(definition)))


def _lineage(inference: Inference, definition: TypeDefinitionAst) -> Iterator[TypeDefinitionAst | ClrType]:
    """The class, the classes of the script that it derives from, and the .NET type at the end."""
    seen: set[str] = set()
    at: TypeDefinitionAst | None = definition
    while at is not None and at.name.lower() not in seen:
        seen.add(at.name.lower())
        yield at
        base = at.base_types[0].type_name.extent.text if at.base_types else "System.Object"
        at = inference.definition(base)
        if at is None:
            found = inference.resolve(base) or resolve("System.Object")
            if found is not None:
                yield found


def _is_static(member: MemberAst) -> bool:
    return bool(getattr(member, "is_static", False))


def _class_member(inference: Inference, member: MemberAst) -> Member | None:
    if isinstance(member, PropertyMemberAst):
        written = _written(member.property_type)
        return Member(member.name, False, f"{written} {member.name} {{ get; set; }}", inference.named(written))
    if isinstance(member, FunctionMemberAst) and not member.is_constructor:
        return Member(member.name, True, _method_text(member), _returned(inference, member))
    return None


def _written(constraint: TypeConstraintAst | None) -> str:
    return "System.Object" if constraint is None else constraint.type_name.extent.text


def _method_text(member: FunctionMemberAst) -> str:
    returns = "void" if member.return_type is None else _written(member.return_type)
    return f"{returns} {member.name}({_parameters(member)})"


def _parameters(member: FunctionMemberAst) -> str:
    shown = []
    for parameter in member.function_definition.parameters or ():
        constraint = next((each for each in parameter.attributes if isinstance(each, TypeConstraintAst)), None)
        shown.append(f"{_written(constraint)} {parameter.name.name}")
    return ", ".join(shown)


def _returned(inference: Inference, member: FunctionMemberAst) -> Types:
    return () if member.return_type is None else inference.named(_written(member.return_type))


def _constructors(definition: TypeDefinitionAst) -> list[str]:
    declared = [each for each in definition.members if isinstance(each, FunctionMemberAst) and each.is_constructor]
    return [f"{definition.name} new({_parameters(each)})" for each in declared] or [f"{definition.name} new()"]


def _enum_members(definition: TypeDefinitionAst, *, static: bool) -> Iterator[Member]:
    base = resolve("System.Enum")
    assert base is not None
    if static:
        for each in definition.members:
            yield Member(each.name, False, f"static {definition.name} {each.name} {{get;}}")
    found = reference_members.static_members(base) if static else reference_members.instance_members(base)
    yield from map(_net_member, found)
    if not static:
        yield Member("value__", False, "int value__ { get; }", (named_type("int"),))


# --- types of values ---


def member_types(inference: Inference, target: Ast, name: str, *, static: bool) -> Types:
    """Return the types of a property; one that a collection lacks is asked of its elements."""
    if static:
        written = _static_name(target)
        if written is None:
            return ()
        return types_named(inference, (inference.owner_named(written),), name, static=True)
    found = types_named(inference, inference.of(target), name, static=False)
    if found:
        return found
    return types_named(inference, inference.enumerated(inference.of(target)), name, static=False)


def types_named(inference: Inference, types: Iterable[Inferred], name: str, *, static: bool) -> Types:
    """Return the types of a property of objects (or of types, where it is static)."""
    lowered = name.lower()
    found: list[Inferred] = []
    for each in types:
        if not static:
            held = [t for note in each.notes if note.name.lower() == lowered for t in note.types]
            if held:
                found += held
                continue
        for member in type_members(inference, each, static=static):
            if member.name.lower() == lowered and not member.is_method:
                found += member.types
    return tuple(found)


def returned_types(inference: Inference, target: Ast, name: str, *, static: bool) -> Types:
    """Return what a method returns; `new` returns an object of its type."""
    lowered = name.lower()
    if static:
        written = _static_name(target)
        if written is None:
            return ()
        if lowered == "new":
            return inference.named(written)
        types: Types = (inference.owner_named(written),)
    else:
        types = inference.of(target)
    if lowered in ("where", "foreach") and not static:
        return inference.enumerated(types) if lowered == "where" else ()
    found: list[Inferred] = []
    for each in types:
        found += _returns(inference, each, lowered, static=static)
    return tuple(found)


def _static_name(target: Ast) -> str | None:
    type_name = getattr(target, "type_name", None)
    return None if type_name is None else str(type_name.extent.text)


def _returns(inference: Inference, each: Inferred, lowered: str, *, static: bool) -> Iterator[Inferred]:
    if each.definition is not None:
        for member in _class_members(inference, each.definition, static=static):
            if member.name.lower() == lowered:
                yield from member.types
        return
    if each.type is not None:
        overloads = each.type.overloads(lowered, static)
        if overloads:
            yield from (_return_type(overload.signature.returns, each.type) for overload in overloads)
            return
    listed = (
        reference_members.static_members(each.type)
        if static and each.type
        else reference_members.instance_members(each.type)
    )
    for net in listed:
        if net.name.lower() == lowered and net.kind == METHOD:
            yield from (named_type(definition.partition(" ")[0]) for definition in net.definitions)


def _return_type(written: str, owner: ClrType) -> Inferred:
    found = bind_type(written, owner)
    return named_type(written) if found is None else of_type(found)


def matching(members: Iterable[Member], pattern: str) -> list[Member]:
    """Return the members whose name begins with a word, properties first, each by name; wildcards work."""
    matches = wildcard_matcher(pattern + "*")
    found = {}
    for each in members:
        key = (each.name.lower(), each.is_method)
        if matches(each.name) and key not in found:
            found[key] = each
    return sorted(found.values(), key=lambda each: (each.is_indexer, each.is_method, each.name.lower()))
