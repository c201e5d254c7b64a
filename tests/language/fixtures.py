"""The scripts that the tests of the language share."""

from pathlib import Path

FOLDER = Path(__file__).parent
SCRIPTS = sorted((FOLDER / "scripts").glob("*.ps1"))


def read(path: Path) -> str:
    """A script as it stands: its line breaks are part of it, a byte order mark is not."""
    return path.read_bytes().decode("utf-8-sig")


def cases(name: str) -> list[tuple[str, str]]:
    """The texts of a file with the `#=` line behind each."""
    found: list[tuple[str, str]] = []
    lines: list[str] = []
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#="):
            found.append(("\n".join(lines).strip("\n"), line[2:].strip()))
            lines = []
        elif lines or not line.startswith("# "):
            lines.append(line)
    return found
