"""What loops, with, except and := of a module's body bind, and the lambdas that it leaves."""

import contextlib
import io
from dataclasses import dataclass
from typing import Callable

TABLE: dict[str, int] = {}
for name in ["a", "b"]:
    TABLE[name] = len(name)
    size = len(name) * 2
    LAST = name.upper()


try:
    _ = {"a": 1}["q"]
except KeyError as e:
    MSG = repr(e)
    SHORT = str(e)


FS: list[Callable[[int], int]] = [lambda x, i=i: x * i for i in range(3)]
NAMES = ["a", "b"]
BY: dict[str, Callable[[], str]] = {n: (lambda n=n: n.upper()) for n in NAMES}


with io.StringIO() as f:
    f.write("abc")
    TEXT = f.getvalue()
with contextlib.suppress(KeyError):
    Q = {"a": 1}["a"]
while True:
    STEP = 5
    break
if (n := len(TEXT)) > 2:
    BIG = n


@dataclass
class Unit:
    name: str
    factor: float


TABLE_loop2: dict[str, Unit] = {}
for key, (label, factor) in {"m": ("metre", 1.0), "km": ("kilometre", 1000.0)}.items():
    unit = Unit(label, factor)
    TABLE_loop2[key] = unit
    shown = f"{label}={factor}"
for i, word in enumerate("a b c".split(), start=1):
    if word == "b":
        FOUND = i
        break
else:
    FOUND = -1
try:
    VALUE = int("x")
except (ValueError, TypeError) as error:
    KIND = type(error).__name__
    VALUE = -1
while (step := len(TABLE_loop2)) < 2:
    pass


def last() -> str:
    return f"{i} {word} {key} {step}"


def make() -> list[Callable[[int], int]]:
    out: list[Callable[[int], int]] = []
    for k in range(3):
        out.append(lambda x, k=k: x - k)
    return out


G = make()


SCALE = 10
NAMES_complam3 = {"a": 1, "b": 2}
BY_complam3: dict[str, Callable[[int], str]] = {
    n: (lambda x, n=n, k=k: f"{n}{k * x * SCALE}") for n, k in NAMES_complam3.items()
}
PAIRS: list[tuple[str, Callable[[str], str]]] = [(t, lambda s, t=t: f"<{t}>{s}</{t}>") for t in ("b", "i")]
GEN: tuple[Callable[[], float], ...] = tuple(lambda v=v: v / 2 for v in [1.0, 3.0])
ADD: Callable[[int], int] = lambda x, y=5: x + y  # noqa: E731


class Box:
    FNS: list[Callable[[int], int]] = [lambda x, p=p: x**p for p in range(3)]


G_looplam: list[Callable[[int], int]] = []
HANDLERS: dict[str, Callable[[int], str]] = {}
for k in range(3):
    G_looplam.append(lambda x, k=k: x - k)
for word, times in [("a", 2), ("b", 3)]:
    HANDLERS[word] = lambda n, word=word, times=times: f"{word * times}{n}"


G_lateglobal: list[Callable[[int], int]] = []
for k in range(3):
    G_lateglobal.append(lambda x: x - k)


def run_loopvar() -> None:
    print(TABLE, size, LAST, name)


def run_exc() -> None:
    print(MSG, SHORT)


def run_complam() -> None:
    print([f(2) for f in FS], [BY[n]() for n in BY])


def run_withmod() -> None:
    print(TEXT, Q, STEP, BIG, n)


def run_loop2() -> None:
    print(TABLE_loop2, unit, shown, FOUND, KIND, VALUE, last())
    print(label, factor)


def run_nestlam() -> None:
    print([f(10) for f in G])


def run_complam3() -> None:
    print({n: f(3) for n, f in BY_complam3.items()}, [f(t) for t, f in PAIRS], [g() for g in GEN], ADD(1))
    print([f(3) for f in Box.FNS])


def run_looplam() -> None:
    print([f(10) for f in G_looplam], [h(1) for h in HANDLERS.values()])


ÄRGER: dict[str, Callable[[str], str]] = {"ä": lambda s: s + "ö", "é": lambda s, ende="ü": s + ende}


def run_lateglobal() -> None:
    print(ÄRGER["ä"]("x"), ÄRGER["é"]("y"))
    print([f(10) for f in G_lateglobal])


def main() -> None:
    run_loopvar()
    run_exc()
    run_complam()
    run_withmod()
    run_loop2()
    run_nestlam()
    run_complam3()
    run_looplam()
    run_lateglobal()


if __name__ == "__main__":
    main()
