from collections import OrderedDict, deque
from enum import IntEnum


class Op(IntEnum):
    ADD = 2
    SUB = 3


class Report:
    def __enter__(self) -> "Report":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> bool:
        print(error)
        return True


def pick(names: dict[int, str], key: int) -> str:
    return names[key]


def main() -> None:
    with Report():
        print(pick({2: "add"}, Op.SUB))
        print({(1, 1): "pair"}[Op.ADD, 1])
        order: OrderedDict[int, str] = OrderedDict()
        order.move_to_end(Op.ADD)
        queue: deque[int] = deque([1])
        queue.remove(Op.ADD)


if __name__ == "__main__":
    main()
