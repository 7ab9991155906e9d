from rumpk import u8


class A:
    def __eq__(self, other: object) -> bool:
        return other is self


def main() -> None:
    rows = [[u8(1)]]
    anything: object = rows
    other: object = A()
    print(anything == other)
