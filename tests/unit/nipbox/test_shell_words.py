"""Splitting a line into words, and guessing what was meant."""

import shlex

import pytest
from hypothesis import given, strategies

from npl.nipbox.suggest import distance, nearest
from npl.nipbox.words import SyntaxProblem, split


@pytest.mark.parametrize(("text", "words"), [
    ("", []), ("   \t ", []), ("a", ["a"]), ("  a \t b ", ["a", "b"]),
    ("a # b", ["a"]), ("a#b", ["a#b"]), ("'#' x", ["#", "x"]),
    ("'a b'c\"d e\"", ["a bcd e"]), ("''", [""]), ('"" x', ["", "x"]),
    (r"a\ b \\ \# \'", ["a b", "\\", "#", "'"]), (r"'a\b'", [r"a\b"]),
    (r'"a\"b\\c\d"', [r'a"b\c\d']), ("\"it's\" '\"'", ["it's", '"']), ("grü€ 😀", ["grü€", "😀"]),
])
def test_words(text, words):
    assert split(text) == words


@pytest.mark.parametrize(("text", "message"), [
    ("a 'b", "the ' is not closed"), ('"', 'the " is not closed'), ("a\\", "nothing follows the backslash"),
    ('"\\', 'the " is not closed'),
])
def test_lines_without_meaning(text, message):
    with pytest.raises(SyntaxProblem, match=message):
        split(text)


@given(strategies.text(alphabet="ab '\"\\\t#é", max_size=20))
def test_as_a_posix_shell_splits(text):
    """Python's shlex has the same rules, but for comments."""
    try:
        expected = shlex.split(text)
    except ValueError:
        expected = None
    if "#" in text:
        return
    try:
        assert split(text) == expected
    except SyntaxProblem:
        assert expected is None


@given(strategies.lists(strategies.text(max_size=8), min_size=1))
def test_what_shlex_quotes_comes_back(words):
    words = [w.replace("\n", "").replace("\r", "") for w in words]
    assert split(shlex.join(words)) == words


@pytest.mark.parametrize(("a", "b", "slips"), [
    ("", "", 0), ("abc", "abc", 0), ("abc", "", 3), ("ehco", "echo", 1), ("ecko", "echo", 1), ("ech", "echo", 1),
    ("uptiem", "uptime", 1), ("kitten", "sitting", 3), ("x" * 5000, "echo", 32)])
def test_distance(a, b, slips):
    assert distance(a, b) == distance(b, a) == slips


@pytest.mark.parametrize(("word", "near"), [
    ("ehco", "echo"), ("hlep", "help"), ("uptmie", "uptime"), ("mme", "mem"), ("ext", "exit"), ("zzz", ""), ("", "")])
def test_nearest(word, near):
    assert nearest(word, ["help", "echo", "uptime", "mem", "exit"]) == near
