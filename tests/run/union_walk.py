"""`for` and `len` over a value of several container types."""


def total(x: list[int] | tuple[int, ...] | set[int]) -> int:
    out = 0
    for v in x:
        out += v
    return out + len(x)


def show(x: list[int] | list[str] | str | dict[str, int]) -> str:
    return "/".join(str(v) for v in x) + f" {len(x)}"


def main() -> None:
    print(total([1, 2]), total((3,)), total({4}), show([1, 2]), show(["a"]), show("xyz"), show({"k": 1}))
    ys: list[int] | str = "ab"
    print([y for y in ys], sorted(show("ba")))


if __name__ == "__main__":
    main()
