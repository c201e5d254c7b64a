"""The examples in the help of the utility and management cmdlets run without an error."""

from pathlib import Path

import pytest

from cmdlets.index import installed
from shell import Session

INDEX = installed()
MODULES = frozenset(
    (
        "add_member",
        "clock",
        "compare_object",
        "content",
        "dates",
        "drives",
        "files",
        "get_child_item",
        "get_member",
        "group_object",
        "host_info",
        "item_properties",
        "items",
        "join_string",
        "locations",
        "mail",
        "measure_object",
        "network",
        "new_object",
        "paths",
        "processes",
        "random",
        "security",
        "select_object",
        "select_string",
        "select_xml",
        "sort_object",
        "tee_object",
        "transcript",
    )
)
NAMES = sorted(name for name in INDEX.names() if INDEX.load(name).__module__.rpartition(".")[2] in MODULES)


@pytest.mark.parametrize("name", [name for name in NAMES if INDEX.load(name).examples])
def test_examples_run(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for example in INDEX.load(name).examples:
        with Session(listen=False) as session:
            result = session.run(example.code)
            assert not result.parse_errors, f"{example.code}\n{result.console}"
            assert not result.errors, f"{example.code}\n{result.console}"
