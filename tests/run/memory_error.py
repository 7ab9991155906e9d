"""MemoryError is an exception like others: what is too large is refused at once, and the program goes on."""


def attempt(name: str, size: int) -> None:
    try:
        if name == "list":
            print(len([0] * size))
        elif name == "bytearray":
            print(len(bytearray(size)))
        elif name == "bytes":
            print(len(bytes(size)))
        elif name == "str":
            print(len("ab" * size))
        else:
            print(len([None, "x"] * size))
    except MemoryError as error:
        print(name, "has no", size, repr(error))


def nested() -> str:
    try:
        return str(len([1.5] * 10**15))
    except MemoryError:
        try:
            return str(len(bytearray(10**15)))
        except MemoryError as again:
            return f"twice {again.__context__!r}"


def main() -> None:
    kept = [str(i) for i in range(1000)]
    for name in ("list", "bytearray", "bytes", "str", "mixed"):
        attempt(name, 3)
        attempt(name, 10**15)
    print(nested())
    total = 0
    for i in range(50):
        try:
            kept.append("x" * (10**15 if i % 2 else i))
        except MemoryError:
            total += 1
    print(total, len(kept), kept[500], kept[-1])


if __name__ == "__main__":
    main()
