"""Generators that an exception leaves are at their end, and StopIteration turns into RuntimeError on the way."""

from lib.core.iteration import running, set_running
from lib.core.iterator import Iterator
from rumpk import prim, usize, Ptr, u8


def unwind(error: BaseException, until: usize) -> BaseException:
    """End the running generators inside of `until`; gives what `error` has become on the way (PEP 479).

    They are read as `Iterator[int]`: what is used of them lies in front of the item, the same for all.
    """
    at = running()
    while at != until:
        left = prim.ptr_ref(Iterator[int], prim.int_ptr(Ptr[u8], at))
        at = prim.ptr_int(left._it_outer)
        left._it_state = -1
        left._it_runs = False
        if isinstance(error, StopIteration):
            error = _raised_stop(error)
    set_running(until)
    return error


def _raised_stop(stop: BaseException) -> BaseException:
    error = RuntimeError("generator raised StopIteration")
    error._cause_ = stop
    error._context_ = stop
    error._suppress_context_ = True
    error._trace_ = stop._trace_
    error._trace_len_ = stop._trace_len_
    error._trace_left_out_ = stop._trace_left_out_
    error._trace_uniform_ = stop._trace_uniform_
    return error
