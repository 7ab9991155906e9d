"""Reads a KDL text of 300 nodes. Prints its bytes, the nodes, and the guest instructions that a byte took.

    rumpkc run tests/bench/kdl_parse.py -t riscv64 -- -icount shift=0
"""

from lib.kdl.reader import parse
from lib.system import uptime_ns

NODES = 300


def text(word: str) -> str:
    """What commands and configuration files look like: names, numbers, texts in quotes, children, a comment."""
    rows: list[str] = []
    for i in range(NODES):
        kind = "dir" if i % 9 == 0 else "file"
        rows.append(f'entry "file {i}.txt" type={kind} size={i * 7919 % 65536} modified=17900{i:05} ratio={i}.25')
        if i % 10 == 0:
            rows.append(f"group {kind} {{\n    // the members\n    member owner=root mode={i}\n    {word} \"a\\tb\" #true\n}}")
    return "\n".join(rows) + "\n"


def main() -> None:
    for kind, word in (("ASCII", "size"), ("not ASCII", "größe")):
        source = text(word)
        size = len(source.encode())
        start = uptime_ns()
        nodes = parse(source)
        spent = uptime_ns() - start
        print(f"{kind}: {size} bytes, {len(nodes)} nodes")
        print(f"{kind}, a byte", spent // size)


if __name__ == "__main__":
    main()
