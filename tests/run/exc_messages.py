"""The messages of the exceptions that operations raise."""


class Box:
    def __init__(self) -> None:
        self.value = 1


def show(e: Exception) -> None:
    print(f"{type(e).__name__}: {e}")


def main() -> None:
    zero = 0
    empty: list[int] = []
    table: dict[str, int] = {}
    nothing: Box | None = None if zero == 0 else Box()
    try:
        print(1 / zero)
    except ZeroDivisionError as e:
        show(e)
    try:
        print(1 // zero)
    except ZeroDivisionError as e:
        show(e)
    try:
        print(1 % zero)
    except ZeroDivisionError as e:
        show(e)
    try:
        print(1.0 / zero)
    except ZeroDivisionError as e:
        show(e)
    try:
        print(empty[0])
    except IndexError as e:
        show(e)
    try:
        print("abc"[5])
    except IndexError as e:
        show(e)
    try:
        print(table["k"])
    except KeyError as e:
        show(e)
    try:
        print(int("12x"))
    except ValueError as e:
        show(e)
    try:
        print(float("y"))
    except ValueError as e:
        show(e)
    try:
        print(nothing.value)  # type: ignore[union-attr]
    except AttributeError as e:
        show(e)
    try:
        assert zero == 1
    except AssertionError as e:
        show(e)
    try:
        assert zero == 1, f"zero is {zero}"
    except AssertionError as e:
        show(e)
    try:
        print(1 << (zero - 1))
    except ValueError as e:
        show(e)
    try:
        print([1, 2].index(3))
    except ValueError as e:
        show(e)
    try:
        print(chr(zero - 1))
    except ValueError as e:
        show(e)
    try:
        print("a".split(""))
    except ValueError as e:
        show(e)
    try:
        print(bytes([300]))
    except ValueError as e:
        show(e)
    try:
        a, b = [1]
        print(a, b)
    except ValueError as e:
        show(e)
    try:
        raise NotImplementedError
    except NotImplementedError as e:
        show(e)
    try:
        print(range(3)[3])
    except IndexError as e:
        show(e)


if __name__ == "__main__":
    raise SystemExit(main())
