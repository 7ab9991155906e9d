"""Reads "SEED COUNT" and parses so many mutated KDL documents: each gives nodes, whose text parses again and prints as
itself, or an error inside of it. Prints a digest of all outcomes, which is the same on every machine."""

import random
from zlib import crc32

from lib.kdl.cursor import KdlError
from lib.kdl.printer import to_text
from lib.kdl.reader import parse

DOCUMENTS = [
    'node 1 2.5 a=b { child "x y"; other }\n(t)second #true #null #nan (f)-1.5e3 k=(u8)0xff',
    "/- dead { a; b }\nalive /- 1 2 /* c /* d */ */ \\\n // more\n  3 /-{x} { y }",
    'lines """\n    one \\\n    two\n      three "quoted" \\u{1F600}\n    """ raw=#"a\\b"# ##"x"#y"##',
    'long 0xff_ff_ff_ff_ff_ff_ff_ff_ff 0b1010_1 0o17 1_000.000_1 123456789012345678901234567890 -0 +7 1e+0_9',
    'ノード　お名前="ฅ^•ﻌ•^ฅ" 😀 - + -- .a +.b\r\nа{б{в{г}}}\u2028"\\t\\n\\s\\"\\\\"',
    'raw #"""\n  a\n   b\n  """# - "" r #""# "a\\   \n  b" \u0085next;;',
]
PIECES = ['"', '"""', "#", "\\", "/-", "/*", "*/", "//", "{", "}", "(", ")", ";", "=", "\n", "\r", " ", "\t", "0x", "1", ".",
          "e", "_", "-", "+", "\u00a0", "\ufeff", "\u200e", "\u2028", "é", "😀", "\\u{", "true", "#true", "inf", "\0", "\x7f"]


def mutated(text: str, r: random.Random) -> str:
    """A few insertions, deletions, doublings and cuts."""
    for _ in range(r.randrange(1, 4)):
        at, what = r.randrange(len(text) + 1), r.randrange(6)
        end = min(len(text), at + r.randrange(1, 12))
        if what <= 1:
            text = text[:at] + PIECES[r.randrange(len(PIECES))] + text[at:]
        elif what == 2:
            text = text[:at] + text[end:]
        elif what == 3:
            text = text[:end] + text[at:]
        elif what == 4:
            text = text[:at] + PIECES[r.randrange(len(PIECES))] + text[end:]
        else:
            text = text[at:] + text[:at]
    return text


def outcome(text: str) -> str:
    """What parsing gives, as text; AssertionError where the parser breaks its word."""
    try:
        nodes = parse(text)
    except KdlError as error:
        assert 1 <= error.line <= len(text) + 1 and 1 <= error.column <= len(text) + 1, repr(text)
        return str(error)
    printed = to_text(nodes)
    assert to_text(parse(printed)) == printed, repr(text)
    return printed


def main() -> None:
    words = input().split()
    r, digest, refused = random.Random(int(words[0])), 0, 0
    for number in range(int(words[1])):
        text = mutated(DOCUMENTS[number % len(DOCUMENTS)], r)
        try:
            result = outcome(text)
        except KdlError as error:
            print("does not parse again:", repr(text), error)
            raise
        refused += 1 if result.startswith("line ") else 0
        digest = crc32(result.encode(), digest)
    print(f"{refused} refused, digest {digest:08x}")
