"""`bool(a and b)`, `not (a or b)` as values: what decided is asked once by the operator, and then as a value."""


class Says:
    def __init__(self, name: str, true: bool) -> None:
        self.name = name
        self.true = true

    def __bool__(self) -> bool:
        print("bool of", self.name)
        return self.true


class Long:
    def __init__(self, n: int) -> None:
        self.n = n

    def __len__(self) -> int:
        print("len of", self.n)
        return self.n


def maybe(n: int) -> Says | None:
    return Says("maybe", n > 2) if n > 1 else None


def main() -> None:
    yes, no = Says("yes", True), Says("no", False)
    for a in (yes, no):
        for b in (yes, no):
            print(bool(a and b))
            print(bool(a or b))
            x = not (a and b)
            y = not (a or b)
            print(x, y)
            if not (a and b):
                print("in a test, once")
            while not (a or b):
                print("and in a loop")
                break
            print(bool(a and b and a), not (a or b or a), "yes" if not (a and b) else "no")
            z = (not (a and b)) and a.true
            print(z, [not (a or b)], bool(not (a and b)))
    print(bool(Long(0) and Long(1)), bool(Long(2) or yes), not (Long(0) or no))
    for n in range(4):
        print(bool(maybe(n) and yes), not (maybe(n) or no), bool(maybe(n) or n))
    one, text = 1, ""
    print(bool(one and text), not (one and text), bool(one or text), not (text or one), bool(yes and one))


if __name__ == "__main__":
    main()
