"""`sys.stdin` beside `input()`, and `sys.stdout.writelines`. The input ends its lines in three ways."""
import sys


def main() -> None:
    print(repr(input()), repr(sys.stdin.readline()), repr(sys.stdin.readline(3)), repr(sys.stdin.readline()))
    print(repr(sys.stdin.read(4)), repr(sys.stdin.read(0)))
    for line in sys.stdin:
        print(repr(line))
        if line.startswith("stop"):
            break
    print(sys.stdin.readlines())
    print(repr(sys.stdin.readline()), repr(sys.stdin.read()), sys.stdin.readlines())
    try:
        input()
    except EOFError as error:
        print(error)
    sys.stdout.writelines(["a", "b\n"])
    sys.stdout.writelines(f"{n} " for n in range(3))
    print()


if __name__ == "__main__":
    main()
