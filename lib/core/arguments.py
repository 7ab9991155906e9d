"""Calls that know only when they run what they pass, `f(*xs)` and `f(**d)`: CPython's errors where it does not fit.

A function's parameters come as words: `a!x` is a parameter `x` that must be given, `a?x` one with a default; `p` for
`a` says positional only, `k` keyword only. `*` and `**` stand for parameters that take the rest.
"""

from typing import TypeVar

from rumpk import cold, noinline

T = TypeVar("T")


def note(order: list[str], name: str, function: str) -> None:
    """The call of `function` gives the argument `name`, which it may do once."""
    if name in order:
        raise TypeError(f"{function}() got multiple values for keyword argument '{name}'")
    order.append(name)


def drop(named: dict[str, T], words: str) -> None:
    """Take out the arguments that parameters of their own have got."""
    for name in words.split():
        if name in named:
            del named[name]


@noinline
@cold
def check(function: str, words: str, given: int, named: list[str]) -> None:
    """TypeError where `given` positional arguments and those called `named` do not fit the parameters."""
    parameters = words.split()
    positional = [word for word in parameters if word[0] == "p" or word[0] == "a"]
    got = [word[2:] for word in positional[:given]]
    for name in named:
        if _has(parameters, "a", name) or _has(parameters, "k", name):
            if name in got:
                raise TypeError(f"{function}() got multiple values for argument '{name}'")
            got.append(name)
        elif "**" not in parameters:
            wrong = [word[2:] for word in parameters if word[0] == "p" and word[2:] in named]
            if len(wrong) > 0:
                shown = ", ".join(wrong)
                raise TypeError(
                    f"{function}() got some positional-only arguments passed as keyword arguments: '{shown}'")
            raise TypeError(f"{function}() got an unexpected keyword argument '{name}'")
    if given > len(positional) and "*" not in parameters:
        _too_many(function, parameters, len(positional), given, got)
    _missing(function, "positional", [word[2:] for word in positional if word[1] == "!" and word[2:] not in got])
    _missing(function, "keyword-only", [
        word[2:] for word in parameters if word[0] == "k" and word[1] == "!" and word[2:] not in got])


def _has(parameters: list[str], kind: str, name: str) -> bool:
    return f"{kind}!{name}" in parameters or f"{kind}?{name}" in parameters


def _too_many(function: str, parameters: list[str], most: int, given: int, got: list[str]) -> None:
    least = len([word for word in parameters if word[0] != "k" and word[1:2] == "!"])
    keywords = len([word for word in parameters if word[0] == "k" and word[2:] in got])
    takes = str(most) if least == most else f"from {least} to {most}"
    plural = "s" if least != most or most != 1 else ""
    more = ""
    if keywords > 0:
        more = f" positional argument{_s(given)} (and {keywords} keyword-only argument{_s(keywords)})"
    verb = "was" if given == 1 and keywords == 0 else "were"
    raise TypeError(f"{function}() takes {takes} positional argument{plural} but {given}{more} {verb} given")


def _missing(function: str, kind: str, names: list[str]) -> None:
    if len(names) == 0:
        return
    shown = [f"'{name}'" for name in names]
    text = shown[0]
    if len(shown) == 2:
        text = f"{shown[0]} and {shown[1]}"
    elif len(shown) > 2:
        text = ", ".join(shown[:-1]) + f", and {shown[-1]}"
    raise TypeError(f"{function}() missing {len(names)} required {kind} argument{_s(len(names))}: {text}")


def _s(count: int) -> str:
    return "" if count == 1 else "s"
