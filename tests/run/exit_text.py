# exit: 1
"""`sys.exit` with a text prints it to the error stream and ends with 1."""
import sys


def main() -> None:
    print("before")
    try:
        sys.exit("the end")
    finally:
        print("after")
