# apart: an int where `float` is written makes every `float` of the image take ints
import math
import operator
from collections.abc import Callable
OPS: dict[str, Callable[[float, float], float]] = {"+": operator.add, "p": math.pow, "h": lambda a, b: a * b}
ONE: dict[str, Callable[[float], float]] = {"sqrt": math.sqrt, "floor": math.floor, "abs": abs, "sin": math.sin}
def main() -> None:
    for k, f in OPS.items():
        print(k, f(2.0, 3.0))
    for k, g in ONE.items():
        print(k, g(2.25))
    print(list(map(math.sqrt, [4.0])), max([3, -5], key=abs))
main() if __name__ == "__main__" else None
