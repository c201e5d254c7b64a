"""Where two texts differ: the lines with the arrow."""

from __future__ import annotations

from typing import Final

_SPECIAL: Final = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0", "\b": "\\b"}
_DOTS: Final = "..."
_HEAD: Final = "Expected: ''"


def compare_texts(expected: str, actual: str, because: str, ignore_case: bool, columns: int) -> str:
    """Return the message for two texts that should be the same."""
    place = _first_difference(expected, actual, ignore_case)
    lines = [f"Expected strings to be the same,{because} but they were different."]
    if len(expected) == len(actual):
        lines.append(f"String lengths are both {len(expected)}.")
    else:
        lines += [f"Expected length: {len(expected)}", f"Actual length:   {len(actual)}"]
    lines.append(f"Strings differ at index {place}.")
    width = columns - len(_HEAD) - 5
    shown = [_excerpt(each, place, width, columns // 7) for each in (expected, actual)]
    lines += [f"Expected: '{shown[0][0]}'", f"But was:  '{shown[1][0]}'"]
    lines.append(" " * (len(_HEAD) - 1) + "-" * shown[1][1] + "^")
    return "\n".join(lines)


def _first_difference(expected: str, actual: str, ignore_case: bool) -> int:
    for place, (one, other) in enumerate(zip(expected, actual, strict=False)):
        same = one.lower() == other.lower() if ignore_case else one == other
        if not same:
            return place
    return min(len(expected), len(actual))


def _visible(text: str) -> str:
    return "".join(_SPECIAL.get(each, each) for each in text)


def _excerpt(text: str, place: int, width: int, context: int) -> tuple[str, int]:
    """Return a text cut to a width around a place, and where the place is in it; too short a width cuts nothing."""
    place = len(_visible(text[:place])) + max(place - len(text), 0)
    text = _visible(text)
    if width < 2 * (context + len(_DOTS)) + 1 or len(text) <= width:
        return text, place
    shift = max(place - (width - 1 - context - len(_DOTS)), 0)
    cut = text[shift:]
    if shift:
        cut = _DOTS + cut[len(_DOTS) :]
    if len(cut) > width:
        cut = cut[: width - len(_DOTS)] + _DOTS
    return cut, place - shift


__all__ = ["compare_texts"]
