"""`open`: the mode says which class the file has, so it stands in the call; somebody has to close what is written."""
import json


def main() -> None:
    mode = input()
    print(open("a", mode).read())
    print(open("a", "rw").read())
    with open("a", "rb" if mode else "r") as f:
        print(f.closed)
    with open("a", "rb", encoding="utf-8") as g:
        print(g.read())
    json.dump([1], open("a", "w"))
    with open("a", "wb", buffering=0) as h:
        h.write(b"")
