from rumpk import value


@value
class Link:
    number: int
    rest: "Link | None"


def f(link: Link) -> int:
    return link.number
