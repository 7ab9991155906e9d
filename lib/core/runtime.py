"""What compiled code calls without a word in the source: allocation, raising, and the errors of operators.

Memory comes from one arena (arena.py), which a collector keeps from running full (collector.py).
An exception in flight is `_current`; `rt_throw` (boot/<arch>/try.S) goes to the newest handler, and the code there asks
`rt_current` for it. Before that, `rt_raise` notes the return addresses on the stack for the traceback.
"""

from collections.abc import Callable
from typing import Final, Never

from lib.core.arena import allocate, allocate_at_hand, new_object, used_bytes
from lib.core.iteration import running
from lib.core.state import STACK, heap
from lib.core.text import end_output
from lib.core.traceback import plat_exit, reported
from lib.core.unwinding import unwind
from rumpk import Ptr, cold, export, extern, inline, noinline, prim, u8, u64, unchecked, usize

MAX_TRACE: Final = 64                   # return addresses that a traceback keeps
KEPT_INNER: Final = 56                  # the innermost of them; the others are the outermost (traceback.py says so too)
MAX_FRAME: Final = 1 << 18              # bytes; what lies farther up than this is no caller's frame

_current: BaseException | None = None
declined: bool = False                  # a method of an operator returned NotImplemented (types/reflected.py)
_handled: BaseException | None = None
_release_all: Callable[[], None] | None = None


def take_declined() -> bool:
    """Whether a method has declined since the last question."""
    global declined
    was = declined
    declined = False
    return was


@extern("rt_throw")
def rt_throw() -> Never:
    """Go to the newest handler."""
    ...


# Memory

@export("rt_begin")
@unchecked
def rt_begin(frame: usize) -> None:
    """The program begins: no frame that is older than the one of `frame` holds a reference."""
    heap[STACK] = frame


@export("rt_new")
@unchecked
def rt_new(size: usize) -> Ptr[u8]:
    """Zeroed memory for an object of a class, whose size is a multiple of 8 and at least 16."""
    return new_object(size)


@export("rt_alloc")
@unchecked
def rt_alloc(size: usize) -> Ptr[u8]:
    """`size` zeroed bytes at a multiple of 8, in which references may be stored."""
    return allocate(size, True)


@export("rt_bytes")
@unchecked
def rt_bytes(size: usize) -> Ptr[u8]:
    """`size` zeroed bytes at a multiple of 8 that the collector does not look into."""
    return allocate(size, False)


@export("rt_arena_used")
def rt_arena_used() -> u64:
    """Bytes of the arena that are in use, as far as that is known without a collection."""
    return prim.zext(u64, used_bytes())


# Raising

@export("rt_raise")
@noinline
@cold
def rt_raise(error: BaseException) -> Never:
    """Raise `error`; what is being handled becomes its context. Raised again, it keeps what led to its handler."""
    global _current
    handled = _handled
    if handled is not None and handled is not error:
        _set_context(error, handled)
    note_trace(error, prim.frame_address())
    _current = error
    rt_throw()


def _set_context(error: BaseException, handled: BaseException) -> None:
    """`error` was raised while `handled` was being handled; the chain of contexts stays free of rings."""
    at = handled
    while True:
        context = at._context_
        if context is None:
            break
        if context is error:
            at._context_ = None
            break
        at = context
    error._context_ = handled


@export("rt_handled")
def rt_handled() -> BaseException | None:
    """The exception whose handler is running."""
    return _handled


@export("rt_handle")
def rt_handle(error: BaseException | None) -> None:
    """A handler of `error` starts; or one ends, and what was handled before it goes on."""
    global _handled
    _handled = error


@export("rt_reraise")
@noinline
@cold
def rt_reraise(error: BaseException) -> Never:
    """Raise `error` on: its traceback stays."""
    global _current
    _current = error
    rt_throw()


@export("rt_current")
@noinline
def rt_current(until: usize) -> BaseException:
    """The exception that was thrown to this handler; it ends the generators that run inside of `until`."""
    error = _current
    if error is None:
        prim.trap()
    if running() != until:
        error = unwind(error, until)
    error._handler_ = prim.frame_parent(prim.frame_address())
    return error


@export("rt_running")
def rt_running() -> usize:
    """The generator whose body runs; 0 outside of all."""
    return running()


@unchecked
def _outer(frame: usize) -> usize:
    """The caller's frame; 0 where none can be."""
    outer = prim.frame_parent(frame)
    return usize(0) if outer <= frame or outer - frame > MAX_FRAME or outer & 7 != 0 else outer


@unchecked
def _caught_part(error: BaseException) -> int:
    """How many of the innermost return addresses lie inside of what caught `error`; too many count as none."""
    count = 0
    while count < error._trace_len_ and error._trace_[2 * count + 1] < error._handler_:
        count += 1
    return 0 if count > KEPT_INNER // 2 else count


@unchecked
def note_trace(error: BaseException, frame: usize) -> None:
    """Store the return addresses from `frame` outwards, each with the frame that it returns to.

    Of a long row the innermost and the outermost are kept. Of an exception that was raised before, the calls inside of
    its handler stay in front, with 0 for their frames, which are gone.
    """
    inner, before = _caught_part(error), error._trace_
    depth, walk = inner, frame
    while walk != 0:
        depth += 1
        walk = _outer(walk)
    kept = min(depth, MAX_TRACE)
    size = prim.zext(usize, kept * 16)
    error._trace_len_ = 0
    error._trace_left_out_ = depth - kept
    error._trace_uniform_ = True
    trace = Ptr[usize](allocate_at_hand(size))
    if not trace:
        return                          # no memory: the exception matters more than its traceback
    for i in range(inner):
        trace[2 * i] = before[2 * i]
        trace[2 * i + 1] = usize(0)
    at, to = inner, inner
    walk = frame
    while to < kept:
        if at < KEPT_INNER or depth - at <= kept - KEPT_INNER:
            trace[2 * to] = prim.frame_return(walk)
            trace[2 * to + 1] = prim.frame_parent(walk)
            to += 1
        elif prim.frame_return(walk) != trace[2 * KEPT_INNER - 2]:
            error._trace_uniform_ = False
        walk = _outer(walk)
        at += 1
    error._trace_ = trace
    error._trace_len_ = kept


def set_release_all(release: Callable[[], None]) -> None:
    """What is done behind the traceback that ends the program (held.py)."""
    global _release_all
    _release_all = release


@export("rt_uncaught")
@noinline
@cold
def rt_uncaught() -> Never:
    """The end of a program whose exception nobody catches."""
    error = _current
    if error is None:
        prim.trap()
    end_output()
    status = reported(unwind(error, usize(0)))
    release = _release_all
    if release is not None:
        release()
        end_output()
    plat_exit(status)


# The errors of operators

@export("rt_overflow")
@noinline
@cold
def rt_overflow(type_name: str) -> Never:
    """A result that the integer type of that name does not hold."""
    raise OverflowError(f"value does not fit {type_name}")


@noinline
@cold
def rt_none_attribute(name: str) -> Never:
    """An attribute of None."""
    raise AttributeError(f"'NoneType' object has no attribute '{name}'")


@noinline
@cold
def rt_unset(kind: str, name: str) -> Never:
    """A field that nothing has assigned so far."""
    raise AttributeError(f"'{kind}' object has no attribute '{name}'")


@noinline
@cold
def rt_unbound_free(name: str) -> Never:
    """A variable of an enclosing function that is not bound when the closure reads it."""
    raise NameError(f"cannot access free variable '{name}' where it is not associated with a value in enclosing scope")


@noinline
@cold
def rt_unbound(name: str) -> Never:
    """A local variable that no path so far has bound."""
    raise UnboundLocalError(f"cannot access local variable '{name}' where it is not associated with a value")


@noinline
@cold
def _too_many(need: int) -> Never:
    raise ValueError(f"too many values to unpack (expected {need})")


@noinline
@cold
def _too_few(need: int, got: int, words: str) -> Never:
    raise ValueError(f"not enough values to unpack (expected {words}{need}, got {got})")


def rt_unpack(length: int, need: int) -> None:
    """`a, b = xs`: as many values as targets."""
    if length > need:
        _too_many(need)
    if length < need:
        _too_few(need, length, "")


def rt_unpack_star(length: int, need: int) -> None:
    """`a, *b = xs`: at least as many values as plain targets."""
    if length < need:
        _too_few(need, length, "at least ")


@noinline
@cold
def _index_error() -> Never:
    raise IndexError("array index out of range")


@inline
@unchecked
def checked_index(index: int, length: int) -> int:
    """The place of `index` in an Array of `length` items; a negative one counts from the end."""
    if prim.unlikely(prim.icmp_uge(index, length)):
        index += length
        if prim.icmp_uge(index, length):
            _index_error()
    return index


def rt_check_bits(value: u64, ones: u64) -> None:
    """A value that a bit field does not hold is an OverflowError."""
    if value > ones:
        raise OverflowError("the value does not fit the bit field")


def rt_view_room(have: int, size: int, name: str) -> None:
    """`view(Record, span)`: the span has as many bytes as the record."""
    if have < size:
        raise IndexError(f"{name} takes {size} bytes, the span has {have}")


def rt_array_room(count: int, length: int) -> None:
    """`Array[T, N](items)`: there is an element for the next item."""
    if count >= length:
        raise ValueError(f"too many items for an array of {length}")


def rt_array_filled(count: int, length: int) -> None:
    """`Array[T, N](items)`: the items must be as many as the elements."""
    if count != length:
        raise ValueError(f"{count} items for an array of {length}")
