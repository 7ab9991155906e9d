"""str.format of texts that only running tells: fields, numbers, conversions, specs, errors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable


class Col:
    def __init__(self, fmt: str) -> None:
        self.fmt = fmt


TEMPLATE = "{name}: {n:d}"


def attempt(t: str) -> str:
    try:
        return repr(t.format(1, "x", 2.5, a=[1], width=7))
    except (ValueError, KeyError, IndexError) as e:
        return f"{type(e).__name__} {e}"


def attempt_map(t: str) -> str:
    try:
        return repr(t.format_map({"a": "x"}))
    except (ValueError, KeyError) as e:
        return f"{type(e).__name__} {e}"


class Missing(dict[str, str]):
    def __missing__(self, key: str) -> str:
        print("missing", key)
        return "<" + key + ">"


@dataclass
class P:
    x: int

    def __format__(self, spec: str) -> str:
        return f"P[{spec}]{self.x}"


def show(template: str, *, who: str, n: int | None, p: P) -> str:
    return template.format(p, who=who, n=n)


def run_fm1() -> None:
    for c in (Col("{:.2f}"), Col("{:>10}"), Col("<{}>"), Col("{0!r:>8}|{0}")):
        print(c.fmt.format(3.5))
    T = "{name}: {n:d}"
    print(T.format(name="a", n=3), TEMPLATE.format(name="b", n=4))
    d = {"name": "z", "k": "v"}
    print("{name}-{k}".format(**d), "{name!r:>6}".format_map(d))
    row = "{:<10}|{:>{}}|{!s:^7}"
    print(row.format("ab", 12, 5, None))


def run_fm2() -> None:
    for t in [
        "{!x}",
        "{!}",
        "{0!r",
        "{0!rx}",
        "{0!",
        "{",
        "}",
        "{0",
        "{0:{",
        "{0:{}}",
        "{:{:{}}}",
        "{b}",
        "{9}",
        "{}{0}",
        "{0}{}",
        "{a{b}}",
        "{99999999999999999999}",
        "{ 0}",
        "{0 }",
        "{!\n}",
        "{-1}",
        "a}}b{{c",
        "{:}}",
        "{:{{}}}",
        "{0:}}}",
        "{}{}{}{a}{width}",
        "{2:{width}.1f}",
        "{0:>{width}}",
        "{1!a:*^{width}}",
        "{a!r:>{width}}",
        "",
        "é{1}ü{0}",
        "{:d}{:s}",
        "{0:s}",
        "{a:5}",
    ]:
        try:
            print(repr(t), attempt(t))
        except TypeError as e:
            print(repr(t), "TypeError", e)
    for t in ["{}", "{0}", "{a}", "{a!r:>5}", "{b}", "{a:{a}}"]:
        print(repr(t), attempt_map(t))


def run_fm3() -> None:
    m = Missing()
    m["a"] = "1"
    t = "{a} {b} {b!r:>6}"
    print(t.format_map(m))
    print(show("{who!r} {n} {0:zz} {0!r}", who="bob", n=None, p=P(3)))
    f: Callable[[int, int], str] = "{:>5}|{:<5}".format
    print(f(1, 2))
    try:
        print(show("{n:3}", who="", n=None, p=P(1)))
    except TypeError as e:
        print(e)
    lines = ["{}", "{0}{0}", "{:,}"]
    print([one.format(1234567) for one in lines])


def main() -> None:
    run_fm1()
    run_fm2()
    run_fm3()


if __name__ == "__main__":
    main()
