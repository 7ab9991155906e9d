"""`iter(f, stop)`."""


def main() -> None:
    xs = [1, 2, 0, 5]

    def pop() -> int:
        return xs.pop(0)

    for v in iter(pop, 0):
        print(v)
    print(xs, list(iter(lambda: xs.pop() if xs else -1, -1)))
    ws = ["a", None, "b"]

    def nxt() -> str | None:
        return ws.pop(0)

    for w in iter(nxt, None):
        print(w.upper())
    it = iter(nxt, "z")
    print(next(it))


if __name__ == "__main__":
    main()
