"""A flag of two members, in a class whose members have attributes."""
from enum import Flag
class C(Flag):
    A = 1
    B = 2
    def __init__(self, n: int) -> None:
        self.extra = n * 10
X = C.A | C.B
def main() -> None:
    print(C.A.extra, X.value, C.A)
if __name__ == "__main__":
    main()
