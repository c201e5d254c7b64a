"""Members of any value: one door to reading, setting, listing, calling and indexing.

Each of them lives in a module of its own: `reading`, `setting`, `listing`, `calling`, `indexing`.
"""

from shell.runtime.calling import call_method, call_operator, call_static, get_static, new_object, set_static
from shell.runtime.indexing import get_index, set_index
from shell.runtime.listing import find_property, members, properties, remember_text
from shell.runtime.memberinfo import (
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
from shell.runtime.reading import (
    PropertyNotFoundException,
    enumerate_entries,
    enumerate_value,
    get_member,
    lookup,
    read_property,
)
from shell.runtime.setting import assign_property, set_member

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
    "remember_text",
    "set_index",
    "set_member",
    "set_static",
]
