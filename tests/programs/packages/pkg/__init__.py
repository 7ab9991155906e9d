"""What the package gives on."""

from .core import Engine, VERSION, make
from .sub import tools
from . import errors

__all__ = ["Engine", "make", "tools", "errors", "VERSION", "describe"]


def describe() -> str:
    return f"{__name__} {VERSION}"
