"""For editors `f32` is `float`."""

from typing import TypeAlias

f32: TypeAlias = float
