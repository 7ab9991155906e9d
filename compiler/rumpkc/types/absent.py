"""Names of Python's library that are not compiled, and what to write instead: the help line of their E0203.

One row for each reason: `module: {"names": help}`. docs/library.py holds this against CPython's own lists: each name of
a module that can be imported is compiled and in a program of tests/run, or stands here.
"""

from __future__ import annotations

from rumpkc.types import absent_os

NO_ASYNC = "write a plain function; what must wait, waits on its fiber"
NO_FILES = "read the file with `open`, and give what was read"
NO_CLOCKS = "a board has one clock: `time.time`, `time.monotonic`, `time.perf_counter`"
NO_REFLECTION = "there is no reflection: name what you mean"
NO_INTERPRETER = "there is no interpreter to ask or to change when the program runs"
NO_HIERARCHY = "`typing.TextIO` is what all files of text are, `BinaryIO` those of bytes"
IN_PLACE = "write the statement: `a += b`"
CHECKED_TYPES = "only a type checker reads it; leave it out"

ROWS: dict[str, dict[str, str]] = {
    "abc": {
        "ABCMeta": "derive from `ABC`",
        "abstractclassmethod abstractproperty abstractstaticmethod": "put `@abstractmethod` below the other decorator",
    },
    "base64": {"decode encode": NO_FILES},
    "binascii": {
        "a2b_qp b2a_qp a2b_uu b2a_uu": "write `base64` or `hexlify` texts",
        "Incomplete": "nothing raises it",
    },
    "collections": {
        "namedtuple": "write `class P(NamedTuple):` with the fields and their types below",
        "UserDict UserList": "hold the container in a field of your class",
        "UserString": "hold a str in a field of your class",
    },
    "collections.abc": {
        "AsyncGenerator AsyncIterable AsyncIterator Awaitable Coroutine": NO_ASYNC,
        "ByteString": "write `bytes | bytearray`",
        "MappingView": "write `KeysView`, `ValuesView` or `ItemsView`",
    },
    "contextlib": {
        "AbstractAsyncContextManager AsyncExitStack aclosing asynccontextmanager": NO_ASYNC,
        "chdir": NO_FILES,
    },
    "dataclasses": {
        "Field": "name no type: `for f in fields(x):`",
        "MISSING": "which fields have a default is in the class's text, not in the program",
        "make_dataclass": "write the class",
    },
    "enum": {
        "STRICT CONFORM EJECT KEEP FlagBoundary": "`Flag` is strict and `IntFlag` keeps, as by default",
        "CONTINUOUS NAMED_FLAGS UNIQUE EnumCheck verify": "write `@unique`, and a test of the values",
        "EnumMeta EnumType": "there are no metaclasses; `type[E]` is the type of an enumeration's class",
        "ReprEnum": "derive from `Enum`, `IntEnum` or `StrEnum`",
        "global_enum global_enum_repr global_flag_repr global_str": "write `name = E.name` for each member",
        "member nonmember": "keep what is no member outside of the class",
        "pickle_by_enum_name pickle_by_global_name": "`json` writes names and values",
        "property": "write `@property`",
    },
    "functools": {
        "partialmethod": "write a method that calls the other",
        "update_wrapper WRAPPER_ASSIGNMENTS WRAPPER_UPDATES": "write `@wraps(f)` above the wrapper",
    },
    "hashlib": {
        "file_digest": NO_FILES,
        "scrypt": "`pbkdf2_hmac` makes a key of a password",
    },
    "io": {
        "open open_code FileIO": "`open`, the builtin, gives a file",
        "BufferedIOBase BufferedRWPair BufferedRandom BufferedReader BufferedWriter IOBase RawIOBase TextIOBase"
        " TextIOWrapper IncrementalNewlineDecoder": NO_HIERARCHY,
        "BlockingIOError": "it is a builtin exception",
        "DEFAULT_BUFFER_SIZE text_encoding": NO_FILES,
    },
    "math": {"cbrt": "the C library's is not exact; write `math.copysign(abs(x) ** (1 / 3), x)`"},
    "operator": {
        "iadd iand iconcat ifloordiv ilshift imatmul imod imul ior ipow irshift isub itruediv ixor": IN_PLACE,
        "setitem delitem": "write the statement: `a[i] = x`, `del a[i]`",
        "call": "write the call",
        "countOf": "write `a.count(x)`, or `sum(1 for y in a if y == x)`",
        "indexOf": "write `a.index(x)`",
        "index": "write `int(x)`",
        "length_hint": "write `len(x)`",
    },
    "random": {"SystemRandom": "a board has no entropy that programs can ask for; `random.Random` can be guessed"},
    "statistics": {
        "NormalDist": "`fmean` and `stdev` give its two parameters",
    },
    "string": {"Formatter": "write an f-string, or `text.format(…)`"},
    "os": absent_os.ROWS,
    "sys": {
        "argv orig_argv": "a program on a board has no arguments; `input()` reads lines",
        "exc_info exception": "write `except … as error`",
        "excepthook unraisablehook displayhook breakpointhook addaudithook audit": "catch the exception in `main`",
        "getsizeof getrefcount getallocatedblocks": "`rumpkc size` and `rumpkc build --explain-alloc` tell",
        "getrecursionlimit setrecursionlimit": "the limit is the stack; RecursionError is raised at its end",
        "intern": "compare texts with `==`",
        "platform version hexversion implementation": "a file is compiled for the target of its build",
        "version_info": "test it in an `if` of the module, around functions, classes and imports",
        "getfilesystemencoding getfilesystemencodeerrors": NO_FILES,
        "modules path path_hooks path_importer_cache meta_path builtin_module_names stdlib_module_names"
        " dont_write_bytecode pycache_prefix": "imports are resolved while compiling",
        "base_exec_prefix base_prefix exec_prefix prefix platlibdir executable": NO_FILES,
        "float_repr_style get_int_max_str_digits set_int_max_str_digits hash_info int_info thread_info flags"
        " get_asyncgen_hooks set_asyncgen_hooks get_coroutine_origin_tracking_depth is_finalizing"
        " set_coroutine_origin_tracking_depth getprofile setprofile gettrace settrace getswitchinterval"
        " setswitchinterval": NO_INTERPRETER,
    },
    "time": {
        "CLOCK_BOOTTIME CLOCK_MONOTONIC CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID CLOCK_REALTIME CLOCK_TAI"
        " CLOCK_THREAD_CPUTIME_ID clock_getres clock_gettime clock_gettime_ns clock_settime clock_settime_ns"
        " get_clock_info pthread_getcpuclockid": NO_CLOCKS,
        "thread_time thread_time_ns": "write `process_time`",
        "tzset": "a board's time is UTC",
    },
    "types": {
        "SimpleNamespace": "write a dataclass",
        "MappingProxyType": "write a function that looks up, or keep the dict to yourself",
        "NoneType": "write `None`",
        "FunctionType LambdaType MethodType BuiltinFunctionType BuiltinMethodType": "write `Callable[[A], R]`",
        "GeneratorType": "write `Generator[Y, S, R]`",
        "GenericAlias UnionType": "write the type: `list[int]`, `int | None`",
        "EllipsisType NotImplementedType ModuleType CodeType FrameType CellType WrapperDescriptorType MethodWrapperType"
        " MethodDescriptorType ClassMethodDescriptorType GetSetDescriptorType MemberDescriptorType"
        " DynamicClassAttribute new_class prepare_class resolve_bases": NO_REFLECTION,
        "AsyncGeneratorType CoroutineType coroutine": NO_ASYNC,
    },
    "typing": {
        "AsyncContextManager AsyncGenerator AsyncIterable AsyncIterator Awaitable Coroutine": NO_ASYNC,
        "ByteString": "write `bytes | bytearray`",
        "MappingView": "write `KeysView`, `ValuesView` or `ItemsView`",
        "Match Pattern": "text is taken apart with `find`, `partition`, `split` and the `is…` methods of `str`",
        "is_typeddict": "write a dataclass",
        "TypeVarTuple Unpack": "name each type parameter",
        "ParamSpecArgs ParamSpecKwargs": "write `P.args` and `P.kwargs`",
        "SupportsBytes SupportsComplex SupportsRound": "write a protocol of your own",
        "ForwardRef clear_overloads get_origin get_overloads get_type_hints": NO_REFLECTION,
        "dataclass_transform no_type_check no_type_check_decorator reveal_type": CHECKED_TYPES,
    },
    "zlib": {
        "compress": "its bytes are a matter of zlib's C code; keep the data as it is (`decompress` is there)",
        "compressobj": "its bytes are a matter of zlib's C code; keep the data as it is",
        "decompressobj": "read the whole stream, then `decompress` it",
        "DEF_MEM_LEVEL Z_BEST_COMPRESSION Z_BEST_SPEED Z_BLOCK Z_DEFAULT_COMPRESSION Z_DEFAULT_STRATEGY Z_FILTERED"
        " Z_FINISH Z_FIXED Z_FULL_FLUSH Z_HUFFMAN_ONLY Z_NO_COMPRESSION Z_NO_FLUSH Z_PARTIAL_FLUSH Z_RLE Z_SYNC_FLUSH"
        " Z_TREES": "they are for what compresses",
        "ZLIB_RUNTIME_VERSION ZLIB_VERSION": "the code is not zlib's",
    },
}


def _by_name(rows: dict[str, str]) -> dict[str, str]:
    return {name: text for names, text in rows.items() for name in names.split()}


ABSENT: dict[str, dict[str, str]] = {module: _by_name(rows) for module, rows in ROWS.items()}


def instead(module: str, name: str) -> str:
    """What to write for a name of a module (of Python's, or of `lib`); "" where nothing is known."""
    return ABSENT.get(module.removeprefix("lib."), {}).get(name, "")
