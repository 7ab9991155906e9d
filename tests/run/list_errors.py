"""What lists refuse, and with which words."""


def main() -> None:
    a = [1, 2, 3]
    for i in (3, -4, 100):
        try:
            print(a[i])
        except IndexError as e:
            print("read", e)
        try:
            a[i] = 0
        except IndexError as e:
            print("write", e)
        try:
            a.pop(i)
        except IndexError as e:
            print("pop", e)
        try:
            del a[i]
        except IndexError as e:
            print("del", e)
        try:
            a[i] += 1
        except IndexError as e:
            print("augmented", e)
    empty: list[int] = []
    try:
        empty.pop()
    except IndexError as e:
        print(e)
    try:
        a.remove(9)
    except ValueError as e:
        print(e)
    try:
        a.index(9)
    except ValueError as e:
        print(e)
    for function in ("max", "min"):
        try:
            print(max(empty) if function == "max" else min(empty))
        except ValueError as e:
            print(e)
    try:
        x, y = a
        print(x, y)
    except ValueError as e:
        print(e)
    try:
        x, y, z, w = a
        print(x, y, z, w)
    except ValueError as e:
        print(e)
    print(a)


if __name__ == "__main__":
    raise SystemExit(main())
