"""What strings refuse, and with which words."""


def main() -> None:
    try:
        print("abc"[3])
    except IndexError as e:
        print(e)
    try:
        print(ord("ab"))
    except TypeError as e:
        print(e)
    try:
        print(ord(""))
    except TypeError as e:
        print(e)
    for code in (-1, 1114112):
        try:
            print(chr(code))
        except ValueError as e:
            print(e)
    try:
        print("abc".index("x"))
    except ValueError as e:
        print(e)
    try:
        a, b = "abc"
        print(a, b)
    except ValueError as e:
        print(e)
    try:
        a, b = "a"
        print(a, b)
    except ValueError as e:
        print(e)
    try:
        print(b"\xff\xfe".decode())
    except UnicodeDecodeError:
        print("UnicodeDecodeError is a", "ValueError")
    try:
        print(max(""))
    except ValueError as e:
        print(e)
    try:
        print("x".center(5, "ab"))
    except TypeError as e:
        print(e)


if __name__ == "__main__":
    raise SystemExit(main())
