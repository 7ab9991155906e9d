"""Readers for INI, CSV and a TOML subset, from text in the program."""
from collections.abc import Iterator
from dataclasses import dataclass

INI = """
; settings
[server]
host = example.org
port = 8080
debug = yes

[paths]
root = /srv/${name}
name = data
bad line
"""
CSV = """id,name,price,note
1,Widget,9.99,"small, round"
2,"Gad""get",120.5,
3,Thing,,"two
lines"
"""


@dataclass
class Problem:
    line: int
    text: str


def read_ini(text: str) -> tuple[dict[str, dict[str, str]], list[Problem]]:
    sections: dict[str, dict[str, str]] = {}
    problems: list[Problem] = []
    current: dict[str, str] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line[0] in ";#":
            continue
        if line.startswith("[") and line.endswith("]"):
            current = sections.setdefault(line[1:-1], {})
        elif "=" in line and current is not None:
            key, _, value = line.partition("=")
            current[key.rstrip()] = value.lstrip()
        else:
            problems.append(Problem(number, line))
    return sections, problems


def expand(value: str, names: dict[str, str]) -> str:
    for key, replacement in names.items():
        value = value.replace("${" + key + "}", replacement)
    return value


def read_csv(text: str) -> Iterator[list[str]]:
    row: list[str] = []
    cell: list[str] = []
    quoted = False
    i = 0
    while i < len(text):
        c = text[i]
        if quoted:
            if c == '"' and text[i + 1:i + 2] == '"':
                cell.append('"')
                i += 1
            elif c == '"':
                quoted = False
            else:
                cell.append(c)
        elif c == '"':
            quoted = True
        elif c == ",":
            row.append("".join(cell))
            cell.clear()
        elif c == "\n":
            row.append("".join(cell))
            cell = []
            yield row
            row = []
        else:
            cell.append(c)
        i += 1


def to_float(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


Scalar = int | float | bool | str


def scalar(text: str) -> Scalar:
    if text in ("true", "false"):
        return text == "true"
    if text.startswith('"') and text.endswith('"'):
        return text[1:-1]
    try:
        return int(text.replace("_", ""), 0)
    except ValueError:
        return float(text)


def main() -> None:
    sections, problems = read_ini(INI)
    for name, section in sections.items():
        print(name, {key: expand(value, section) for key, value in section.items()})
    print(problems, int(sections["server"]["port"]) + 1, sections["server"]["debug"] in ("yes", "true", "1"))
    header, *rows = read_csv(CSV)
    print(header)
    for row in rows:
        record = dict(zip(header, row))
        price = to_float(record["price"])
        print(record["id"], repr(record["name"]), "no price" if price is None else f"{price:.2f}", repr(record["note"]))
    values = [scalar(text) for text in ("1_000", "0x1F", "-2.5", "true", '"quoted"', "1e3")]
    print(values)
    try:
        scalar("nonsense")
    except ValueError as error:
        print(error)
