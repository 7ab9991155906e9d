"""Joins the objects' symbol tables into one, pulling in archive members that define what is missing.

before: each object has its own numbered symbols
after:  `Resolution.table` maps every global name to the one symbol that defines it; losers of COMDAT groups are gone
"""

from __future__ import annotations

from dataclasses import dataclass, field

from rumpkc.diagnostics import fail
from rumpkc.link import elf
from rumpkc.link.reader import ARCHIVE_MAGIC, InputSection, ObjectFile, Symbol, read_archive, read_object
from rumpkc.source import Span


@dataclass(slots=True)
class Resolution:
    """The objects that take part, in link order, and their global symbols by name.

    User code has names of its own: it sees no symbol of the kernel. The kernel sees both, its own first.
    """

    objects: list[ObjectFile] = field(default_factory=list)
    table: dict[str, Symbol] = field(default_factory=dict)
    wanted: dict[str, bool] = field(default_factory=dict)  # undefined name -> is a strong reference among its users
    user_table: dict[str, Symbol] = field(default_factory=dict)
    user_wanted: dict[str, bool] = field(default_factory=dict)
    groups: set[str] = field(default_factory=set)

    def definition(self, symbol: Symbol) -> Symbol | None:
        """The symbol that a reference to `symbol` means; None when nobody defines it."""
        if symbol.bind == elf.STB_LOCAL:
            return symbol if symbol.is_defined else None
        if is_user(symbol):
            return self.user_table.get(symbol.name)
        return self.table.get(symbol.name) or self.user_table.get(symbol.name)

    def own_table(self, symbol: Symbol) -> dict[str, Symbol]:
        """The table of the domain that a symbol's object belongs to."""
        return self.user_table if is_user(symbol) else self.table


def is_user(symbol: Symbol) -> bool:
    """Whether a symbol is of, or used by, the user domain."""
    return symbol.owner is not None and symbol.owner.user


def resolve(inputs: list[tuple[str, bytes]], machine: int, roots: list[str],
            user: list[tuple[str, bytes]] | None = None) -> Resolution:
    """Read `inputs` (objects and archives, in link order) and `user` (the user domain's), and resolve their symbols.

    `roots` are names that the image needs although no object refers to them, such as the entry. Archives are searched
    whole, again and again until nothing is missing that one of them defines, so their order does not matter. E0603 for
    a symbol that is defined twice.
    """
    result = Resolution(wanted=dict.fromkeys(roots, True))
    members: list[ObjectFile] = []
    for name, image in inputs:
        if image[:8] == ARCHIVE_MAGIC:
            members += [read_object(label, body, machine) for label, body in read_archive(name, image)]
        else:
            add_object(result, read_object(name, image, machine))
    for name, image in user or []:
        add_object(result, read_object(name, image, machine, user=True))
    _pull_members(result, members)
    _place_common(result)
    return result


def _pull_members(result: Resolution, members: list[ObjectFile]) -> None:
    """Add the archive members that define strongly wanted names, and what those want in turn."""
    definer: dict[str, ObjectFile] = {}
    for member in members:
        for symbol in member.symbols:
            if symbol.is_defined and symbol.bind != elf.STB_LOCAL:
                definer.setdefault(symbol.name, member)
    taken: set[int] = set()
    while True:
        missing = [n for n, strong in result.wanted.items() if strong and n not in result.table and n in definer]
        fresh = [member for n in missing if id(member := definer[n]) not in taken]
        if not fresh:
            return
        for member in fresh:
            if id(member) not in taken:
                taken.add(id(member))
                add_object(result, member)


def add_object(result: Resolution, obj: ObjectFile) -> None:
    """Let the object take part. E0603 for a symbol that is defined twice."""
    _drop_known_groups(result, obj)
    result.objects.append(obj)
    table, wanted = (result.user_table, result.user_wanted) if obj.user else (result.table, result.wanted)
    for symbol in obj.symbols:
        if symbol.bind == elf.STB_LOCAL or not symbol.name:
            continue
        if not symbol.is_defined:
            wanted[symbol.name] = wanted.get(symbol.name, False) or symbol.bind == elf.STB_GLOBAL
        elif (old := table.get(symbol.name)) is None or _overrides(symbol, old):
            table[symbol.name] = symbol
        elif old.bind == elf.STB_GLOBAL and symbol.bind == elf.STB_GLOBAL and not symbol.common_align:
            raise _duplicate(old, symbol)


def _drop_known_groups(result: Resolution, obj: ObjectFile) -> None:
    """Leave out the sections of COMDAT groups that an earlier object brought already."""
    for signature, indexes in obj.groups:
        if signature not in result.groups:
            result.groups.add(signature)
            continue
        gone = {id(obj.sections[i]) for i in indexes if obj.sections[i] is not None}
        for symbol in obj.symbols:
            if symbol.section is not None and id(symbol.section) in gone:
                symbol.section, symbol.is_defined = None, False
        for i in indexes:
            obj.sections[i] = None


def _overrides(new: Symbol, old: Symbol) -> bool:
    """True when `new` takes the place of `old`: strong over weak, a definition over a common, the larger common."""
    if new.common_align and old.common_align:
        return new.size > old.size
    if old.common_align:
        return True
    return old.bind == elf.STB_WEAK and new.bind == elf.STB_GLOBAL and not new.common_align


def _duplicate(old: Symbol, new: Symbol) -> Exception:
    assert old.owner is not None and new.owner is not None
    return fail("E0603", f"`{new.name}` is defined twice: in {old.owner.name} and in {new.owner.name}",
                Span(new.owner.name, 0, 0, 0, 0), help="rename one, or make it local to its file")


def _place_common(result: Resolution) -> None:
    """Give each common block (C's tentative definitions) a .bss section of its own."""
    for symbol in result.table.values():
        if symbol.common_align and symbol.owner is not None:
            section = InputSection(symbol.owner, len(symbol.owner.sections), f".bss.{symbol.name}", elf.SHT_NOBITS,
                                   elf.SHF_ALLOC | elf.SHF_WRITE, symbol.common_align, symbol.size, b"")
            symbol.owner.sections.append(section)
            symbol.section = section
