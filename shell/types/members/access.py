"""Members of any value: the public functions of reading, setting, listing, calling and indexing.

Each of them lives in a module of its own: `reading`, `setting`, `listing`, `calling`, `indexing`.
"""

from shell.types.members.calling import call_method, call_operator, call_static, get_static, new_object, set_static
from shell.types.members.extended_members import (
    AliasProperty,
    CodeProperty,
    ExtendedMember,
    GetValueInvocationException,
    MemberInfo,
    MemberSet,
    PropertySet,
    ScriptMethod,
    ScriptProperty,
    SetValueInvocationException,
)
from shell.types.members.indexing import get_index, set_index
from shell.types.members.listing import find_property, members, properties, set_own_text
from shell.types.members.reading import (
    PropertyNotFoundException,
    enumerate_entries,
    enumerate_value,
    get_member,
    lookup,
    read_property,
)
from shell.types.members.setting import assign_property, set_member

__all__ = [
    "AliasProperty",
    "CodeProperty",
    "ExtendedMember",
    "GetValueInvocationException",
    "MemberInfo",
    "MemberSet",
    "PropertyNotFoundException",
    "PropertySet",
    "ScriptMethod",
    "ScriptProperty",
    "SetValueInvocationException",
    "assign_property",
    "call_method",
    "call_operator",
    "call_static",
    "enumerate_entries",
    "enumerate_value",
    "find_property",
    "get_index",
    "get_member",
    "get_static",
    "lookup",
    "members",
    "new_object",
    "properties",
    "read_property",
    "set_index",
    "set_member",
    "set_own_text",
    "set_static",
]
