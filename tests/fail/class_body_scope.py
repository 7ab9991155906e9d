class Base:
    BASE = 4


class K(Base):
    width = 4
    xs = [width * i for i in range(3)]
    h = BASE + 1

    def f(self) -> int:
        return width


def main() -> None:
    print(K().f())
