# exit: 3
"""main()'s integer is the exit code."""


def main() -> int:
    print("before")
    code = 1
    for _ in range(2):
        code += 1
    return code


if __name__ == "__main__":
    raise SystemExit(main())
