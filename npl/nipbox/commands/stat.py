"""stat path …: what is known of files: nodes; a line a field, where a person reads."""

import os
from typing import Final

from lib.kdl.document import Kind, Node, Value
from npl.nipbox.command import RPATH, STDIO, Arguments, Command
from npl.nipbox.files import absolute, fail, kind_name, moment
from npl.nipbox.io import TERMINAL, Io
from npl.nipbox.line.glyphs import Glyphs
from npl.nipbox.nodes.stage import output
from npl.nipbox.render import shown

COMMAND: Final = Command("stat", pledge=STDIO | RPATH, usage="PATH ...", summary="show what is known of files", least=1,
                         output="name kind size mode number links read modified changed")
NANOSECONDS: Final = 1_000_000_000
RIGHTS: Final = 0o7777
LONGEST: Final = 4096                   # characters of a path


def run(arguments: Arguments, io: Io) -> int:
    out, glyphs = output(io), Glyphs()
    status = 0
    for name in arguments.words:
        try:
            facts = os.stat(absolute(io, name))
        except OSError as error:
            fail(io, name, error)
            status = 1
            continue
        fields = {"name": Value.of_text(name), "kind": Value.of_text(kind_name(facts.st_mode)),
                  "size": Value(Kind.INT, "", facts.st_size, "B"),
                  "mode": Value.of_text(f"{facts.st_mode & RIGHTS:04o}"),
                  "number": Value.of_int(facts.st_ino), "links": Value.of_int(facts.st_nlink)}
        times = {"read": facts.st_atime_ns, "modified": facts.st_mtime_ns, "changed": facts.st_ctime_ns}
        for title, time_ns in times.items():
            fields[title] = Value(Kind.TEXT, moment(time_ns // NANOSECONDS), 0, "date-time")
        if io.output == TERMINAL:                   # a row of a table has no place for three times
            for title, value in fields.items():
                io.print(f"{title:<9} {glyphs.shown(shown(value, LONGEST))}")
        else:
            out.node(Node("entry", [], fields))
    out.finish()
    return status
