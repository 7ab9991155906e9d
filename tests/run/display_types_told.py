"""Displays whose items the method of an operator, or a class above, tells."""



class S2:
    def __init__(self) -> None:
        self.seen: list[object] = []

    def __add__(self, o: list[int | str]) -> list[int | str]:
        return o

    def __sub__(self, o: dict[str, int | None]) -> dict[str, int | None]:
        return o

    def __mul__(self, o: set[int | str]) -> int:
        return len(o)

    def __or__(self, o: "tuple[int | None, ...]") -> int:
        return len(o)

    def __xor__(self, o: list[int] | None) -> str:
        return repr(o)

    def __lshift__(self, o: object) -> "S2":
        self.seen.append(o)
        return self

    def __iadd__(self, o: list[int | str]) -> "S2":
        self.seen += o
        return self

    def __truediv__(self, o: list[float]) -> float:
        return sum(o)

    def __matmul__(self, o: list["S2"]) -> int:
        return len(o)


class Quiet(S2):
    def __sub__(self, o: dict[str, int | None]) -> dict[str, int | None]:
        return {**o, "q": None}


def part_a() -> None:
    s = S2()
    print(s + [5], s + [], s - {"a": 1}, s - {}, s * {1}, s | (1,), s ^ [], s ^ None)
    s += [1]
    s += [x for x in range(3)]
    s << [1] << {"k": [2]} << ()
    print(s.seen, s / [1, 2.5], s / [], s @ [], s @ [s])
    print(Quiet() - {"z": 2}, [s + [i] for i in range(2)], s + [1, "a"])


class Log:
    logs: list[str] = []
    table: dict[str, int | None] = {}
    kinds: "set[str] | None" = None

    def log(self, m: str) -> None:
        self.logs.append(m)


class LogC(Log):
    logs = []
    table = {"a": 1}
    kinds = {"x"}


class LogD(LogC):
    logs = []
    table = {}


class Plain:
    items = [1]


class Under(Plain):
    items = []


def part_b() -> None:
    LogC().log("x")
    LogD().log("y")
    print(LogC.logs, Log.logs, LogD.logs, LogC.table, LogD.table, Log.table, LogC.kinds, Log.kinds)
    all_logs: list[Log] = [Log(), LogC(), LogD()]
    for one in all_logs:
        one.log("z")
        print(one.logs, one.table, one.kinds)
    Under.items.append(3)
    if LogC.kinds is not None:
        LogC.kinds.add("y")
    print(Under.items, Plain.items)


def main() -> None:
    part_a()
    part_b()


if __name__ == "__main__":
    main()
