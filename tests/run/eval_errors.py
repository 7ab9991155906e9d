"""Where an operand raises, the ones after it are not evaluated and nothing is stored."""


def v(name: str, value: int) -> int:
    print(name, end=" ")
    return value


def fail(name: str) -> int:
    print(name, end=" ")
    raise ValueError(name)


class Box:
    def __init__(self) -> None:
        self.value = 1


def main() -> None:
    box = Box()
    items = [1, 2, 3]
    x = 5
    try:
        x = v("a", 1) + fail("b") + v("never", 3)
    except ValueError as e:
        print("caught", e, x)
    try:
        box.value = fail("value")
    except ValueError as e:
        print("caught", e, box.value)
    try:
        box.value += fail("more")
    except ValueError as e:
        print("caught", e, box.value)
    try:
        items[fail("index")] = v("first", 9)
    except ValueError as e:
        print("caught", e, items)
    try:
        items[v("index", 7)] = v("value", 9)
    except IndexError as e:
        print("caught", e, items)
    try:
        print(items[v("read", 3)], v("never", 1))
    except IndexError as e:
        print("caught", e)
    try:
        items[0], items[9], x = v("p", 10), v("q", 20), v("r", 30)
    except IndexError as e:
        print("caught", e, items, x)
    try:
        items.append(fail("argument"))
    except ValueError as e:
        print("caught", e, items)
    try:
        print([v("e", n) if n < 2 else fail("stop") for n in range(5)])
    except ValueError as e:
        print("caught", e)
    try:
        print(f"{v('one', 1)} {fail('two')} {v('never', 3)}")
    except ValueError as e:
        print("caught", e)
    try:
        for i in range(3):
            x = 10 // (1 - i)
    except ZeroDivisionError as e:
        print("caught", e, x, i)


if __name__ == "__main__":
    raise SystemExit(main())
