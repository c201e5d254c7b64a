"""Types that a class names must be there when it is parsed."""

from __future__ import annotations

from shell.language import knowledge
from shell.language.checks.report import Report
from shell.language.tree import (
    AttributeAst,
    TypeConstraintAst,
    TypeDefinitionAst,
    TypeExpressionAst,
    TypeName,
)

_IN_SYSTEM = frozenset(
    (
        *("accessviolationexception", "activator", "appcontext", "appdomain", "applicationid", "argiterator"),
        *("arraysegment", "asynccallback", "attributetargets", "base64formattingoptions", "binarydata", "buffer"),
        *("contextboundobject", "converter", "dateonly", "eventargs", "eventhandler", "gc", "gccollectionmode"),
        *("genericuriparser", "half", "hashcode", "iasyncresult", "icloneable", "iconvertible", "icustomformatter"),
        *("iequatable", "iformatprovider", "iformattable", "index", "intptr", "int128", "iobservable", "iobserver"),
        *("iprogress", "iserviceprovider", "lazy", "loaderoptimization", "localdatastoreslot", "marshalbyrefobject"),
        *(
            "mathf",
            "memory",
            "modulehandle",
            "multicastdelegate",
            "nonserializedattribute",
            "nint",
            "nuint",
            "nullable",
        ),
        *("obsoleteattribute", "operatingsystem", "paramarrayattribute", "platformid", "predicate", "progress"),
        *("range", "readonlymemory", "readonlyspan", "resolveeventargs", "runtimetypehandle", "runtimemethodhandle"),
        *("sequenceposition", "serializableattribute", "span", "stathreadattribute", "stringcomparer"),
        *("threadstaticattribute", "timeonly", "timeprovider", "timezone", "timezoneinfo", "typecode"),
        *("typedreference", "uint128", "uintptr", "unhandledexceptioneventargs", "uribuilder", "uriparser"),
        *("valuetuple", "valuetype", "weakreference", "string", "object", "exception", "delegate", "enum", "array"),
    )
)
"""Types of .NET's namespace System that scripts write without it, in lower case; not all are emulated."""


def check_type_names(node: TypeDefinitionAst, own: set[str], report: Report) -> None:
    """Check the types of a class: its bases, its members, and what its methods use.

    `own` are the types of the script itself. Names with dots can mean more than is known here and are let through, as
    are all names of a script with `using`: it is not asked.
    """
    if knowledge.knows_type is None:
        return
    for inner in node.walk():
        if isinstance(inner, AttributeAst):
            if not _is_known(inner.type_name, own) and not _is_known_name(inner.type_name.name + "Attribute", own):
                report(inner.type_name.extent, "CustomAttributeTypeNotFound", inner.type_name.name)
        elif isinstance(inner, TypeConstraintAst | TypeExpressionAst):
            for name in _unknown(inner.type_name, own):
                report(name.extent, "TypeNotFound", name.name)


def _unknown(name: TypeName, own: set[str]) -> list[TypeName]:
    found = [] if _is_known(name, own) else [name]
    for argument in name.generic_arguments:
        found += _unknown(argument, own)
    return found


def _is_known(name: TypeName, own: set[str]) -> bool:
    return bool(name.generic_arguments) or _is_known_name(name.name, own)


def _is_known_name(name: str, own: set[str]) -> bool:
    word = name.lower()
    if not word.isidentifier() or word in own or word in _IN_SYSTEM or word == "ordered":
        return True
    return knowledge.knows_type is None or knowledge.knows_type(word)
