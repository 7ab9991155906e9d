"""The words of the errors that the library raises, one by one."""

from collections import deque


def attempt(number: int) -> None:
    empty: list[int] = []
    one = [1, 2, 3]
    table = {"k": 1}
    numbers: dict[int, int] = {}
    members = {1}
    raw = bytearray(b"abc")
    queue: deque[int] = deque([1])
    match number:
        case 0:
            one[3] = 1
        case 1:
            print(one[-4])
        case 2:
            del one[7]
        case 3:
            empty.pop()
        case 4:
            one.pop(9)
        case 5:
            one.remove(9)
        case 6:
            print(one.index(9))
        case 7:
            one[::2] = [1]
        case 8:
            print(one[::0])
        case 9:
            print(table["missing"])
        case 10:
            print(numbers[5])
        case 11:
            numbers.popitem()
        case 12:
            print(numbers.pop(3))
        case 13:
            del table["x'y"]
        case 14:
            members.remove(7)
        case 15:
            members.clear()
            members.pop()
        case 16:
            print("abc"[3])
        case 17:
            print("abc".index("z"), "abc".rindex("z"))
        case 18:
            print("abc".split(""))
        case 19:
            print("abc".partition(""))
        case 20:
            print("a".center(5, "xx"))
        case 21:
            print(ord("ab"))
        case 22:
            print(chr(-1))
        case 23:
            print(chr(0x110000))
        case 24:
            print(b"abc"[5])
        case 25:
            raw[9] = 1
        case 26:
            raw[0] = 256
        case 27:
            raw.append(-1)
        case 28:
            print(bytes([1, 300]))
        case 29:
            print(b"abc".index(b"z"))
        case 30:
            raw.remove(1)
        case 31:
            bytearray().pop()
        case 32:
            print(bytes(-1))
        case 33:
            print("x".encode("klingon"))
        case 34:
            print(b"\xff".decode("utf-8", "wonder"))
        case 35:
            queue.clear()
            queue.popleft()
        case 36:
            print(queue[3])
        case 37:
            queue.remove(9)
        case 38:
            for item in queue:
                queue.append(item)
        case 39:
            print(list(range(1, 5, 0 * len(one))))
        case 40:
            print(range(3)[3])
        case 41:
            print(range(3).index(9))
        case 42:
            print(int("12x"), int("", 16))
        case 43:
            print(int("5", 37))
        case 44:
            print(1 << -len(one))
        case 45:
            print((1).to_bytes(0, "big"))
        case 46:
            print((-1).to_bytes(2, "big"))
        case 47:
            print((1).to_bytes(2, "middle"))
        case 48:
            print(pow(2, 5, 0 * len(one)))
        case 49:
            print(1 // (len(one) - 3), 1 % 0)
        case 50:
            print(len(one) % (len(one) - 3))
        case 51:
            print(len(one) / (len(one) - 3))
        case 52:
            print(divmod(len(one), len(one) - 3))
        case 53:
            print(bytes.fromhex("0g"))
        case 54:
            for member in members:
                members.add(member + 1)
        case 55:
            a, b = one
            print(a, b)
        case 56:
            c, d, e, f = one
            print(c, d, e, f)
        case 57:
            g, h, i, j, *rest = one
            print(g, h, i, j, rest)
        case 58:
            print(max(empty))
        case 59:
            print(list(zip(one, empty, strict=True)))
        case _:
            raise RuntimeError(f"no case {number}")


def main() -> None:
    for number in range(61):
        try:
            attempt(number)
            print(number, "nothing")
        except Exception as error:
            print(number, type(error).__name__, str(error), repr(error))


if __name__ == "__main__":
    raise SystemExit(main())
