"""Every exception class that is compiled: raised, caught by each of its bases, printed."""


def throw(name: str) -> None:
    match name:
        case "ArithmeticError":
            raise ArithmeticError(name)
        case "AssertionError":
            raise AssertionError(name)
        case "AttributeError":
            raise AttributeError(name)
        case "BlockingIOError":
            raise BlockingIOError(name)
        case "BrokenPipeError":
            raise BrokenPipeError(name)
        case "BufferError":
            raise BufferError(name)
        case "ConnectionError":
            raise ConnectionError(name)
        case "EOFError":
            raise EOFError(name)
        case "FileExistsError":
            raise FileExistsError(name)
        case "FileNotFoundError":
            raise FileNotFoundError(name)
        case "FloatingPointError":
            raise FloatingPointError(name)
        case "ImportError":
            raise ImportError(name)
        case "IndexError":
            raise IndexError(name)
        case "InterruptedError":
            raise InterruptedError(name)
        case "IsADirectoryError":
            raise IsADirectoryError(name)
        case "KeyError":
            raise KeyError(name)
        case "LookupError":
            raise LookupError(name)
        case "MemoryError":
            raise MemoryError(name)
        case "ModuleNotFoundError":
            raise ModuleNotFoundError(name)
        case "NameError":
            raise NameError(name)
        case "NotADirectoryError":
            raise NotADirectoryError(name)
        case "NotImplementedError":
            raise NotImplementedError(name)
        case "OSError":
            raise OSError(name)
        case "OverflowError":
            raise OverflowError(name)
        case "PermissionError":
            raise PermissionError(name)
        case "RecursionError":
            raise RecursionError(name)
        case "RuntimeError":
            raise RuntimeError(name)
        case "TimeoutError":
            raise TimeoutError(name)
        case "TypeError":
            raise TypeError(name)
        case "UnboundLocalError":
            raise UnboundLocalError(name)
        case "UnicodeError":
            raise UnicodeError(name)
        case "ValueError":
            raise ValueError(name)
        case "Warning":
            raise Warning(name)
        case "ZeroDivisionError":
            raise ZeroDivisionError(name)
        case "KeyboardInterrupt":
            raise KeyboardInterrupt(name)
        case "SystemExit":
            raise SystemExit(name)
        case "GeneratorExit":
            raise GeneratorExit(name)
        case "ChildProcessError":
            raise ChildProcessError(name)
        case "ProcessLookupError":
            raise ProcessLookupError(name)
        case "ConnectionAbortedError":
            raise ConnectionAbortedError(name)
        case "ConnectionRefusedError":
            raise ConnectionRefusedError(name)
        case "ConnectionResetError":
            raise ConnectionResetError(name)
        case "UserWarning":
            raise UserWarning(name)
        case "DeprecationWarning":
            raise DeprecationWarning(name)
        case "PendingDeprecationWarning":
            raise PendingDeprecationWarning(name)
        case "SyntaxWarning":
            raise SyntaxWarning(name)
        case "RuntimeWarning":
            raise RuntimeWarning(name)
        case "FutureWarning":
            raise FutureWarning(name)
        case "ImportWarning":
            raise ImportWarning(name)
        case "UnicodeWarning":
            raise UnicodeWarning(name)
        case "BytesWarning":
            raise BytesWarning(name)
        case "ResourceWarning":
            raise ResourceWarning(name)
        case "EncodingWarning":
            raise EncodingWarning(name)
        case "ReferenceError":
            raise ReferenceError(name)
        case "SystemError":
            raise SystemError(name)
        case "StopAsyncIteration":
            raise StopAsyncIteration(name)
        case "SyntaxError":
            raise SyntaxError(name)
        case "IndentationError":
            raise IndentationError(name)
        case "TabError":
            raise TabError(name)
        case "IOError":
            raise IOError(name)
        case "EnvironmentError":
            raise EnvironmentError(name)
        case "StopIteration":
            raise StopIteration(name)
        case _:
            raise Exception(name)


NAMES = [
    "ArithmeticError", "AssertionError", "AttributeError", "BlockingIOError", "BrokenPipeError", "BufferError", "ConnectionError",
    "EOFError", "FileExistsError", "FileNotFoundError", "FloatingPointError", "ImportError", "IndexError", "InterruptedError",
    "IsADirectoryError", "KeyError", "LookupError", "MemoryError", "ModuleNotFoundError", "NameError", "NotADirectoryError",
    "NotImplementedError", "OSError", "OverflowError", "PermissionError", "RecursionError", "RuntimeError", "TimeoutError", "TypeError",
    "UnboundLocalError", "UnicodeError", "ValueError", "Warning", "ZeroDivisionError", "KeyboardInterrupt", "SystemExit", "GeneratorExit",
    "Exception",
    "ChildProcessError", "ProcessLookupError", "ConnectionAbortedError", "ConnectionRefusedError",
    "ConnectionResetError", "UserWarning", "DeprecationWarning", "PendingDeprecationWarning", "SyntaxWarning",
    "RuntimeWarning", "FutureWarning", "ImportWarning", "UnicodeWarning", "BytesWarning", "ResourceWarning",
    "EncodingWarning", "ReferenceError", "SystemError", "StopAsyncIteration", "SyntaxError", "IndentationError",
    "TabError", "IOError", "EnvironmentError", "StopIteration"]


def family(name: str) -> str:
    try:
        throw(name)
    except (ConnectionError, FileNotFoundError) as error:
        return f"connection or file {error!r}"
    except OSError as error:
        return f"system {error!r}"
    except ArithmeticError as error:
        return f"arithmetic {error!r}"
    except LookupError as error:
        return f"lookup {error!r}"
    except (NameError, ImportError) as error:
        return f"name {error!r}"
    except RuntimeError as error:
        return f"runtime {error!r}"
    except ValueError as error:
        return f"value {error!r}"
    except (Warning, SyntaxError) as error:
        return f"warning or syntax {error!r} {str(error)}"
    except Exception as error:
        return f"other {error!r}"
    except BaseException as error:
        return f"base {error!r}"
    return "nothing"


def main() -> None:
    for name in NAMES:
        print(name, "->", family(name))
    try:
        b"\xff".decode()
    except UnicodeDecodeError as error:
        print(error)
    try:
        "é".encode("ascii")
    except UnicodeEncodeError as error:
        print(error)
