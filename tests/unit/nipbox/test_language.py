"""The shell's language: texts become trees and texts again; words are expanded; scripts run in a world of one process."""

import shlex

import pytest
from fake_world import FakeWorld, run_text
from hypothesis import given, strategies

from npl.nipbox.command import STDIO, Arguments, Command, Entry
from npl.nipbox.commands.table import TABLE
from npl.nipbox.language.globs import Globber, escape, matches
from npl.nipbox.language.parser import parse
from npl.nipbox.language.printer import print_script, quote
from npl.nipbox.language.problem import Problem, Unfinished, explain
from npl.nipbox.state import State, flat, unflat

FILES = {"/a.py": b"", "/b.py": b"one\ntwo\n", "/.hidden": b"", "/sub/c.py": b"", "/sub/deep/d.py": b"", "/x y": b"", "/[1]": b""}


def reads(arguments: Arguments, io) -> int:
    """Its words, then its input in capitals."""
    for word in arguments.words:
        io.print(word)
    for line in io.lines():
        io.print(line.upper())
    return 0


def fails(arguments: Arguments, io) -> int:
    return int(arguments.words[0])


def effect(arguments: Arguments, io) -> int:
    io.effect(arguments.words)
    return 0


ENTRIES = [*TABLE, Entry(Command("up", STDIO, "", ""), reads), Entry(Command("fail", STDIO, "", ""), fails),
           Entry(Command("effect", STDIO, "", ""), effect)]


def ran(text: str, files: dict[str, bytes] | None = None) -> tuple[str, int]:
    """What a script shows, and its status. Every descriptor is closed."""
    world, state = FakeWorld(ENTRIES, files), State()
    status = run_text(world, state, text)
    assert sorted(world.open_files) == [0, 1, 2]
    return world.screen.data.decode(), status


@pytest.mark.parametrize(("text", "printed"), [
    ("", ""), ("echo hi", "echo hi;"), ("  a \t b # c", "a b;"), ("a#b", "a#b;"), ("a;;b\n\nc", "a; b; c;"),
    ("a & b", "a & b;"), ("a && b || c", "a && b || c;"), ("a|b |c", "a | b | c;"), ("not a | b", "not a | b;"),
    ("not not a", "a;"), ("a > b >> c < d 2> e 2>> f", "a > b >> c < d 2> e 2>> f;"), ("a>b", "a > b;"), ("a 12>b", "a 12 > b;"),
    ("'a b'c\"d e\"", "'a bcd e';"), ("''", "'';"), ("a\\ b", "'a b';"), ('"it\'s"', '"it\'s";'),
    ('"a$x"', "'a'\"${x}\";"), ("a$x$?${y}z", "a${x}${?}${y}z;"), ("$ a$", "'$' 'a$';"), ('"$"', "'$';"), (r'"\$x\d"', r"'$x\d';"),
    ("*.py [a-z]? **/x", "*.py [a-z]? **/x;"), ("echo '*'", "echo '*';"), ("echo $(a | b; c)", "echo $(a | b; c;);"),
    ('echo "$(a)"', 'echo "$(a;)";'), ("a \\\n b", "a b;"), ("a |\n\n b &&\n c", "a | b && c;"),
    ("if a; b; end", "if a; b; end;"), ("if a\nb\nelse if c\nd\nelse\ne\nend > f", "if a; b; else if c; d; else; e; end > f;"),
    ("for x in a *.b $c\necho $x\nend | d", "for x in a *.b ${c}; echo ${x}; end | d;"), ("for x in; end", "for x in;  end;"),
    ("while a && b; break; continue; end", "while a && b; break; continue; end;"), ("echo if end else", "echo if end else;"),
    ("'if' a", "'if' a;"), ("where size>=1KiB and (a < 2) | b > c", "where size >= 1KiB and ( a < 2 ) | b > c;"),
    ("where 2>1", "where 2 > 1;"), ("a 2>&1 >&2|b", "a 2>&1 >&2 | b;"), ("! a", "not a;"), ("'!' a; 'do' b", "'!' a; 'do' b;"),
    ("where a*2 > b * ?", "where a*2 > b * ?;"),
])
def test_a_tree_is_printed_and_parses_to_the_same(text, printed):
    assert print_script(parse(text.encode(), ("where",))) == printed
    assert print_script(parse(printed.encode(), ("where",))) == printed


@pytest.mark.parametrize(("text", "message", "line", "column"), [
    ("echo 'a", "the ' is not closed", "echo 'a", 5), ('a "b\nc"', 'the " is not closed', 'a "b', 2), ("a\\", "nothing follows the backslash", "a\\", 1),
    ("ä 'ö", "the ' is not closed", "ä 'ö", 2), ("a > ", "a file is missing behind the >", "a > ", 2), ("a\nb | | c\nd", "a command is missing here", "b | | c", 4),
    ("| a", "a command is missing here", "| a", 0), ("a )", "there is no ( for this )", "a )", 2), ("a (b", "the ( is not closed", "a (b", 2),
    ("a (b)", "( has no meaning here: quote it", "a (b)", 2), ("end", "there is no block for this end", "end", 0), ("else", "there is no block for this else", "else", 0),
    ("if a; b; end c", "write ; in front of c", "if a; b; end c", 13), ("break", "break stands in a loop", "break", 0),
    ("for 1 in a; end", "a variable is missing here: for NAME in WORDS", "for 1 in a; end", 4), ("for x a; end", "`in` is missing here: for NAME in WORDS", "for x a; end", 6),
    ("echo ${x", "write ${name}", "echo ${x", 5), ("echo ${x-y}", "write ${name}", "echo ${x-y}", 5), ("echo $(a", "the $( is not closed", "echo $(a", 5),
    ("echo $(if a)", "the if has no end", "echo $(if a)", 7), ("a\0b", "a NUL has no place in a line", "a^@b", 1), ("a '\0'", "a NUL has no place in a line", "a '^@'", 3),
    ("a >=b", ">= has no meaning here; for a file =…, write a space behind >", "a >=b", 2), ("> a", "a command is missing in front of the redirection", "> a", 0),
    ("while a; else; end", "else has no meaning here", "while a; else; end", 9), ("a & & b", "a command is missing here", "a & & b", 4),
    ("not", "nothing follows the not", "not", 0), ("if a; then b; fi", "there is no then here: write `if a; b; end`, `for x in a b; c; end`", "if a; then b; fi", 6), ("if a &\nb\nend", "& has no meaning here", "if a &", 5),
    (" | ".join(["a"] * 65), "a pipeline has at most 64 stages", None, None), ("echo " + "$(echo " * 30, "$( is nested more than 24 times", None, None),
    ("if a; " * 30, "blocks are nested more than 24 times", None, None), ("echo " + "x" * 60000 + " 'y", "the ' is not closed", None, None),
])
def test_a_mistake_is_shown_with_a_caret(text, message, line, column):
    with pytest.raises(Problem) as caught:
        parse(text.encode())
    assert caught.value.message == message
    assert type(caught.value) is Problem
    shown = explain(text.encode(), caught.value).splitlines()
    assert len(shown) == 3 and max(map(len, shown)) < 80
    if line is not None:
        assert shown == [f"nipbox: {message}", f"  {line}", "  " + " " * column + "^"]


@pytest.mark.parametrize("text", ["if a", "if a; b", "if a; b; else", "for x in a", "while a; b\n", "a |", "a &&", "a ||\n", "if a; for x in b; c; end"])
def test_more_lines_may_follow(text):
    with pytest.raises(Unfinished):
        parse(text.encode())


def test_bytes_that_are_no_text():
    with pytest.raises(Problem, match="this is not UTF-8") as caught:
        parse(b"echo \xff")
    assert caught.value.at == 5


def test_a_script_shows_its_line():
    assert explain(b"a\nb\nc |", Problem("nothing follows the |", 6), "x.nip") == "nipbox: x.nip:3: nothing follows the |\n  c |\n    ^"


@given(strategies.text(alphabet="ab '\"\\\té", max_size=20))
def test_words_as_a_posix_shell_splits_them(text):
    """Python's shlex has the same rules for quotes and blanks."""
    try:
        expected = shlex.split(text)
    except ValueError:
        expected = None
    try:
        chains = parse(text.encode()).chains
    except Problem:
        assert expected is None
        return
    words = chains[0].pipelines[0].stages[0].words if chains else []
    assert ["".join(piece.text for piece in word.pieces) for word in words] == expected


@given(strategies.text(max_size=12).filter(lambda text: not set(text) & set("\n\0")))
def test_a_quoted_text_is_one_word(text):
    if any(0xD800 <= ord(char) < 0xE000 for char in text):
        return
    pieces = parse(quote(text).encode()).chains[0].pipelines[0].stages[0].words[0].pieces
    assert "".join(piece.text for piece in pieces) == text


@pytest.mark.parametrize(("text", "shown"), [
    ("echo a  b", "a b\n"), ("set x 1; echo $x", "1\n"), ("set x a b; echo 1$x; echo \"1$x\"", "1a 1b\n1a b\n"), ("echo a$no b; echo \"a$no\"", "b\na\n"),
    ("set x=on; echo $x", "on\n"), ("set x=$(echo a; echo b=c) y=2; echo $x - $y", "a b=c - 2\n"), ("set a=1 2 b=; echo $a \"$b\"; set -u a b; echo $a$b", "1 2 \n\n"),
    ("set x a=b; echo $x", "a=b\n"), ("set a=1 PWD=2; echo $a", "set: PWD cannot be set\nusage: set [-u] [NAME[=VALUE] [VALUE ...]]\n\n"), ("! fail 1; echo $?", "0\n"),
    ("nothing 2>&1 | up", "nipbox: nothing: no such command\n"), ("set -z 2>&1 | up", "SET: THERE IS NO OPTION -Z\nUSAGE: SET [-U] [NAME[=VALUE] [VALUE ...]]\n"),
    ("set -z > f 2>&1; up < f", "SET: THERE IS NO OPTION -Z\nUSAGE: SET [-U] [NAME[=VALUE] [VALUE ...]]\n"), ("echo a >&2 | up", "a\n"),
    ("echo ] a] [x; echo [^a].py; echo */", "] a] [x\nb.py\ndev/ sub/\n"), ("echo **/d*/ /*/", "dev/ sub/deep/ /dev/ /sub/\n"), ("echo a | nothing | echo b*; echo $?", "nipbox: nothing: no such command\nb.py\n0\n"),
    ("echo a | up *.no", "nipbox: no file matches *.no; quote it if it is no pattern\n"),
    ("echo 'a 3 b=4' | from-kdl | each c=@0*b | get c", "12\n"), ("echo 'a 3 b=4' | from-kdl | where @0 * 2 > b | get b", "4\n"), ("echo $(echo a; echo b)c", "ac bc\n"), ("echo \"$(echo a; echo b)\"", "a b\n"), ("echo $(fail 3) $?", "3\n"),
    ("set x 'a b'; for y in $x c; echo -$y-; end", "-a b-\n-c-\n"),
    ("fail 1 && echo no || echo yes", "yes\n"), ("fail 0 && echo yes || echo no", "yes\n"), ("not fail 1 && echo yes", "yes\n"), ("fail 4; echo $?", "4\n"),
    ("if fail 1; echo a; else if fail 0; echo b; else; echo c; end", "b\n"), ("if fail 1; echo a; end; echo $?", "0\n"),
    ("for x in 1 2 3 4; if fail $x; echo no; else if not fail 0; echo never; end; echo $x; break; end", "1\n"),
    ("for x in 1 2 3; for y in a b; if fail 1; else; continue; end; echo no; end; echo $x; end", "1\n2\n3\n"),
    ("while fail 0; echo once; break; end; echo $?", "once\n0\n"), ("echo one | up", "ONE\n"), ("echo a | up b | up", "B\nA\n"),
    ("for x in a b; echo $x; end | up", "A\nB\n"), ("echo in | if fail 0; up; end", "IN\n"), ("echo a | up; echo $?", "A\n0\n"), ("fail 3 | up; echo $?", "0\n"),
    ("echo a | fail 3; echo $?", "3\n"), ("nothing; echo $?", "nipbox: nothing: no such command\n127\n"), ("nothing | up; echo $?", "nipbox: nothing: no such command\n0\n"),
    ("echo *.py", "a.py b.py\n"), ("echo *.c; echo $?", "nipbox: no file matches *.c; quote it if it is no pattern\n1\n"), ("for x in *.c; echo $x; end", ""),
    ("echo **/*.py", "a.py b.py sub/c.py sub/deep/d.py\n"), ("echo /sub/**", "/sub/c.py /sub/deep /sub/deep/d.py\n"), ("echo '*'.py \\*", "*.py *\n"),
    ("set p b; echo $p*", "b.py\n"), ("set p '*'; echo $p; echo \"$p\".p*", "*\nnipbox: no file matches *.p*; quote it if it is no pattern\n"),
    ("echo [ab].py ?.py x*y", "a.py b.py a.py b.py x y\n"), ("echo [!a].py", "b.py\n"), ("up < b.py", "ONE\nTWO\n"), ("up < none; echo $?", "nipbox: none: No such file or directory\n1\n"),
    ("echo a > f; echo b >> f; up < f", "A\nB\n"), ("echo a > f; echo b > f; up < f", "B\n"), ("for x in 1 2; echo $x; end > f; up < f", "1\n2\n"),
    ("echo a > *.py", "nipbox: a redirection needs one file, not 2\n"), ("effect cd /sub; echo *.py $PWD", "c.py /sub\n"), ("effect cd /sub | up; echo $PWD", "/\n"),
    ("effect run time -1 0 echo x", "x\nreal 0.001 s, processor 0.000 s\n"), ("effect run spawn 1 0 echo x | up", "nipbox: spawn stands alone, or last in a pipeline\n"),
    ("echo a | effect run spawn 1 0 up", "A\n"), ("echo a & effect wait 1; echo $?", "a\n[1] echo a\necho a\n0\n"), ("effect wait 3; echo $?", "nipbox: there is no job 3\n1\n"),
    ("$no; echo $?", "nipbox: there is no command: the variable in its place has no value\n1\n"), ("set c echo hi; $c", "hi\n"), ("echo $0 $1", "nipbox\n"),
    ("set argv a b; echo $2 $1 $3 $argv", "b a a b\n"), ("exit 3; echo no", ""), ("if fail 0; exit 4; end; echo no", ""), ("for x in a; exit 4; end; echo no", ""),
    ("echo $(exit 4); echo $?", "\n0\n"), ("echo a \\\n b", "a b\n"), ("# only\necho a # b", "a\n"), ("exit --hlep", "exit: there is no option --hlep; did you mean --help?\nusage: exit [CODE]\n"),
    ("effect script x.nip 'echo $0 $1 $argv; exit 3' a b; echo $?", "x.nip a a b\n3\n"), ("effect script x.nip 'echo (' | up; echo $?", "nipbox: script stands alone, or last in a pipeline\n1\n"),
    ("effect script x.nip 'a\\'", "nipbox: x.nip:1: nothing follows the backslash\n  a\\\n   ^\n"), ("wherever x", "nipbox: wherever: no such command\n"),
])
def test_scripts(text, shown):
    assert ran(text, FILES)[0] == shown


@pytest.mark.parametrize(("text", "status"), [("", 0), ("fail 7", 7), ("exit 3; fail 1", 3), ("echo '", 2), ("nothing", 127), ("not fail 2", 0), ("not echo", 1)])
def test_statuses(text, status):
    world, state = FakeWorld(ENTRIES), State()
    assert run_text(world, state, text) == status or state.exit_code == status


@pytest.mark.parametrize(("pattern", "name", "does"), [
    ("*", "abc", True), ("*", "", True), ("*", ".a", False), (".*", ".a", True), ("a*c", "abc", True), ("a*c", "abd", False), ("?", "ä", True), ("?", "", False),
    ("[a-c]x", "bx", True), ("[a-c]x", "dx", False), ("[!a-c]x", "dx", True), ("[]]", "]", True), ("[", "[", True), ("[a", "[a", True), ("\\*", "*", True), ("\\*", "a", False),
    ("a**b", "axb", True), ("*a*a*a*a*a*b", "a" * 60, False), ("[a-]", "-", True), ("[!]a]", "b", True),
])
def test_matches(pattern, name, does):
    assert matches(pattern, name) == does


@given(strategies.text(alphabet="a*?[]\\!-.", max_size=8))
def test_an_escaped_text_matches_itself(text):
    assert matches(escape(text), text)


def test_a_pattern_of_many_folders_ends():
    """A tree that is deep in itself gives as many names as a word may become."""
    assert len(Globber(lambda folder: ["a/", "b"] if folder.count("/") < 12 else []).find("**/*")) <= 10_000


@given(strategies.lists(strategies.lists(strategies.text(max_size=3))))
def test_lists_in_packets(lists):
    assert unflat(flat(lists)) == lists
