"""First light."""
import os


def main() -> None:
    r, w = os.pipe()
    os.write(w, b"abc")
    print(os.read(r, 10))


if __name__ == "__main__":
    main()
