"""textwrap and string: wrapping with every option, hyphens and dashes, margins, constants."""

import string
import textwrap
from textwrap import TextWrapper, dedent, fill, indent, shorten, wrap

TEXT = """Hello there -- you goof-ball, use the -b option!  This sentence is a long one, and it ends here. So does
this-one-with-many-hyphens; and an em-dash--like this--or---that.  Is it "quoted?" Yes! A b-c d-e-f 1-2 a1-b2 x_y-zz end"""
LONG = "Donaudampfschifffahrtsgesellschaftskapitaen and super-cali-fragilistic-expialidocious words-- and\ttabs\tx"


def starts_with_a(line: str) -> bool:
    return line.startswith("a")


def main() -> None:
    for width in (1, 5, 10, 14, 20, 33, 60, 200):
        print(width, wrap(TEXT, width))
        print(width, wrap(LONG, width, break_long_words=False), wrap(LONG, width))
    print(wrap(TEXT, 20, break_on_hyphens=False), wrap(LONG, 12, break_on_hyphens=False))
    print(fill(TEXT, 40, initial_indent="* ", subsequent_indent="  "))
    print(wrap("One.  Two. Three! (x) four? 'five.' Six.", 14, fix_sentence_endings=True))
    print(wrap("a\n\nb\tc   d", 20), wrap("a\n\nb\tc   d", 20, replace_whitespace=False, expand_tabs=False),
          wrap("a\tb", 20, tabsize=4), wrap("  lead and   gaps   ", 8, drop_whitespace=False), wrap("  lead   ", 6))
    for lines in (1, 2, 3):
        for width in (7, 12, 24):
            print(lines, width, wrap(TEXT, width, max_lines=lines),
                  wrap("aaaa bbbb cccc dddd", width, max_lines=lines, placeholder="..."))
    print(shorten("Hello  world, this is   long", width=12), shorten("Hello world", 11), shorten("Hello world", 10),
          shorten("Hello world", width=9, placeholder="~"), shorten("", 10), repr(shorten("word" * 5, 8)))
    print(wrap(""), wrap("   "), wrap("\n"), repr(fill("")), wrap("héllo wörld naïve-té état-Über", 7))
    wrapper = TextWrapper(width=12, initial_indent="> ")
    wrapper.subsequent_indent = "| "
    print(wrapper.wrap("the quick brown fox"), wrapper.fill("jumps over the lazy dog"))
    block = "\n    def f():\n\n        return 1\n   \t \n    # end\n"
    print(repr(dedent(block)), repr(dedent("\tx\n\t  y\n\t z")), repr(dedent("  a\n\tb")), repr(dedent("a\n  b")),
          repr(dedent("")), repr(dedent("   \n  ")), repr(dedent("  x\r\n  y")))
    print(repr(indent("a\n\nb\n  \nc", "> ")), repr(indent("apple\nbee\nant\n", "- ", starts_with_a)),
          repr(indent("", "x")), repr(indent("one", "  ")))
    for step in range(3):
        try:
            if step == 0:
                wrap("x", 0)
            elif step == 1:
                shorten("hello world", 4)
            else:
                textwrap.fill("a b", -3)
        except ValueError as error:
            print("ValueError", error)
    print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, repr(string.whitespace))
    print(string.punctuation, repr(string.printable), string.ascii_lowercase[3], "Q" in string.ascii_uppercase)
    print(string.capwords("hello  wORLD foo"), repr(string.capwords("  a-b c ")), string.capwords("a-b-c", "-"))


if __name__ == "__main__":
    main()
