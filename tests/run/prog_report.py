"""Tables of text: alignment, totals, grouping, percent bars."""
from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby

DATA = """
north,apples,12,1.5
south,pears,7,2.25
north,pears,3,2.2
east,kiwis,120,0.333
south,apples,0,1.55
north,kiwis,1,0.4
"""


@dataclass(frozen=True)
class Sale:
    region: str
    item: str
    count: int
    price: float

    @property
    def amount(self) -> float:
        return self.count * self.price

    @classmethod
    def parse(cls, line: str) -> "Sale":
        region, item, count, price = line.split(",")
        return cls(region, item, int(count), float(price))


def table(header: list[str], rows: list[list[str]], aligned: str) -> str:
    widths = [max(len(row[i]) for row in [header, *rows]) for i in range(len(header))]

    def line(cells: list[str], fill: str = " ") -> str:
        return "| " + " | ".join(f"{c:{fill}{a}{w}}" for c, a, w in zip(cells, aligned, widths)) + " |"

    rule = "+" + "+".join("-" * (w + 2) for w in widths) + "+"
    return "\n".join([rule, line(header), rule, *(line(row) for row in rows), rule])


def bar(part: float, width: int = 20) -> str:
    full = round(part * width)
    return "█" * full + "·" * (width - full)


def main() -> None:
    sales = [Sale.parse(line) for line in DATA.strip().splitlines()]
    rows = [[s.region, s.item, str(s.count), f"{s.price:.2f}", f"{s.amount:,.2f}"] for s in sales]
    print(table(["region", "item", "n", "price", "amount"], rows, "<<>>>"))
    total = sum(s.amount for s in sales) if sales else 0.0
    by_item: defaultdict[str, float] = defaultdict(float)
    for sale in sales:
        by_item[sale.item] += sale.amount
    for item, amount in sorted(by_item.items(), key=lambda pair: -pair[1]):
        print(f"{item:<8}{amount:>10.2f} {amount / total:>7.1%} {bar(amount / total)}")
    for region, group in groupby(sorted(sales, key=lambda s: s.region), key=lambda s: s.region):
        members = list(group)
        best = max(members, key=lambda s: s.amount)
        print(f"{region:^9}", len(members), sum(s.count for s in members), best.item, f"{best.amount:e}")
    print(f"{'total':*^20}{total:+.3f}{total:>15,.1f}")
