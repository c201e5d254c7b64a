"""The version of Pester whose behaviour this is."""

from typing import Final

VERSION: Final = "5.7.1"
