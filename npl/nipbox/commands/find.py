"""find [folder …] [-name pattern] [-type kind]: all below folders; nodes, or paths where a person or `$(…)` reads."""

import os
from typing import Final

from lib.kdl.document import Kind, Node, Value
from npl.nipbox.command import RPATH, STDIO, Arguments, Command, UsageError
from npl.nipbox.files import absolute, fail, kind_name
from npl.nipbox.io import TERMINAL, TEXT, Io
from npl.nipbox.language.globs import matches
from npl.nipbox.nodes.stage import output
from npl.nipbox.nodes.stream import NodeOutput

KINDS: Final = {"f": "file", "d": "folder", "c": "device"}
COMMAND: Final = Command("find", pledge=STDIO | RPATH, usage="[-n PATTERN] [-t KIND] [-d COUNT] [FOLDER ...]",
                         summary="list all that is below folders",
                         options="-n --name PATTERN: only names like '*.kdl'\n"
                                 "-t --type KIND: only f (file), d (folder) or c (device)\n"
                                 "-d --maxdepth COUNT: only so many folders deep",
                         output="path kind size", memory=1 << 23)


class Walk:
    """One search: what is looked for, and where it goes."""

    def __init__(self, arguments: Arguments, io: Io) -> None:
        self.io = io
        self.pattern = arguments.value("--name")
        kind = arguments.value("--type")
        self.kind = KINDS.get(kind, kind)
        if kind != "" and self.kind not in KINDS.values():
            raise UsageError(f"a kind is f, d or c, not {kind}")
        self.depth = arguments.number("--maxdepth", 1 << 30)
        self.plain = io.output == TERMINAL or io.output == TEXT
        self.out: NodeOutput = output(io)
        self.status = 0

    def visit(self, path: str, shown: str) -> None:
        """What a path leads to, and all below it."""
        try:
            self._look(path, shown, os.path.basename(path), os.stat(path), self.depth)
        except OSError as error:
            self._fail(shown, error)

    def _look(self, path: str, shown: str, name: str, facts: os.stat_result, depth: int) -> None:
        kind = kind_name(facts.st_mode)
        if (self.pattern == "" or matches(self.pattern, name)) and (self.kind == "" or self.kind == kind):
            self.give(shown, kind, facts.st_size)
        if kind == "folder" and depth > 0:
            self._below(path, shown, depth - 1)

    def _below(self, path: str, shown: str, depth: int) -> None:
        try:
            for entry in sorted(os.scandir(path), key=lambda entry: entry.name):
                self._look(entry.path, os.path.join(shown, entry.name), entry.name, entry.stat(), depth)
        except OSError as error:
            self._fail(shown, error)

    def _fail(self, shown: str, error: OSError) -> None:
        fail(self.io, shown, error)
        self.status = 1

    def give(self, shown: str, kind: str, size: int) -> None:
        if self.plain:
            self.io.print(shown)
            return
        fields = {"path": Value.of_text(shown), "kind": Value.of_text(kind)}
        if kind == "file":
            fields["size"] = Value(Kind.INT, "", size, "B")
        self.out.node(Node("entry", [], fields))


def run(arguments: Arguments, io: Io) -> int:
    walk = Walk(arguments, io)
    for folder in arguments.words if len(arguments.words) > 0 else ["."]:
        walk.visit(absolute(io, folder), folder)
    walk.out.finish()
    return walk.status
