"""The smallest program: one line on the serial port."""


def main() -> int:
    print("Hello from Rumpk.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
