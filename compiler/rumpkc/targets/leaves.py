"""Functions that call nothing but what raises need no stack frame: each raise moves into a function of its own.

    define ptr @find(…) {                          define ptr @find(…) {              no frame: nothing returns to it
      …                                              …
      call void @rt_overflow(ptr @s)     ->          %gone = tail call ptr @find.exit1()     a jump
      unreachable                                    ret ptr %gone
    }                                              }
                                                   define ptr @find.exit1() {         its frame stands for that of
                                                     call void @rt_overflow(ptr @s)   `find` in a traceback, with its
                                                     unreachable                      name and its line
                                                   }

Checks make most small functions call something, and a frame costs seven instructions each time; their failing sides
run once at most. This runs behind LLVM's passes, when it is known what has been inlined, on the text of the module: the
places in the debug information go along, and tracebacks stay as they are.
Rejected: emitting the tail calls at once. Inlined into another function such a call ends no longer the function.
"""

from __future__ import annotations

import re

DEFINE = re.compile(r'^define (?P<head>[^{%@]*?)(?P<result>void|i\d+|ptr|double|float) '
                    r'@(?P<name>"[^"]+"|[\w.$]+)\(.* #(?P<group>\d+)(?P<rest>[^#]*)\{$')
CALL = re.compile(r"^  (?:%\S+ = )?(?:tail |musttail |notail )?call ")
EXIT = re.compile(r'^  (?:tail )?call (?:fastcc )?void @(?P<callee>"[^"]+"|[\w.$]+)\((?P<args>.*)\)'
                  r"(?P<words>(?: #\d+)?)(?:, !dbg !(?P<place>\d+))?$")
INTRINSIC = re.compile(r"^  (?:%\S+ = )?(?:tail )?call [^@]*@llvm\.(?!mem|experimental\.patchpoint)")
ARGUMENT = re.compile(r"^(?P<type>i\d+|ptr|double|float) (?P<words>.*?)(?P<value>\S+)$")
ATTRIBUTES = re.compile(r"^attributes #(\d+) = \{ (.*) \}$", re.MULTILINE)
NODE = re.compile(r"^!(\d+) = (.*)$", re.MULTILINE)
WORD = re.compile(r'"[^"]+"(?:="[^"]*")?|noimplicitfloat')
MOST_ARGUMENTS = 6                     # all in registers, or the jump would need room on the stack
NO_FRAME = '"disable-tail-calls"="true"'
SKIPPED = ("naked", "interrupt")


def without_frames(text: str) -> str:
    """The text of an optimised module, changed. What does not have the expected form is left as it is."""
    return _Module(text).rewritten() if NO_FRAME in text else text


class _Module:
    """One module's text on its way through."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.groups = dict(ATTRIBUTES.findall(text))
        self.nodes = dict(NODE.findall(text))
        self.next_group = max(map(int, self.groups), default=0) + 1
        self.next_node = max(map(int, self.nodes), default=0) + 1
        self.made: list[str] = []                       # functions
        self.new_groups: dict[str, int] = {}
        self.new_nodes: list[str] = []

    def rewritten(self) -> str:
        out: list[str] = []
        function: list[str] = []
        for line in self.text.split("\n"):
            if function:
                function.append(line)
                if line == "}":
                    out += self._function(function)
                    function = []
            elif line.startswith("define "):
                function = [line]
            else:
                out.append(line)
        groups = [f"attributes #{number} = {{ {words} }}" for words, number in self.new_groups.items()]
        return "\n".join([*out, *self.made, *groups, *self.new_nodes]) + "\n"

    # One function

    def _function(self, lines: list[str]) -> list[str]:
        """The function's lines, changed if all that it calls raises."""
        head = DEFINE.match(lines[0])
        exits = self._exits(lines) if head else None
        if not head or not exits:
            return lines
        words = self.groups.get(head["group"], "")
        if NO_FRAME not in words or any(word in words.split() or f'"{word}"' in words for word in SKIPPED):
            return lines
        program = re.search(r"!dbg !(\d+)", head["rest"])
        changed = list(lines)
        made: list[str] = []
        for number, at in enumerate(exits, 1):
            pair = self._outlined(lines[at], head, number, words, program[1] if program else None)
            if pair is None:
                return lines
            changed[at:at + 2] = pair[0]
            made += pair[1]
        self.made += made
        group = self._group(words.replace(NO_FRAME, "").strip())
        changed[0] = re.sub(rf" #{head['group']}(?=[^#]*\{{$)", f" #{group}", lines[0])
        return changed

    @staticmethod
    def _exits(lines: list[str]) -> list[int] | None:
        """Where the calls that do not return are; None where something else is called."""
        found: list[int] = []
        for number, line in enumerate(lines):
            if CALL.match(line) and not INTRINSIC.match(line):
                if not EXIT.match(line) or not lines[number + 1].startswith("  unreachable"):
                    return None
                found.append(number)
        return found

    def _outlined(self, line: str, head: re.Match[str], number: int, words: str, program: str | None
                  ) -> tuple[list[str], list[str]] | None:
        """The jump that stands for a raise, and the function that it jumps to. Both say that they give the function's
        own result: AArch64 does not jump out of a function to one of another type."""
        found = EXIT.match(line)
        assert found is not None
        arguments = _arguments(found["args"])
        if arguments is None or (program is None) != (found["place"] is None):
            return None
        passed = [(t, value) for t, _, value in arguments if value.startswith("%")]
        names = {value: f"%a.{i}" for i, (_, value) in enumerate(dict.fromkeys(passed))}
        inside = ", ".join(f"{t} {w}{names.get(value, value)}" for t, w, value in arguments)
        call = f"{line[:found.start('args')]}{inside}){found['words']}".replace("tail call", "call")
        attachment = place = ""
        if program is not None:
            copy = self._copied_place(found["place"], program)
            if copy is None:
                return None
            attachment, place = f" !dbg !{copy[0]}", f", !dbg !{copy[1]}"
        symbol = f'"{head["name"].strip(chr(34))}.exit{number}"'
        result = " ".join([*re.findall(r"\b(?:zeroext|signext)\b", head["head"]), head["result"]])
        own = " ".join(["cold", "noinline", "nounwind", "optsize", *WORD.findall(words)])
        params = ", ".join(f"{t} {names[value]}" for t, value in dict.fromkeys(passed))
        outside = ", ".join(f"{t} {value}" for t, value in dict.fromkeys(passed))
        gone = f"%gone.{number}"
        given, back = ("", "ret void") if result == "void" else (f"{gone} = ", f"ret {head['result']} {gone}")
        at = f", !dbg !{found['place']}" if program else ""
        section = "".join(re.findall(r' section "[^"]*"', head["rest"]))        # left out with the function
        return [f"  {given}tail call {result} @{symbol}({outside}){at}", f"  {back}{at}"], [
            f"define internal {result} @{symbol}({params}) unnamed_addr #{self._group(own)}{section}{attachment} {{",
            f"{call}{place}",
            f"  unreachable{place}", "}"]

    # Attributes and debug information

    def _group(self, words: str) -> int:
        if words not in self.new_groups:
            self.new_groups[words] = self.next_group
            self.next_group += 1
        return self.new_groups[words]

    def _node(self, text: str) -> str:
        self.new_nodes.append(f"!{self.next_node} = {text}")
        self.next_node += 1
        return str(self.next_node - 1)

    def _copied_place(self, place: str, program: str) -> tuple[str, str] | None:
        """A second DISubprogram like `program`, and the place `place` of it, with the calls inlined there."""
        chain = [place]
        while found := re.search(r"inlinedAt: !(\d+)", self.nodes.get(chain[-1], "")):
            chain.append(found[1])
        if f"scope: !{program})" not in self.nodes.get(chain[-1], "") or program not in self.nodes:
            return None
        copy = self._node(self.nodes[program])
        at = self._node(self.nodes[chain[-1]].replace(f"scope: !{program})", f"scope: !{copy})"))
        for node in reversed(chain[:-1]):
            at = self._node(re.sub(r"inlinedAt: !\d+", f"inlinedAt: !{at}", self.nodes[node]))
        return copy, at


def _arguments(text: str) -> list[tuple[str, str, str]] | None:
    """Type, attributes and value of each argument; None where one is not a plain scalar."""
    out: list[tuple[str, str, str]] = []
    for part in re.split(r", (?=(?:i\d+|ptr|double|float) )", text) if text else ():
        found = ARGUMENT.match(part)
        if found is None or "{" in part or "%" in found["words"]:
            return None
        out.append((found["type"], found["words"], found["value"]))
    return out if len(out) <= MOST_ARGUMENTS else None
