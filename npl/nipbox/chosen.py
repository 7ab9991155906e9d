"""Which commands an image has: a build with `[image] commands` puts a file of its own in this one's place."""

from typing import Final

CHOSEN: Final[tuple[str, ...]] = ()     # none named: all
