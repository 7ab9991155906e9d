"""Halves of surrogate pairs: they are text, but they cannot be written."""

import io
import sys


def shown(text: str) -> None:
    try:
        print("a", text, "z")
    except UnicodeEncodeError as error:
        print("|", error)
        print(error.encoding, error.start, error.end, error.reason, len(error.object))


def main() -> None:
    shown("plain")
    shown("grün €")
    shown("\ud800")
    shown("pre\udfff\ud800post")
    shown(chr(0xD980 + len("ab")))
    shown("ü" + chr(0xD7FF) + chr(0xE000))
    print(len("\ud800"), ord("\ud83d"), repr("\ud83d\ude00"), "\ud800" == chr(0xD800), ascii("\udc00"))
    text = "\ud83d" + "\ude00"
    print(len(text), text.encode("utf-8", "replace"), text.encode("ascii", "backslashreplace"))
    print("half: \ud801", file=sys.stderr)
    buffer = io.StringIO()
    print("\ud800", file=buffer)
    print(len(buffer.getvalue()))
    try:
        print(f"{0xD900:c}")
    except UnicodeEncodeError as error:
        print(error)
    try:
        print(*["x", "\udabc"], sep="\n")
    except UnicodeEncodeError as error:
        print(error)
    try:
        print("kept", end="\udfff")
    except UnicodeEncodeError as error:
        print(error)


if __name__ == "__main__":
    main()
