"""Each declared member of the sampled .NET types is called once: it gives what it declares, or an error of .NET.

An overload is called itself, not chosen by its arguments, so that none hides behind another one.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shell import Session
from shell.types import ClrType, resolve, type_of
from shell.types.conversion.conversion import convert
from shell.types.conversion.reference import PSReference
from shell.types.members.calling import new_object
from shell.types.registry.enumeration import enum_members, enum_value
from shell.types.registry.signatures import SignatureParameter, bind_type
from shell.values.errors import NetException
from shell.values.objects import AUTOMATION_NULL, PSObject, Value
from tests.dotnet.samples import ARGUMENTS, KNOWN, TARGETS

COUNTERPARTS = (IndexError, ZeroDivisionError, OverflowError)
"""What `refusals` turns into .NET's error of the same meaning, whatever the arguments are."""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with Session(columns=120, error_view="NormalView", listen=False) as session:
        yield session


def made(session: Session, code: str) -> Value:
    result = session.run(code if ";" in code else f", ({code})")
    assert not result.errors, (code, result.errors[0].message)
    assert len(result.objects) == 1, code
    found = result.objects[0]
    return found.base if isinstance(found, PSObject) else found


def sample(session: Session, wanted: ClrType) -> Value:
    """Return a value that a parameter of a type takes."""
    code = ARGUMENTS.get(wanted.name) or TARGETS.get(wanted.name)
    if code:
        return made(session, code)
    if wanted.name in ("System.Collections.Generic.List`1", "System.Collections.Generic.Dictionary`2"):
        return new_object(wanted, [])
    if wanted.is_enum:
        return enum_value(wanted, next(iter(enum_members(wanted).values())))
    if wanted.element_type is not None:
        return convert([sample(session, wanted.element_type)], wanted)
    pytest.fail(f"no sample of {wanted.name} in tests/dotnet/samples.py")


def argument(session: Session, parameter: SignatureParameter, owner: ClrType) -> Value:
    wanted = bind_type(parameter.type_name, owner)
    assert wanted is not None, parameter
    value = sample(session, wanted)
    return PSReference(value) if parameter.by_ref else value


def is_of(value: Value, wanted: ClrType) -> bool:
    if wanted.name == "System.Void":
        return value is None or value is AUTOMATION_NULL
    if value is None:
        return not wanted.is_value_type or wanted.is_nullable
    held = wanted.generic_arguments[0] if wanted.is_nullable else wanted
    return held.is_assignable_from(type_of(value))


def fault(call: Callable[[], Value], declared: str, owner: ClrType) -> str:
    """Return what is wrong with the outcome of a call, or an empty text."""
    try:
        value = call()
    except (NetException, *COUNTERPARTS):
        return ""
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    wanted = bind_type(declared, owner)
    if wanted is not None and is_of(value, wanted):
        return ""
    return f"{type_of(value).name if value is not None else 'null'} for {declared}"


def members(session: Session, owner: ClrType, code: str) -> Iterator[tuple[str, str]]:
    """Yield each member of a type with what is wrong with it."""
    owner.load()

    def target(static: bool) -> list[Value]:
        return [] if static else [made(session, code)]

    for found in list(owner.properties.values()):
        if code or found.static:
            of_session = found.static and found.name.lower() in owner.data.get("of session", ())
            given = [session.runspace] if of_session else target(found.static)
            yield found.name, fault(lambda f=found, g=given: f.get(*g), found.type_name, owner)
    for method in [each for overloads in owner.methods.values() for each in overloads] + owner.constructors:
        is_constructor = method in owner.constructors
        if code or method.static:
            name = f"{'new' if is_constructor else method.name}({', '.join(method.signature.parameter_names)})"
            given = target(method.static) + ([session.runspace] if method.wants_session else [])
            given += [argument(session, each, owner) for each in method.signature.parameters]
            returns = owner.name if is_constructor and not owner.is_abstract else method.signature.returns
            yield name, fault(lambda m=method, g=given: m.function(*g), returns, owner)


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_each_member_gives_what_it_declares(
    name: str, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    owner = resolve(name)
    assert owner is not None
    with session.inside():
        found = {f"{name}.{member}: {wrong}" for member, wrong in members(session, owner, TARGETS[name]) if wrong}
    assert found == KNOWN.get(name, set())
