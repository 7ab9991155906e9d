"""Calls in a module body change what earlier lines of it left: numbers, lists, class variables."""

_count = 0
_log: list[str] = []


def new(name: str) -> int:
    global _count
    _count += 1
    _log.append(name)
    C.made += 1
    return _count


class C:
    made = 0


A = new("a")
B = new("b")


def main() -> int:
    print(A, B, _count, _log, C.made)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
