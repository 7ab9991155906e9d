"""Calls the pure functions that its input names: a line has a number and three arguments; the answer is a line."""
from hal.cause import Cause
from kernel.ring import ring_words
from lib.calendar_days import checked_ordinal, days_before_year, days_in_month, is_leap, to_ordinal
from lib.math_integers import comb, factorial, isqrt
from lib.sha2 import sha256
from lib.siphash import le_bytes, sip_word, siphash24
from npl.nipbox.language.globs import matches, split_names
from npl.nipbox.suggest import distance, nearest
from rumpk import w64

FUNCTIONS = 16


def answer(number: int, a: int, b: int, text: str) -> str:
    data = text.encode()
    match number:
        case 0:
            return str(ring_words(a % 12, b % 9))
        case 1:
            return str(is_leap(a % 5000))
        case 2:
            return str(days_in_month(a % 5000, b % 16 - 1))
        case 3:
            return str(days_before_year(a % 10000))
        case 4:
            return str(to_ordinal(a % 10000, b % 15, b % 31))
        case 5:
            return str(checked_ordinal(a % 4_000_000 - 100))
        case 6:
            return str(isqrt(a - b % 3 * a))
        case 7:
            return str(comb(a % 40 - 2, b % 20 - 2))
        case 8:
            return str(factorial(a % 22 - 2))
        case 9:
            return le_bytes(sip_word(w64(a), w64(b), w64(a) * w64(b))).hex()
        case 10:
            return le_bytes(w64(a) * w64(b) - 5).hex()
        case 11:
            return sha256(data * (a % 5)).hex()
        case 12:
            return le_bytes(siphash24(le_bytes(w64(a)) + le_bytes(w64(b)), data)).hex()
        case 13:
            return str(distance(text, text[a % 3:][::-1]))
        case 14:
            return nearest(text, ["echo", "exit", "help", "mem", text[1:]])
        case 15:
            return f"{split_names(text)} {matches(text[:a % 4] + '*' + text[-1:], text)} {Cause(a % 14).name}"
    return "?"


def main() -> None:
    while True:
        words = input().split(" ", 3)
        if len(words) < 4:
            break
        try:
            print(answer(int(words[0]), int(words[1]), int(words[2]), words[3]))
        except (ValueError, IndexError, OverflowError, ZeroDivisionError) as error:
            print(type(error).__name__)
        except Exception as error:
            print("Exception", error)
