"""Guessing what was meant."""

import pytest

from npl.nipbox.suggest import distance, nearest


@pytest.mark.parametrize(("a", "b", "slips"), [
    ("", "", 0), ("abc", "abc", 0), ("abc", "", 3), ("ehco", "echo", 1), ("ecko", "echo", 1), ("ech", "echo", 1),
    ("uptiem", "uptime", 1), ("kitten", "sitting", 3), ("x" * 5000, "echo", 32)])
def test_distance(a, b, slips):
    assert distance(a, b) == distance(b, a) == slips


@pytest.mark.parametrize(("word", "near"), [
    ("ehco", "echo"), ("hlep", "help"), ("uptmie", "uptime"), ("mme", "mem"), ("ext", "exit"), ("zzz", ""), ("", "")])
def test_nearest(word, near):
    assert nearest(word, ["help", "echo", "uptime", "mem", "exit"]) == near


def test_a_word_of_which_nothing_is_right_is_not_meant() -> None:
    assert nearest("x", ["[", "ls"]) == "" and nearest("sl", ["[", "ls"]) == "ls"
