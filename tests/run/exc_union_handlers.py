"""What a handler of several classes binds: one of them, also of a class that stands among several bases."""
class A(Exception):
    def __init__(self, code: int) -> None:
        super().__init__(f"A{code}")
        self.code = code


class B(Exception):
    def __init__(self, code: int) -> None:
        super().__init__(f"B{code}")
        self.code = code


class C(A, ValueError):
    pass


def run(n: int) -> None:
    try:
        if n == 0:
            raise A(1)
        if n == 1:
            raise B(2)
        if n == 2:
            raise C(3)
        raise KeyError(n)
    except (A, B) as e:
        print(e.code, e, type(e).__name__, isinstance(e, ValueError))
        if isinstance(e, A):
            print("A", e.code)
        raise
    except (KeyError, IndexError) as e:
        print("lookup", e)


class AppError(Exception):
    code: int = 1


class NetError(AppError, OSError):
    code = 3


class P:
    code = 1

    def show(self) -> str:
        return f"A{self.code}"


class Q:
    def hi(self) -> str:
        return "hi"


class R(P, Q):
    code = 5


def main() -> None:
    for n in range(4):
        try:
            run(n)
        except ValueError as e:
            print("value", e)
        except Exception as e:
            print("other", e)
    try:
        raise NetError(5, "x")
    except AppError as e:
        print(e.code, e)
    xs: list[P] = [P(), R()]
    print([x.code for x in xs], [x.show() for x in xs])


if __name__ == "__main__":
    main()
