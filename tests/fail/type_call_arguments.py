# A subclass with other parameters.
class A:
    def __init__(self, v: int) -> None:
        self.v = v

    def again(self) -> "A":
        return type(self)(self.v)


class B(A):
    def __init__(self, v: int, w: int) -> None:
        super().__init__(v)
        self.w = w
