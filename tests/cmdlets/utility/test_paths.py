"""The text of paths, without any disk."""

import os

import pytest

from shell.engine.providers import paths

pytestmark = pytest.mark.skipif(os.name == "nt", reason="paths with slashes")


@pytest.mark.parametrize(
    ("path", "parent", "leaf"),
    [
        ("/a/b", "/a", "b"),
        ("/a", "/", "a"),
        ("/", "", "/"),
        ("a", "", "a"),
        ("a/b/", "a", "b"),
        ("a\\b", "a", "b"),
        ("env:PATH", "env:", "PATH"),
        ("Lab:/x/y", "Lab:/x", "y"),
        ("FileSystem::/x/y", "FileSystem::/x", "y"),
    ],
)
def test_parent_and_leaf(path: str, parent: str, leaf: str) -> None:
    assert paths.parent_of(path) == parent
    assert paths.leaf_of(path) == leaf


@pytest.mark.parametrize(
    ("parent", "child", "joined"),
    [("a", "b", "a/b"), ("a/", "/b", "a/b"), ("", "b", "b"), ("a", "", "a/"), ("C:\\x", "y", "C:\\x\\y")],
)
def test_join(parent: str, child: str, joined: str) -> None:
    assert paths.join(parent, child) == joined


def test_wildcards_and_their_escape() -> None:
    assert paths.has_wildcards("a*b")
    assert not paths.has_wildcards("a`*b")
    assert paths.unescape("a`[1`]") == "a[1]"
