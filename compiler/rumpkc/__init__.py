"""rumpkc: an ahead-of-time cross compiler from typed Python to bare-metal images."""

__version__ = "0.1.0"
