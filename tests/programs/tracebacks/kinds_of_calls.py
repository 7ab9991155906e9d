class A:
    def m(self) -> int:
        return self.p

    @property
    def p(self) -> int:
        return self.s(0)

    @staticmethod
    def s(x: int) -> int:
        return 1 // x

    @classmethod
    def c(cls) -> int:
        return A().m()

    def __init__(self) -> None:
        self.x = 1


def main() -> int:
    return A.c()


if __name__ == "__main__":
    raise SystemExit(main())
