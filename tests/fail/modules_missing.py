"""Every import that finds nothing is said, not the first alone."""
import maths
import numpy
from colections import deque

import math


def main() -> None:
    print(maths.pi, numpy.pi, math.pi, deque([1]))
