"""Which names the compiler knows without a file, and which dialect module stands behind each builtin."""

from __future__ import annotations

BUILTIN_CLASSES = {
    "object": ("lib.core.object", "Object"),
    "str": ("lib.core.str", "Str"),
    "bytes": ("lib.core.bytes", "Bytes"),
    "bytearray": ("lib.core.bytearray", "ByteArray"),
    "list": ("lib.core.list", "List"),
    "dict": ("lib.core.dict", "Dict"),
    "set": ("lib.core.set", "Set"),
    "frozenset": ("lib.core.set", "FrozenSet"),
    "range": ("lib.core.range", "Range"),
    "slice": ("lib.core.slices", "Slice"),
    "type[...]": ("lib.core.types", "Type"),
    "tuple[...]": ("lib.core.vartuple", "VarTuple"),
}
EXCEPTIONS = """BaseException Exception ArithmeticError ZeroDivisionError OverflowError FloatingPointError LookupError
IndexError KeyError ValueError UnicodeError UnicodeDecodeError UnicodeEncodeError TypeError AttributeError
NameError UnboundLocalError RuntimeError NotImplementedError RecursionError StopIteration AssertionError
MemoryError OSError EOFError KeyboardInterrupt SystemExit BufferError TimeoutError PermissionError
FileNotFoundError FileExistsError InterruptedError IsADirectoryError NotADirectoryError ImportError
ModuleNotFoundError Warning GeneratorExit BlockingIOError ConnectionError BrokenPipeError
ChildProcessError ProcessLookupError ConnectionAbortedError ConnectionRefusedError ConnectionResetError
UserWarning DeprecationWarning PendingDeprecationWarning SyntaxWarning RuntimeWarning FutureWarning
ImportWarning UnicodeWarning BytesWarning ResourceWarning EncodingWarning ReferenceError SystemError
StopAsyncIteration SyntaxError IndentationError TabError""".split()
BUILTIN_CLASSES |= {name: ("lib.core.exceptions", name) for name in EXCEPTIONS}
CLASS_VALUE = "type[...]"  # the class behind `type[C]`
VAR_TUPLE = "tuple[...]"  # the class behind `tuple[T, ...]`
SHOWN_NAMES = {pair: name.removesuffix("[...]") for name, pair in BUILTIN_CLASSES.items()}
BUILTIN_CLASSES |= {alias: BUILTIN_CLASSES["OSError"] for alias in ("IOError", "EnvironmentError")}

BUILTIN_FUNCTIONS = {name: ("lib.core.functions", name) for name in "chr input".split()}
UNSET_CLASS, UNSET = "@Unset", "@UNSET"  # what stands where no argument is, and None could be one
BUILTIN_CLASSES[UNSET_CLASS] = ("lib.core.sentinel", "Unset")
BUILTIN_FUNCTIONS[UNSET] = ("lib.core.sentinel", "UNSET")
BUILTIN_FUNCTIONS["open"] = ("lib.files", "open")

SPECIAL_BUILTINS = frozenset(
    """print sorted any all hex oct bin len isinstance range enumerate zip reversed min max sum abs divmod pow round
ord str repr int float bool bytes list dict set tuple hash id iter next type super issubclass format map filter
ascii callable bytearray frozenset getattr hasattr""".split()
)

RUMPK_NAMES = frozenset(
    """u8 u16 u32 u64 usize i8 i16 i32 i64 w8 w16 w32 w64 f32 Ptr Span Array Inline Mmio Reg Regs RO WO RW Bits Atomic
csr sysreg prim value export extern section align noalloc noraise nonblocking inline noinline cold unchecked entry
interrupt naked asm packed layout sizeof offsetof has_references static_assert unroll view linker_symbol wfi fence
fence_i isb dsb dmb Order RELAXED ACQUIRE RELEASE ACQ_REL SEQ_CST be16 be32 be64 le16 le32 le64 sfence_vma
nop wfe sev""".split()
)

TYPING_NAMES = frozenset(
    """Final Optional Union Callable TypeVar Generic Protocol ClassVar Literal Self TypeAlias NamedTuple Any Iterator
Generator Iterable Sequence Mapping TYPE_CHECKING cast overload final override Never NoReturn NewType assert_never
assert_type get_args MutableSequence MutableMapping Collection Sized Hashable Container Reversible AbstractSet
MutableSet SupportsInt SupportsFloat SupportsIndex SupportsAbs List Dict Set FrozenSet Tuple Type Annotated AnyStr Text
runtime_checkable ParamSpec Concatenate KeysView ValuesView ItemsView TypeGuard TypeIs Deque DefaultDict OrderedDict
Counter ChainMap ContextManager LiteralString IO TextIO BinaryIO TypedDict NotRequired Required""".split()
)

KNOWN_MODULES = {
    "rumpk": RUMPK_NAMES,
    "typing": TYPING_NAMES,
    "collections.abc": TYPING_NAMES,
    "abc": frozenset({"ABC", "abstractmethod"}),
    "dataclasses": frozenset("""dataclass field replace asdict astuple InitVar KW_ONLY fields is_dataclass
        FrozenInstanceError""".split()),
    "enum": frozenset({"Enum", "IntEnum", "IntFlag", "Flag", "auto", "unique", "StrEnum"}),
    "types": frozenset({"TracebackType"}),
    "sys": frozenset("""exit maxsize stdout stderr stdin byteorder maxunicode float_info
        getdefaultencoding""".split()),
    "__future__": frozenset({"annotations"}),
    "rumpk.prim": None,
}
