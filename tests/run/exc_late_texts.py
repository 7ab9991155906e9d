"""The texts of exceptions are made when they are asked for; arguments passed on with a star."""


class Loud:
    def __init__(self, n: int) -> None:
        self.n = n

    def __repr__(self) -> str:
        print("repr called", end=" ")
        return f"Loud{self.n}"


class Many(Exception):
    def __init__(self, *errors: Exception) -> None:
        super().__init__(*errors)
        self.errors = errors


class Noted(Exception):
    def __init__(self, what: str, *details: int) -> None:
        super().__init__(what, *details)


class Own(Exception):
    def __init__(self, thing: Loud) -> None:
        self.thing = thing


class Lost(KeyError):
    pass


def main() -> None:
    xs = [1]
    error = ValueError(xs)
    xs.append(2)
    print(error, repr(error), error.args)
    try:
        raise KeyError(Loud(1))
    except KeyError:
        print("caught")
    loud = Loud(2)
    pair = ValueError("a", loud)
    loud.n = 10
    print("made")
    print(pair)
    print(repr(Own(loud)), str(Lost(xs)), str(KeyError(xs, 1)), repr(Lost({"a": xs})))
    many = Many(ValueError("a"), KeyError("b"))
    print(many, repr(many), len(many.errors), Many(), repr(Many()), Many(ValueError("x")), repr(Many(ValueError("x"))))
    print(Noted("w"), Noted("w", 1, 2), repr(Noted("w", 3)), Noted("w", 1).args, len(many.args), many.args[0])
    try:
        raise RuntimeError(many.errors[0]) from many
    except RuntimeError as again:
        print(again, repr(again), repr(again.__cause__))


if __name__ == "__main__":
    main()
