"""CSV by a state machine (RFC 4180), typed columns inferred, a pivot and a fixed-width report."""
import io
from collections import Counter
from enum import Enum, auto
from typing import Callable, Iterable, List, Optional, Sequence, Tuple, TypeVar

T = TypeVar("T")


class State(Enum):
    START = auto()
    PLAIN = auto()
    QUOTED = auto()
    QUOTE_IN_QUOTED = auto()


class CsvError(ValueError):
    pass


def read(stream: io.StringIO, delimiter: str = ",") -> List[List[str]]:
    rows: List[List[str]] = []
    row: List[str] = []
    cell: List[str] = []
    state = State.START

    def end_cell() -> None:
        row.append("".join(cell))
        cell.clear()

    def end_row() -> None:
        end_cell()
        rows.append(row.copy())
        row.clear()

    for ch in stream.read():
        if state is State.QUOTED:
            if ch == '"':
                state = State.QUOTE_IN_QUOTED
            else:
                cell.append(ch)
            continue
        if state is State.QUOTE_IN_QUOTED and ch == '"':
            cell.append('"')
            state = State.QUOTED
        elif ch == delimiter:
            end_cell()
            state = State.START
        elif ch == "\n":
            end_row()
            state = State.START
        elif ch == '"' and state is State.START:
            state = State.QUOTED
        elif state is State.QUOTE_IN_QUOTED:
            raise CsvError(f"{ch!r} behind a closing quote in row {len(rows) + 1}")
        elif ch != "\r":
            cell.append(ch)
            state = State.PLAIN
    if state is State.QUOTED:
        raise CsvError("open quote at the end")
    if cell or row:
        end_row()
    return rows


def write(rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    for row in rows:
        cells = []
        for item in row:
            text = "" if item is None else str(item)
            if any(mark in text for mark in ',"\n'):
                text = '"' + text.replace('"', '""') + '"'
            cells.append(text)
        print(*cells, sep=",", file=out)
    return out.getvalue()


def attempt(fn: Callable[[str], T], cells: List[str]) -> Optional[List[Optional[T]]]:
    """The column converted, with None for empty cells; None where some cell does not convert."""
    try:
        return [fn(cell) if cell else None for cell in cells]
    except ValueError:
        return None


def kind_of(cells: List[str]) -> str:
    if attempt(int, cells) is not None:
        return "int"
    return "float" if attempt(float, cells) is not None else "text"


def report(header: List[str], rows: List[List[str]]) -> str:
    columns = list(zip(*rows))
    kinds = [kind_of(list(column)) for column in columns]
    widths = [max(len(name), *map(len, column)) for name, column in zip(header, columns)]
    lines = [" ".join(name.ljust(width) for name, width in zip(header, widths)).rstrip()]
    lines.append(" ".join("-" * width for width in widths))
    for row in rows:
        shown = [cell.replace("\n", "⏎") for cell in row]
        lines.append(" ".join(c.ljust(w) if k == "text" else c.rjust(w) for c, w, k in zip(shown, widths, kinds)).rstrip())
    return "\n".join(lines)


def pivot(rows: Iterable[Tuple[str, str, int]]) -> List[List[object]]:
    totals: "Counter[Tuple[str, str]]" = Counter()
    for a, b, n in rows:
        totals[a, b] += n
    names = sorted({a for a, _ in totals})
    groups = sorted({b for _, b in totals})
    table: List[List[object]] = [["", *groups, "sum"]]
    for name in names:
        cells = [totals[name, group] for group in groups]
        table.append([name, *map(str, cells), str(sum(cells))])
    return table


SAMPLE = '''name,city,amount,rate
"Smith, John",Oslo,12,1.5
"He said ""hi""",Rome,,2
plain,"two
lines",7,.25
,,,
'''


def main() -> None:
    header, *rows = read(io.StringIO(SAMPLE))
    print(header, rows)
    print(report(header, rows))
    assert read(io.StringIO(write([header, *rows]))) == [header, *rows]
    print([kind_of([row[k] for row in rows]) for k in range(4)])
    print(write(pivot([("a", "x", 1), ("b", "y", 2), ("a", "y", 3), ("a", "x", 4)])), end="")
    print(write([[1, None, True, 2.5, "q\"q", [1, 2]]]), end="")
    print(read(io.StringIO("a;b\r\n;\r\nlast")), read(io.StringIO("")), read(io.StringIO("a;b\n"), delimiter=";"))
    for wrong in ('"a"b', '"a'):
        try:
            read(io.StringIO(wrong))
        except CsvError as error:
            print(error)
