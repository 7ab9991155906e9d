"""What CPython calls the classes of iterators, views and generators, which are other classes here.

    iter([1])               Indexed[int, list[int]]         list_iterator
    map(str, xs)            a class of this one place       map
    itertools.chain(a, b)   a generator of lib/itertools    itertools.chain
"""

from __future__ import annotations

from rumpkc.types.symbols import FuncInfo
from rumpkc.types.types import ClassInst

CORE = "lib.core."
ITERTOOLS = "lib.itertools"
OWN = {                             # classes of the library, or what a `Walk` or `Indexed` walks over
    "lib.core.dict": {
        "DictKeys": "dict_keys", "DictValues": "dict_values", "DictItems": "dict_items",
        "KeyIterator": "dict_keyiterator", "ValueIterator": "dict_valueiterator", "ItemIterator": "dict_itemiterator",
        "ReverseIterator": "dict_reversekeyiterator", "ReverseValues": "dict_reversevalueiterator",
        "ReverseItems": "dict_reverseitemiterator"},
    "lib.core.set": {"MemberIterator": "set_iterator"},
    "lib.core.str": {"StrIterator": "str_iterator", "AsciiIterator": "str_ascii_iterator"},
    "lib.core.range": {"RangeIterator": "range_iterator"},
    "lib.core.bytearray": {"ByteArrayIterator": "bytearray_iterator"},
    "lib.core.list": {"list": "list_iterator"},
    "lib.core.vartuple": {"tuple": "tuple_iterator"},
    "lib.core.bytes": {"bytes": "bytes_iterator"},
    "lib.core.abstract_classes": {"KeysOf": "KeysView", "ValuesOf": "ValuesView", "ItemsOf": "ItemsView"},
    "lib.collections": {"DequeIterator": "_deque_iterator"},
    ITERTOOLS: {"Counting": "count"},
}
WALKS = ("Walk", "Indexed")
PARTS = {                           # generators of lib/itertools.py that do the work of another function
    "_count_float": "count", "_count_numbers": "count", "_slice": "islice", "_zip_longest_filled": "zip_longest",
    "_zip_longest_many": "zip_longest", "_tee": "_tee", "_accumulate_from": "accumulate", "_groups": "groupby",
    "_group": "_grouper", "_pairs": "product", "_triples": "product",
    "_with_replacement": "combinations_with_replacement",
}


def of_generator(info: FuncInfo) -> str:
    """The name of the class of what a generator function gives."""
    if info.module.name != ITERTOOLS:
        return "callable_iterator" if info.module.name == "lib.core.sentinel" else "generator"
    return PARTS.get(info.name) or info.name.strip("_0123456789")


def title(cls: ClassInst) -> str:
    """What `type(x).__name__` shows."""
    walked = cls.args[1] if cls.info.module.name == "lib.core.iterator" and cls.name in WALKS else cls
    if cls.info.title or not isinstance(walked, ClassInst) or walked is cls and cls.name in ("list", "tuple", "bytes"):
        return cls.info.title or cls.name
    return OWN.get(walked.info.module.name, {}).get(walked.name, cls.name)


def is_builtin(cls: ClassInst) -> bool:
    """Whether CPython has the class without an import."""
    module = cls.info.module
    return module.name.startswith(CORE) or bool(cls.info.title) and not _is_of_itertools(cls)


def home(cls: ClassInst) -> str:
    """The module of a class that is not builtin."""
    return ITERTOOLS if _is_of_itertools(cls) else cls.info.module.name


def _is_of_itertools(cls: ClassInst) -> bool:
    return cls.info.title == "chain" or cls.info.module.name == ITERTOOLS
