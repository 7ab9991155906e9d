# apart: functions are asked for their names, and objects for what becomes one, in all of the image
"""`contextlib.redirect_stdout` and `redirect_stderr`."""
import contextlib
import io
import sys
from contextlib import redirect_stderr, redirect_stdout


class Upper:
    def __init__(self) -> None:
        self.parts: list[str] = []

    def flush(self) -> None:
        pass

    def write(self, text: str) -> int:
        self.parts.append(text.upper())
        return len(text)


def noisy(n: int) -> int:
    print("n is", n, end=";", flush=True)
    sys.stdout.write(f"<{n}>")
    print("to the log", file=sys.stderr)
    return n * 2


def captured(n: int) -> str:
    out = io.StringIO()
    with redirect_stdout(out):
        noisy(n)
    return out.getvalue()


def main() -> None:
    print(repr(captured(3)), noisy(1))
    upper = Upper()
    with redirect_stdout(upper) as same, redirect_stderr(io.StringIO()) as errors:
        noisy(4)
        print(same is upper, [1, 2], 2.5, None)
        with redirect_stdout(io.StringIO()) as inner:
            print("deep", 5)
        print(inner.getvalue())
    print(upper.parts, repr(errors.getvalue()))
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            print("lost")
            raise ValueError("out")
    except ValueError as error:
        print("back", error)
    log = io.StringIO()
    with contextlib.redirect_stderr(log):
        with contextlib.redirect_stdout(sys.stderr):
            print("to errors")
    with redirect_stderr(sys.stdout):
        print("seen", file=sys.stderr)
    print(repr(log.getvalue()))
    again = redirect_stdout(io.StringIO())
    with again as first:
        print(1)
        with again:
            print(2)
        print(3)
    print(repr(first.getvalue()))


if __name__ == "__main__":
    main()
