"""Calls that do not return and pass the same constants share the code that loads them.

      call void @rt_overflow(ptr @s) #4      ->      call void @rt_overflow.given1() #4
      unreachable                                    unreachable

                                                   define internal void @rt_overflow.given1() {
                                                     tail call void @rt_overflow(ptr @s)      a jump
                                                     ret void
                                                   }

A check that fails calls what raises, at a place of its own, since the return address is what a traceback knows of it.
Three instructions become one, a thousand times in the shell's image. The function in between has no frame and calls
nothing, so that no traceback shows it. This runs behind LLVM's passes, on the text of the module, before `leaves.py`.
Rejected: merging the calls themselves, as LLVM would: the lines would be lost. Rejected: emitting such calls at once:
what raises is inlined or specialised by LLVM, and what it is given is known only afterwards.
"""

from __future__ import annotations

import re
from collections import Counter

CALL = re.compile(r'^  (?:tail )?call (?P<convention>fastcc )?void @(?P<callee>"[^"]+"|[\w.$]+)\((?P<args>[^%]+)\)'
                  r"(?P<rest>(?: #\d+)?(?:, !dbg !\d+)?)$")
HEAD = re.compile(r'^(?:define|declare) .*?@(?P<name>"[^"]+"|[\w.$]+)\(.* #(?P<group>\d+)(?=[^#]*$)')
GROUP = re.compile(r"^attributes #(\d+) = \{ (.*) \}$")
WORD = re.compile(r'"[^"]+"(?:="[^"]*")?')
NO_TAIL = '"disable-tail-calls"="true"'
OWN = "cold minsize noinline nounwind optsize"
SUFFIX = re.compile(r"\.given\d+$")             # of the names of the functions in between
Key = tuple[str, str, str]                      # calling convention, callee, arguments


def sharing_given(text: str) -> str:
    """The text of an optimised module, changed."""
    lines = text.split("\n")
    calls = {number: found for number, line in enumerate(lines)
             if " call " in line and lines[number + 1].startswith("  unreachable") and (found := CALL.match(line))}
    counts = Counter(_key(found) for found in calls.values())
    names: dict[Key, str] = {}
    for number, found in calls.items():
        key = _key(found)
        if counts[key] > 1:
            name = names.setdefault(key, f'"{found["callee"].strip(chr(34))}.given{len(names) + 1}"')
            lines[number] = f"  call {key[0]}void @{name}(){found['rest']}"
    return "\n".join(_with(names, lines)) if names else text


def _key(found: re.Match[str]) -> Key:
    return found["convention"] or "", found["callee"], found["args"]


def _with(names: dict[Key, str], lines: list[str]) -> list[str]:
    """The module with the functions in between. What they jump to loses `noreturn`, or AArch64 would not jump."""
    groups = {found[1]: found[2] for line in lines if line.startswith("attributes ") and (found := GROUP.match(line))}
    made: dict[str, str] = {}                   # words of new groups: their numbers

    def group(words: str) -> str:
        return made.setdefault(words, str(max(map(int, groups), default=-1) + 1 + len(made)))

    callees = {callee for _, callee, _ in names}
    machine = ""
    for number, line in enumerate(lines):
        if line.startswith(("define ", "declare ")) and (found := HEAD.match(line)) and found["group"] in groups:
            words = groups[found["group"]]
            if found["name"] in callees and "noreturn" in words:
                other = group(words.replace("noreturn ", ""))
                lines[number] = line[:found.start("group")] + other + line[found.end("group"):]
            if line.startswith("define ") and not machine:
                machine = " ".join(WORD.findall(words.replace(NO_TAIL, "")))
    own = group(f"{OWN} {machine}".strip())
    for (convention, callee, args), name in names.items():
        lines += [f"define internal {convention}void @{name}() #{own} {{",
                  f"  tail call {convention}void @{callee}({args})", "  ret void", "}"]
    return [*lines, *(f"attributes #{number} = {{ {words} }}" for words, number in made.items()), ""]
