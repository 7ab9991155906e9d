"""Answers the cases of format_cases.py: one line in, one line out."""


def main() -> int:
    count = int(input())
    for _ in range(count):
        part = input().split("\t")
        kind, value, spec = part[0], part[1], part[2]
        try:
            if kind == "i":
                i = int(value)
                print(f"{i:{spec}}")
            elif kind == "f":
                x = float(value)
                print(f"{x:{spec}}")
            elif kind == "b":
                b = value == "1"
                print(f"{b:{spec}}")
            elif kind == "p":
                print(float(value))
            elif kind == "r":
                print(round(float(value), int(spec)))
            else:
                print(f"{value:{spec}}")
        except ValueError as e:
            print("V", e)
        except OverflowError as e:
            print("O", e)
    return 0


if __name__ == "__main__":
    main()
