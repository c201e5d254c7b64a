"""What is shipped: every file of the packages, every file of the sdist, and only Python versions that are tested."""

import fnmatch
import re
import tomllib
from pathlib import Path

import shell

ROOT = Path(shell.__file__).parent.parent
PACKAGES = ("shell", "cmdlets", "organization", "transport")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_file_of_the_packages_is_package_data() -> None:
    patterns = PROJECT["tool"]["setuptools"]["package-data"]["*"]
    left_out = [
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file()
        and path.suffix not in (".py", ".pyc")
        and not any(fnmatch.fnmatch(path.name, pattern) for pattern in patterns)
    ]
    assert left_out == []


def test_the_sdist_has_what_the_readme_and_the_tests_need() -> None:
    manifest = (ROOT / "MANIFEST.in").read_text(encoding="utf-8").split()
    names = {path.name for path in ROOT.iterdir() if not path.name.endswith(".egg-info")}
    tracked = names & {
        *(".ci", ".editorconfig", ".gitattributes", ".github", ".gitignore", ".pre-commit-config.yaml"),
        *("CHANGELOG.md", "CONTRIBUTING.md", "COVERAGE.md", "bench", "docs", "tests"),
    }
    assert tracked - set(manifest) == set()


def test_every_python_that_is_claimed_is_tested() -> None:
    claimed = re.findall(r"Python :: (3\.\d+)", "\n".join(PROJECT["project"]["classifiers"]))
    workflow = (ROOT / ".github" / "workflows" / "test.yml").read_text(encoding="utf-8")
    matrix = re.search(r"python: \[(.*)\]", workflow)
    assert matrix is not None
    assert claimed == re.findall(r'"(3\.\d+)"', matrix.group(1))
