"""Functions that nobody compares by address get a section each, so that the linker can fold equal ones (link/fold.py).

    define internal i64 @f() unnamed_addr #5 {  ->  define internal i64 @f() unnamed_addr #5 section ".text.unnamed.f" {

LLVM's passes say `unnamed_addr` of what they have seen to be called only, and the emitter of the bodies of `try`.
"""

from __future__ import annotations

import re

from rumpkc.targets.leaves import ATTRIBUTES

DEFINED = re.compile(r'^(define internal [^\n]*?@(?:"([^"\n]+)"|([\w.$-]+))\([^\n]*\) unnamed_addr #(\d+))'
                     r"(?!\d| section )", re.MULTILINE)


def in_sections(text: str) -> str:
    """The text of an optimised module, changed."""
    cold = {number for number, words in ATTRIBUTES.findall(text) if "cold" in words.split()}
    return DEFINED.sub(lambda found: f'{found[1]} section "{".text.unlikely" if found[4] in cold else ".text"}'
                                     f'.unnamed.{found[2] or found[3]}"', text)
