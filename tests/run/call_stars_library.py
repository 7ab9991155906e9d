# apart: an int where `float` is written makes every `float` of the image take ints
import math
from itertools import chain, zip_longest, product
from enum import Enum


class Op(Enum):
    ADD = "+"
    SUB = "-"

    def __call__(self, a: int, b: int) -> int:
        match self:
            case Op.ADD:
                return a + b
            case Op.SUB:
                return a - b


def total(rows: list[list[float]], more: list[float]) -> float:
    return sum(chain(*rows, more))


def main() -> None:
    rows = [[1.0, 2.0], [3.0]]
    print(total(rows, [5.0]), list(chain(*rows)), list(chain(*rows, [9.0], (1.5,))))
    xs = [3.0, 4.0]
    print(math.hypot(*xs), math.hypot(*tuple(xs), 1.0))
    words = {"a": [1, 2], "b": [3]}
    print(list(chain(*words.values())), list(chain(*["ab", "cd"])))
    print([list(t) for t in product(*[[1, 2], [3]])] , list(zip_longest(*[[1, 2], [3]])))
    print(Op.ADD(3, 4), Op("-")(9, 1), {op: op(6, 2) for op in Op}, Op.SUB(b=1, a=5))
    print(math.gcd(*[12, 18, 24]), math.lcm(*range(1, 6)))


if __name__ == "__main__":
    main()
