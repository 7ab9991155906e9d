"""Runs in a CPython of its own: imports modules, and writes down the objects that their bodies leave.

    child.py REQUEST RESULT        both files are `marshal` data, see `run.py`

Every object becomes a row of one table, so that what two variables share stays one row: `("list", [3, 4])` names the
rows of its items. A module body can neither print, read nor open anything here.
"""

import builtins
import collections
import contextlib
import enum
import functools
import importlib.abc
import importlib.machinery
import importlib.util
import inspect
import io
import itertools
import linecache
import marshal
import os
import resource
import sys
import types
import warnings

MEMORY_BYTES = 2 << 30
PLAIN = (int, float, str, bytes, bool, type(None))
CACHED = type(functools.cache(len))
METHODS = (types.FunctionType, staticmethod, classmethod, property, types.MemberDescriptorType)


class Silent(io.TextIOBase):
    """Standard streams while module bodies run. The object `name` of the library's module `home` is the program's."""

    def __init__(self, home, name):
        self.home, self.name = home, name

    def _refuse(self, *_args, **_kwargs):
        raise RuntimeError("a module body cannot print or read: it runs at compile time")

    write = read = readline = writelines = readlines = _refuse


def _refuse_open(*_args, **_kwargs):
    raise RuntimeError("a module body cannot open files: it runs at compile time")


class Redirect(importlib.abc.MetaPathFinder):
    """Modules whose file does not follow from their name, such as `hal.board`."""

    def __init__(self, files):
        self.files = files

    def find_spec(self, name, path=None, target=None):
        file = self.files.get(name)
        return importlib.util.spec_from_file_location(name, file) if file else None


def accept_type_syntax():
    """Modules that this CPython refuses are looked through for PEP 695 (`type_syntax.py`)."""
    loader = importlib.machinery.SourceFileLoader
    plain = loader.source_to_code

    def source_to_code(self, data, path, **more):
        try:
            return plain(self, data, path, **more)
        except SyntaxError:
            from rumpkc.comptime import type_syntax

            code = type_syntax.compiled(data, path)
            if code is None:
                raise
            return code

    loader.source_to_code = source_to_code


class Table:
    """The rows, and which object got which row."""

    def __init__(self):
        self.rows = []
        self.known = {}
        self.keep = []              # so that no id is used twice

    def row_of(self, value):
        """The row number of `value`, made on first sight. Iterative, because tables may be long linked lists."""
        number, todo = self._reserve(value)
        while todo:
            index, current = todo.pop()
            self.rows[index] = self._describe(current, todo)
        return number

    def _reserve(self, value):
        if isinstance(value, Silent):               # `def f(out=sys.stdout)`: the program's own object
            value = getattr(importlib.import_module(value.home), value.name)
        if type(value) in PLAIN:
            key = (type(value), repr(value) if type(value) is float else value)
        else:
            key = id(value)
        number = self.known.get(key)
        if number is not None:
            return number, []
        number = self.known[key] = len(self.rows)
        self.rows.append(None)
        self.keep.append(value)
        return number, [(number, value)]

    def _describe(self, value, todo):
        def part(item):
            number, more = self._reserve(item)
            todo.extend(more)
            return number

        def parts(items):
            return [part(item) for item in items]

        kind = type(value)
        if value is None:
            return ("none",)
        if kind is bool:
            return ("bool", value)
        if isinstance(value, enum.Enum):
            bits = None if value.name in kind.__members__ else value.value      # a flag of several members, or none
            return ("enum", kind.__module__, kind.__qualname__, value.name, bits)
        if isinstance(value, int):
            return ("int", int(value))
        if isinstance(value, float):
            return ("float", float(value))
        if kind is str or kind is bytes:
            return (kind.__name__, value)
        if kind is bytearray:
            return ("bytearray", bytes(value))
        if kind in (list, set, frozenset):
            return (kind.__name__, parts(value))
        if isinstance(value, tuple):
            return ("tuple", parts(value), kind.__module__, kind.__qualname__)
        if kind is dict:
            return ("dict", [(part(k), part(v)) for k, v in value.items()])
        if kind is collections.deque:
            return ("deque", parts(value), part(value.maxlen))
        if kind in (collections.OrderedDict, collections.Counter, collections.defaultdict):
            factory = part(value.default_factory) if kind is collections.defaultdict else None
            return (kind.__name__, [(part(k), part(v)) for k, v in value.items()], factory)
        if kind is itertools.count:
            start, *step = value.__reduce__()[1]
            return ("count", part(start), part(step[0] if step else 1))
        if kind is slice:
            return ("slice", [part(value.start), part(value.stop), part(value.step)])
        if isinstance(value, types.FunctionType):
            return self._describe_function(value, part)
        if kind is contextlib._GeneratorContextManager:
            return self._describe_manager(value, part)
        if kind is functools.partial:
            return ("partial", part(value.func), parts(value.args), [(k, part(v)) for k, v in value.keywords.items()])
        if isinstance(value, types.CellType):
            try:
                return ("cell", part(value.cell_contents))
            except ValueError:                      # not bound
                return ("cell", None)
        if isinstance(value, types.BuiltinFunctionType) and isinstance(value.__self__, types.ModuleType):
            return ("builtin", value.__module__.lstrip("_"), value.__qualname__)       # `_operator`: `operator`
        if isinstance(value, types.BuiltinFunctionType) and type(value.__self__) in (str, bytes):
            return ("text method", part(value.__self__), value.__name__)
        if isinstance(value, (types.MethodDescriptorType, types.WrapperDescriptorType)):
            return ("builtin", "builtins", value.__qualname__)
        if isinstance(value, type):
            return ("class", value.__module__, value.__qualname__)
        return self._describe_object(value, kind, part, parts)

    def _describe_function(self, value, part):
        """Where its code stands, its cells and defaults. Decorators may have given it another name, its code keeps its
        own."""
        code = value.__code__
        at = [p for p in code.co_positions() if None not in p and p[1] >= p[0] and p[3] is not None]
        begin = min(((p[0], p[2]) for p in at if p[0] >= code.co_firstlineno and p[3]), default=(0, 0))
        end = max(((p[1], p[3]) for p in at), default=(0, 0))
        begin, end = (in_characters(code.co_filename, *place) for place in (begin, end))
        cells = [(name, part(cell)) for name, cell in zip(code.co_freevars, value.__closure__ or ())]
        home = value.__globals__.get("__name__", value.__module__)
        names = code.co_varnames[:code.co_argcount]
        defaults = [*zip(names[::-1], (value.__defaults__ or ())[::-1]), *(value.__kwdefaults__ or {}).items()]
        return ("function", home, code.co_qualname, (code.co_firstlineno, begin, end), cells,
                [(name, part(default)) for name, default in defaults])

    def _describe_manager(self, value, part):
        """What a function below `@contextmanager` gave, by what gives its generator again: a lambda (`wrapped.py`)
        inside of that function, with its arguments."""
        given = inspect.signature(value.func).bind(*value.args, **value.kwds)
        given.apply_defaults()
        cells = [(key, part(types.CellType(item))) for key, item in given.arguments.items()]
        code = value.func.__code__
        return ("manager", ("function", value.func.__globals__.get("__name__", value.func.__module__),
                            f"{code.co_qualname}.<locals>.<lambda>", None, cells, []))

    def _describe_moment(self, value, kind, part):
        """Dates, times, spans and fractions: with the fields that the dialect's classes have."""
        name = kind.__name__
        fields = {}
        if name == "Fraction":
            fields = {"_numerator": value.numerator, "_denominator": value.denominator}
        elif name == "timedelta":
            fields = {"_us": (value.days * 86400 + value.seconds) * 1000000 + value.microseconds}
        elif name == "timezone":
            offset, *rest = value.__getinitargs__()
            fields = {"_offset": offset, "_name": rest[0] if rest else None}
        if name in ("date", "datetime"):
            fields = {"_year": value.year, "_month": value.month, "_day": value.day}
        if name in ("time", "datetime"):
            seconds = (value.hour * 60 + value.minute) * 60 + value.second
            fields |= {"_us": seconds * 1000000 + value.microsecond, "_zone": value.tzinfo, "_fold": value.fold}
        if not fields:
            return ("other", kind.__qualname__)
        home = {"Fraction": "lib.fractions", "timedelta": "lib.timedelta"}.get(name, "lib.datetime")
        return ("object", home, name, [(field, part(item)) for field, item in fields.items()])

    def _fields_of_exception(self, error):
        """What the dialect's class keeps of the arguments of an exception (lib/core/exceptions.py)."""
        args, home = error.args, OSError if isinstance(error, OSError) else BaseException
        text = home.__str__(error) if args else None
        if len(args) == 1 and isinstance(error, KeyError) and type(args[0]) is not str:
            text = repr(args[0])
        plain = not args or len(args) == 1 and type(args[0]) is str
        shown = None if plain else repr(args) if len(args) > 1 else f"({args[0]!r})"
        more = {OSError: ("errno", "strerror", "filename"), SystemExit: ("code",)}
        names = next((names for cls, names in more.items() if isinstance(error, cls)), ())
        return {"_message_": text, "_shown_": shown, "_values_": None if plain else args, "_late_": None,
                "_cause_": error.__cause__, "_context_": error.__context__,
                "_suppress_context_": error.__suppress_context__, "_notes_": getattr(error, "__notes__", None),
                **{name: getattr(error, name) for name in names}}

    def _describe_object(self, value, kind, part, parts):
        names = {cls.__name__ for cls in kind.__mro__ if cls.__module__.startswith("rumpk.")}
        if "Array" in names:
            return ("array", parts(value))
        if "Atomic" in names:
            return ("object", "lib.core.atomic", "Atomic", [("_value", part(value.load()))])
        if "Span" in names:
            return ("span", parts(list(value)))
        if kind is object:
            return ("object", "lib.core.object", "Object", [])
        if kind.__module__ in ("datetime", "fractions"):
            return self._describe_moment(value, kind, part)
        library = kind.__module__ == "builtins" or kind.__module__ in sys.stdlib_module_names
        fields, of_class = dict(getattr(value, "__dict__", {})), {}
        if isinstance(value, BaseException) and (not library or kind.__module__ == "builtins") and stays(value):
            fields |= self._fields_of_exception(value)
        elif library or isinstance(value, BaseException):
            return ("other", kind.__qualname__)
        for cls in kind.__mro__:
            for name, item in vars(cls).items():        # a value of the class stands for the object's own
                if not hasattr(item, "__get__") and not name.startswith("__"):
                    of_class.setdefault(name, item)
            slots = cls.__dict__.get("__slots__", ())
            for name in (slots,) if isinstance(slots, str) else slots:
                if hasattr(value, name) and name not in ("__dict__", "__weakref__"):
                    fields[name] = getattr(value, name)
        return ("object", kind.__module__, kind.__qualname__, [(name, part(item)) for name, item in fields.items()],
                [(name, part(item)) for name, item in of_class.items() if name not in fields])


def stays(error):
    """Whether the arguments of an exception have one text for good, and are all that it holds to the dialect."""
    filled = (StopIteration, UnicodeDecodeError, UnicodeEncodeError, BaseExceptionGroup)
    return not isinstance(error, filled) and all(type(arg) in PLAIN for arg in error.args)


def in_characters(path, line, column):
    """A place that CPython counts in bytes of UTF-8."""
    before = linecache.getline(path, line).encode("utf-8")[:column]
    return line, column if before.isascii() else len(before.decode("utf-8", "ignore"))


def run(request):
    """Import the modules one by one; a module that fails is reported, the others still count."""
    sys.path[:0] = request["path"]
    sys.meta_path.insert(0, Redirect(request["files"]))
    accept_type_syntax()
    table, imported, failures = Table(), {}, {}
    for name in request["modules"]:
        try:
            imported[name] = importlib.import_module(name)
        except BaseException as error:  # noqa: BLE001 - also SystemExit and KeyboardInterrupt of a module body
            failures[name] = describe_error(error)
    # Only now: a module's body may have changed what an earlier one left.
    modules = {name: {key: table.row_of(value) for key, value in variables_of(module)}
               for name, module in imported.items()}
    for name in modules:
        used = next((key for key, value in vars(sys.modules[name]).items() if holds_results(value)), None)
        if used is not None:
            failures[name] = ("RuntimeError", f"it called `{used}`, whose cache would hold results before `main`", [])
    return {"rows": table.rows, "modules": modules, "failures": failures}


def holds_results(value):
    """Whether a function with a cache, or a method of a class, was called."""
    if isinstance(value, type):
        return any(map(holds_results, vars(value).values()))
    value = value.__func__ if isinstance(value, (staticmethod, classmethod)) else value
    return isinstance(value, CACHED) and value.cache_info()[:2] != (0, 0)


def variables_of(module):
    """The variables of a module, those of its classes as `Class.name`, of enumerations as `Class.MEMBER.name`."""
    for key, value in vars(module).items():
        if key.startswith("__") and key.endswith("__") or isinstance(value, types.ModuleType):
            continue
        yield key, value
        written = undecorated(value)
        if isinstance(written, types.FunctionType) and value.__module__ == module.__name__:
            yield from defaults_of(key, written)
        if isinstance(value, type) and value.__module__ == module.__name__:
            yield from variables_of_class(value)


def variables_of_class(cls):
    """Those of a class, and of the classes inside it."""
    home = cls.__qualname__
    if issubclass(cls, enum.Enum):
        yield from ((f"{home}.{member.name}.{name}", held) for member in cls
                    for name, held in vars(member).items() if not name.startswith("__"))
        return
    yield from ((f"{home}.{name}", held) for name, held in members_of(cls)
                if not name.endswith("__") and not isinstance(held, METHODS))
    yield from functions_of(cls)
    if issubclass(cls, tuple):          # a named tuple has no `__init__` to ask
        yield from ((f"{home}.__init__.<{name}>", held) for name, held in vars(cls).get("_field_defaults", {}).items())
    for name, held in members_of(cls):
        plain = undecorated(held.__func__ if isinstance(held, (staticmethod, classmethod)) else held)
        if isinstance(plain, types.FunctionType):
            yield from defaults_of(f"{home}.{name}", plain)
        if isinstance(held, type) and held.__qualname__ == f"{home}.{name}":
            yield from variables_of_class(held)


def members_of(cls):
    """What a class's body left. A class inside has the name that is written there: `__Inner` for `_C__Inner`."""
    private = f"_{cls.__name__.lstrip('_')}"
    return [(held.__name__ if isinstance(held, type) and name == private + held.__name__ else name, held)
            for name, held in vars(cls).items()]


def functions_of(cls):
    """The functions of a class as its body left them: what decorators made of them."""
    for name, held in members_of(cls):
        held = held.__func__ if isinstance(held, (staticmethod, classmethod)) else held
        parts = ((name, held),)
        if isinstance(held, property):
            parts = ((name, held.fget), (f"{name}.setter", held.fset), (f"{name}.deleter", held.fdel))
        yield from ((f"{cls.__qualname__}.{key}", part) for key, part in parts if isinstance(part, types.FunctionType))


def undecorated(value):
    """The function as it was written, below `@cache`, `@contextmanager` and the like."""
    while hasattr(value, "__wrapped__") and not isinstance(value, type):
        value = value.__wrapped__
    return value


def defaults_of(name, function):
    """The defaults of a function, as `name.<parameter>`."""
    code = function.__code__
    plain = function.__defaults__ or ()
    last = code.co_varnames[code.co_argcount - len(plain) : code.co_argcount]
    both = (*zip(last, plain), *(function.__kwdefaults__ or {}).items())
    yield from ((f"{name}.<{parameter}>", value) for parameter, value in both)


def describe_error(error):
    """(type, message, [(file, line), …] outermost first, without the machinery of imports)."""
    frames = []
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if not file.startswith("<") and os.path.abspath(file) != os.path.abspath(__file__):
            frames.append((os.path.abspath(file), trace.tb_lineno))
        trace = trace.tb_next
    if isinstance(error, SyntaxError) and error.filename:
        frames.append((os.path.abspath(error.filename), error.lineno or 1))
    return (type(error).__name__, str(error), [f for f in frames if "importlib" not in f[0]])


def main():
    request = marshal.loads(sys.stdin.buffer.read())
    result = os.fdopen(os.dup(1), "wb")         # the bodies have no file to write to, and no standard output
    silence = os.open(os.devnull, os.O_RDWR)
    os.dup2(silence, 0)
    os.dup2(silence, 1)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.dont_write_bytecode = True
    sys.stdin = Silent("lib.standard_input", "stdin")
    sys.stdout, sys.stderr = (Silent("lib.standard_output", name) for name in ("stdout", "stderr"))
    warnings.simplefilter("ignore")             # CPython's own words are no output of the body
    builtins.open = _refuse_open
    answer = run(request)
    marshal.dump(answer, result)
    result.close()
    os._exit(0)                     # nothing that a module registered runs afterwards


if __name__ == "__main__":
    main()
