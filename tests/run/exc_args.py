"""`e.args`: what an exception was made with."""


class Own(Exception):
    def __init__(self, code: int, name: str = "x") -> None:
        self.code = code
def main() -> None:
    for e in [ValueError("a"), ValueError("a", 1, 2.5, None, True), TypeError(3), KeyError("k"), ValueError(), Own(3), Own(4, "b")]:
        print(e.args, len(e.args))
    try:
        raise ValueError("bad", 42)
    except ValueError as err:
        msg, code = err.args
        print(msg, code, err.args[0], err.args[1] == 42)
        first = err.args[0]
        if isinstance(first, str):
            print(first.upper())
