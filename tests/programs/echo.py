"""Repeats its input line by line, then says how many lines there were; ends with that number."""


def main() -> int:
    count = 0
    try:
        while True:
            line = input()
            count += 1
            print(f"{count}: {line}")
    except EOFError:
        print(f"end after {count}")
    return count


if __name__ == "__main__":
    raise SystemExit(main())
