"""Paths of Windows keep their rules on any machine; this machine's own keep theirs."""

import os

import pytest

from shell.machine import path_text

on_unix = pytest.mark.skipif(os.name == "nt", reason="paths with slashes")


@pytest.mark.parametrize(
    ("path", "normal"),
    [
        ("c:\\a\\..\\B\\.\\x", "C:\\B\\x"),
        ("C:/Reports//x.csv", "C:\\Reports\\x.csv"),
        ("C:", "C:\\"),
        ("C:x.txt", "C:\\x.txt"),
        ("C:\\..\\..\\x", "C:\\x"),
        ("\\\\EX01\\c$\\a\\..\\..\\..\\b", "\\\\EX01\\c$\\b"),
    ],
)
def test_windows_paths_in_normal_form(path: str, normal: str) -> None:
    assert path_text.normpath(path) == normal


@on_unix
@pytest.mark.parametrize(("path", "normal"), [("/a/../b/./c", "/b/c"), ("a\\b", "a\\b")])
def test_own_paths_in_normal_form(path: str, normal: str) -> None:
    assert path_text.normpath(path) == normal


@on_unix
@pytest.mark.parametrize(
    ("parts", "joined"),
    [
        (("C:\\a", "b", "c.txt"), "C:\\a\\b\\c.txt"),
        (("/home/anna", "C:\\x"), "C:\\x"),
        (("/home/anna", "\\\\EX01\\c$"), "\\\\EX01\\c$"),
        (("/home/anna", "x", "y"), "/home/anna/x/y"),
        (("C:\\", "x"), "C:\\x"),
    ],
)
def test_join(parts: tuple[str, ...], joined: str) -> None:
    assert path_text.join(*parts) == joined


@on_unix
@pytest.mark.parametrize(
    ("path", "folder", "within"),
    [
        ("C:\\Users\\Anna\\x", "c:\\users\\anna", True),
        ("C:\\Users\\Annabel", "C:\\Users\\Anna", False),
        ("/home/anna/x", "/home/anna", True),
        ("/home/annabel", "/home/anna", False),
        ("/home/anna", "C:\\", False),
        ("C:\\x", "C:\\", True),
    ],
)
def test_is_within(path: str, folder: str, within: bool) -> None:
    assert path_text.is_within(path, folder) is within


@on_unix
def test_a_path_of_another_system_has_no_relative_form() -> None:
    assert path_text.relpath("C:\\a\\b", "C:\\a") == "b"
    assert path_text.relpath("C:\\a\\b", "D:\\a") == "C:\\a\\b"
    assert path_text.relpath("C:\\a\\b", "/home") == "C:\\a\\b"


@on_unix
@pytest.mark.parametrize(
    ("text", "folders"),
    [
        ("/usr/bin:/bin", ["/usr/bin", "/bin"]),
        ("/usr/bin:/bin;C:\\Scripts", ["/usr/bin", "/bin", "C:\\Scripts"]),
        ("C:\\a;D:\\b;", ["C:\\a", "D:\\b"]),
        ("C:\\a:/usr/bin", ["C:\\a", "/usr/bin"]),
        ("", []),
    ],
)
def test_lists_of_folders(text: str, folders: list[str]) -> None:
    assert path_text.split_list(text) == folders
