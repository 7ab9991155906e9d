"""`len` and truth of objects whose `__len__` is below 0."""
class Odd:
    def __init__(self, n: int) -> None:
        self.n = n

    def __len__(self) -> int:
        return self.n

    def __getitem__(self, i: int) -> int:
        return i * 2


class Base:
    pass


class Below(Base):
    def __len__(self) -> int:
        return -2


def main() -> None:
    for n in (2, 0, -1):
        odd = Odd(n)
        try:
            print(len(odd))
        except ValueError as e:
            print(e)
        try:
            print(bool(odd), not odd)
        except ValueError as e:
            print(e)
        try:
            print("yes" if odd else "no")
        except ValueError as e:
            print(e)
        try:
            print(list(reversed(odd)))
        except ValueError as e:
            print(e)
        print(odd.__len__())
    some: list[Base] = [Base(), Below()]
    for one in some:
        try:
            print(bool(one))
        except ValueError as e:
            print(e)
