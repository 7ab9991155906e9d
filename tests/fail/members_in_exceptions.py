from enum import IntEnum


class Op(IntEnum):
    ADD = 2
    SUB = 3


class Table:
    def __init__(self, names: dict[int, str]) -> None:
        self.names = names

    def name(self, op: int) -> str:
        return self.names[op]


def main() -> None:
    table = Table({2: "add"})
    codes: list[int] = [2, Op.SUB]
    seen = {2}
    try:
        print([table.name(code) for code in codes])
        seen.remove(Op.SUB)
        del table.names[Op.SUB]
        print(table.names.pop(Op.ADD))
    except LookupError as error:
        print(error)
    try:
        print([2].index(Op.SUB))
    except Exception as error:
        print(f"{error}")


if __name__ == "__main__":
    main()
