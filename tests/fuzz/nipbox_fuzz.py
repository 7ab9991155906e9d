"""Random lines against the shell's parser: a tree or a `Problem`, never anything else; what is printed parses and prints as itself.

    python -m tests.fuzz.nipbox_fuzz --count 1000000 --seed 7
"""

from __future__ import annotations

import argparse
import random
import sys

from npl.nipbox.language.parser import parse
from npl.nipbox.language.printer import print_script
from npl.nipbox.language.problem import Problem, explain

EXPRESSIONS = ("where",)
PIECES = ("echo", "a", "b2", " ", " ", " ", ";", "&", "&&", "||", "|", "\n", "'", '"', "'x y'", '"a $x"', "\\", "\\ ", "$x", "${x}", "${", "$?", "$", "$(", ")", "(",
          "*", "?", "[a-z]", "**/", "<", ">", ">>", "2>", "2>>", ">=", "<=", "#", "if ", "else ", "end", "for x in ", "while ", "break", "continue", "not ", "where ",
          "\t", "\0", "\r", "ä", "€", "😀", "=", "-n", "2", "}", "{", "; end", "; end;", "if a; b; end", "for y in a b; echo $y; end", "$(echo a | b; c)")
BYTES = b" \t\n'\"\\$(){}*?[]<>|&;#2=ax\0\xff\xc3\xa4"


def line(rng: random.Random) -> bytes:
    """A line of pieces, or now and then of bytes."""
    if rng.random() < 0.1:
        return bytes(rng.choice(BYTES) for _ in range(rng.randrange(24)))
    return "".join(rng.choice(PIECES) for _ in range(rng.randrange(1, 16))).encode()


def check(text: bytes) -> bool:
    """Whether it parses. AssertionError where the printed tree is another one."""
    try:
        script = parse(text, EXPRESSIONS)
    except Problem as problem:
        assert 0 <= problem.at <= len(text) and problem.message, text
        assert len(explain(text, problem).splitlines()) == 3, text
        return False
    printed = print_script(script)
    assert "\n" not in printed, text
    assert print_script(parse(printed.encode(), EXPRESSIONS)) == printed, text
    return True


def campaign(seed: int, count: int) -> int:
    """How many of the lines parse. The line that fails is shown."""
    rng = random.Random(seed)
    parsed = 0
    for _ in range(count):
        text = line(rng)
        try:
            parsed += check(text)
        except Exception:
            print(f"trouble: {text!r}", file=sys.stderr)
            raise
    return parsed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=7)
    chosen = parser.parse_args()
    print(f"{campaign(chosen.seed, chosen.count)} of {chosen.count} lines parse; all prints parse to themselves")
    return 0


if __name__ == "__main__":
    sys.exit(main())
