def down(n: int) -> int:
    if n == 0:
        raise ValueError("at the bottom")
    if n % 2 == 0:
        return down(n - 1) + 1
    return down(n - 1) + 1


def over_lines(n: int) -> str:
    return (
        "text"
        .upper()
        .ljust(
            down(
                n
            )
        )
    )


class Link:
    def __init__(self, rest: "Link | None") -> None:
        self.rest = rest

    def length(self) -> int:
        return 1


def chained(link: Link) -> int:
    return (link
            .rest
            .length())


def main() -> int:
    try:
        print(over_lines(4))
    except ValueError:
        try:
            print("text"
                  .upper()
                  .index("Z"))
        except ValueError:
            print(
                chained(Link(None)),
            )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
