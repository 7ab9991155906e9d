"""Every method of str, bytes and bytearray that CPython has, once and a little more."""


def of_str(s: str, number: str, blank: str) -> None:
    print(s.capitalize(), s.casefold(), s.center(20, "*"), s.count("o"), s.encode("utf-8"), s.endswith(("d", "x")))
    print("a\tb".expandtabs(4), s.find("o"), s.rfind("o"), s.find("zz"), s.index("W"), s.rindex("o"), "{:>4}".format(3))
    print("{a}-{b}".format_map({"a": "1", "b": "2"}), s.isalnum(), s.isalpha(), s.isascii(), number.isdecimal(), number.isdigit())
    print(s.isidentifier(), "x_1".isidentifier(), s.islower(), "½".isnumeric(), s.isprintable(), blank.isspace(), s.istitle(), s.isupper())
    print("-".join(["a", "b"]), s.ljust(14, "."), s.lower(), blank.lstrip() == "", s.partition(" "), s.rpartition("o"))
    print(s.removeprefix("Hello"), s.removesuffix("World"), s.replace("o", "0", 1), s.rjust(14), s.rsplit(" ", 1), s.rstrip("d"))
    print(s.split(), "a\nb\r\nc".splitlines(), s.startswith("He"), s.strip("Hd"), s.swapcase(), "they're bill's".title())
    print(s.translate(str.maketrans("lo", "01", "H")), s.upper(), number.zfill(6), "-7".zfill(5), "é".isascii(), "".isdigit(), "".isalnum())
    try:
        s.index("zz")
    except ValueError as error:
        print(error)


def of_bytes(b: bytes, digits: bytes) -> None:
    print(b.capitalize(), b.center(15, b"*"), b.count(b"o"), b.decode("utf-8"), b.endswith(b"ld"), b"a\tb".expandtabs(4))
    print(b.find(b"o"), b.rfind(b"o"), b.find(111, 5), bytes.fromhex("de ad"), b.hex(), b.hex(":", 2), b.index(b"W"), b.rindex(b"o"))
    print(b.isalnum(), b.isalpha(), b.isascii(), digits.isdigit(), b.islower(), b" \t".isspace(), b.istitle(), b.isupper(), b"\xff".isascii())
    print(b"-".join([b"a", b"b"]), b.ljust(14, b"."), b.lower(), b"  x ".lstrip(), b.partition(b" "), b.rpartition(b"o"), b.partition(b"?"))
    print(b.removeprefix(b"Hello"), b.removesuffix(b"World"), b.replace(b"o", b"0"), b.rjust(14), b.rsplit(b" ", 1), b.rstrip(b"d"))
    print(b.split(b"o"), b"a\nb\r\nc".splitlines(True), b.startswith(b"He"), b.strip(b"Hd"), b.swapcase(), b"one two".title())
    print(b.translate(bytes.maketrans(b"lo", b"01"), b"H"), b.upper(), digits.zfill(6), b.rpartition(b"?"))


def of_bytearray(a: bytearray, digits: bytearray) -> None:
    print(a.capitalize(), a.center(15, b"*"), a.count(b"o"), a.decode(), a.endswith(b"ld"), bytearray(b"a\tb").expandtabs(4))
    print(a.find(b"o"), a.rfind(b"o"), bytearray.fromhex("dead"), a.hex(), a.index(b"W"), a.rindex(b"o"))
    print(a.isalnum(), a.isalpha(), a.isascii(), digits.isdigit(), a.islower(), a.isspace(), a.istitle(), a.isupper())
    print(bytearray(b"-").join([b"a", b"b"]), a.ljust(14, b"."), a.lower(), a.lstrip(b"H"), a.partition(b" "), a.rpartition(b"o"))
    print(a.removeprefix(b"Hello"), a.removesuffix(b"World"), a.replace(b"o", b"0"), a.rjust(14), a.rsplit(b" ", 1), a.rstrip(b"d"))
    print(a.split(b"o"), bytearray(b"a\nb").splitlines(), a.startswith(b"He"), a.strip(b"Hd"), a.swapcase(), a.title())
    print(a.translate(bytearray.maketrans(b"lo", b"01")), a.upper(), digits.zfill(6))
    work: bytearray = a.copy()
    work.append(33)
    work.extend(b"?!")
    work.insert(0, 62)
    work.remove(62)
    print(work, work.pop(), work.pop(0), work)
    work.reverse()
    print(work, a)
    work.clear()
    print(work, len(work))
    try:
        work.remove(1)
    except ValueError as error:
        print(error)
    try:
        work.append(256)
    except ValueError as error:
        print(error)


def main() -> None:
    of_str("Hello World", "42", " \t\n")
    of_bytes(b"Hello World", b"42")
    of_bytearray(bytearray(b"Hello World"), bytearray(b"42"))
