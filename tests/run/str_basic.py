"""Strings: concatenation, repetition, length, comparison, membership, conversion."""


def main() -> None:
    a = "spam"
    b = "eggs"
    print(a + b, a + " " + b, a * 3, 2 * b, a * 0 + "|", a * -1 + "|", len(a), len(""))
    print(a == "spam", a != b, a < b, a > b, a <= a, "abc" < "abd", "ab" < "abc", "" < "a", "Z" < "a", "é" > "z")
    print("pa" in a, "x" in a, "" in a, "sp" not in a, a in a)
    a += "!"
    print(a, a is not None, str(5) + str(-1.5) + str(True) + str(None), str("x"))
    print("tab\there", "quote\"s", 'single\'s', "back\\slash", "bell" "joined" 'here', "nul" + chr(65))
    print(r"raw\n", "\x41\u00e9\U0001F600\101", """triple "quoted"
second line""", '''another''')
    print("line \
continued")
    print(min("hello"), max("hello"), sorted("hello"), list("abc"), tuple("xy"))
    print("a" "b" f"{1 + 1}" "c")
    empty = ""
    print(empty == "", not empty, len(empty), empty + empty == empty)
    print("%" + "d", "{}", "{{}}", f"{{{1}}}")
    text = ""
    for i in range(12):
        text += chr(ord("a") + i)
    print(text, hash(text) == hash("abcdefghijkl"), text == "abcdefghijkl")


if __name__ == "__main__":
    raise SystemExit(main())
