"""The names that the kernel may use of a board, and what each promises.

The kernel writes `from hal.board import …`; the build reads that as `hal/<target>/board.py`. Both boards define every
function below with these parameters; tests/unit/hal/test_hal_contract.py holds boards and kernel to it.
A word is 64 bits. Nothing here allocates, raises or imports from `kernel`.

| name                                   | promise                                                                    |
|----------------------------------------|----------------------------------------------------------------------------|
| machine_name() -> str                  | the target's name                                                          |
| serial_init() -> None                  | the console's UART sends and receives; nothing waits in it                 |
| serial_put(byte: u8) -> None           | sends one byte; waits for room                                             |
| serial_ready() -> bool                 | whether a byte has come in                                                 |
| serial_wait() -> None                  | sleeps until one has                                                       |
| serial_get() -> u8                     | the next byte; only after `serial_ready`                                   |
| serial_interrupt() -> int              | the event of a byte that has come in                                       |
| timer_init(tree_frequency: int)        | the tree's timebase-frequency in Hz (0: not stated) becomes known          |
| timer_frequency() -> u64               | ticks a second, never 0                                                    |
| timer_ticks() -> u64                   | a counter that never goes back                                             |
| timer_arm(ticks: u64) -> None          | EVENT_TIMER comes to this hart when the counter reaches `ticks`            |
| timer_disarm() -> None                 | it does not come any more                                                  |
| wall_clock() -> u64                    | nanoseconds since 1970, as far as the board's clock resolves them          |
| entropy(out: Ptr[u8], count) -> int    | random bytes of a device, at most 64; how many, 0 where there is none      |
| hart_number() -> int                   | which hart this is, from 0                                                 |
| hart_record() -> usize                 | the address that this hart's own register holds; word 1 is for `try`       |
| set_hart_record(record: usize)         | changes it                                                                 |
| hart_start(hart, entry, stack,         | the hart, which does nothing yet, calls `entry` on that stack with that    |
|     trap_top, record) -> bool          | record, its traps on a stack that ends at `trap_top`; False: there is none |
| hart_call(hart: int) -> None           | EVENT_CALL comes to that hart                                              |
| interrupts_init() -> None              | this hart's timer, calls and devices can interrupt it                      |
| interrupts_off() -> u64                | none interrupts; gives the state before                                    |
| interrupts_restore(state: u64)         | that state again                                                           |
| interrupts_on() -> None                | they do                                                                    |
| interrupt_wait() -> None               | sleeps until something is pending; also with interrupts off                |
| event_next() -> int                    | takes what is pending on this hart: hal/event.py                           |
| event_done(event: int) -> None         | a device's event is served and may come again                              |
| device_enable(event: int, hart: int)   | the device interrupts that hart from now on                                |
|     -> None                            |                                                                            |
| device_disable(event: int, hart: int)  | it does not                                                                |
|     -> None                            |                                                                            |
| new_context(top, record) -> usize      | a fiber's first frame below `top` (boot/<target>/switch.S): its address    |
| power_off(code: int) -> Never          | ends the machine; QEMU exits with `code` (0 to 255)                        |
| power_reset() -> Never                 | starts the machine again, from its reset                                    |
| trap_cause(frame: Ptr[u64]) -> Cause   | what happened                                                              |
| trap_is_nested(frame: Ptr[u64]) -> bool| it happened inside of another trap: nothing can be resumed                 |
| trap_address(frame: Ptr[u64]) -> u64   | the address that faulted, else 0                                           |
| trap_detail(frame: Ptr[u64]) -> u64    | the machine's own cause word (mcause, ESR)                                 |
| trap_status(frame: Ptr[u64]) -> u64    | the saved status word (mstatus, SPSR)                                      |
| trap_stack(frame: Ptr[u64]) -> u64     | the interrupted stack pointer                                              |
| trap_frame_pointer(frame: Ptr[u64])    | the interrupted frame pointer, as `prim.frame_parent` takes it             |
| trap_return(frame: Ptr[u64]) -> u64    | the interrupted return address register                                    |
| trap_resume_at(frame, pc, stack)       | the trap will return to `pc` on another stack                              |
| protect_image() -> None                | the image's parts have their rights, on the hart that boots                |
| protect_hart(guard, trap_guard)        | the same on another hart; two guard pages: of its stack, of its trap stack |
| boot_guard() -> usize                  | the guard page of the stack that the machine boots on                      |
| guards_hold() -> bool                  | whether a stack that is full faults at its guard page                      |
| guard_tables(size: int) -> int         | pages of memory that guard pages in `size` bytes need                      |
| guards_open(base, size, tables)        | there will be guard pages in that memory; `tables` are those pages         |
| guard_set(place: usize, on: bool)      | the page is one from now on, or no more                                    |
| guard_word(place: usize, worker: bool) | a guard page as `switch_stack` takes it; of a worker's fiber, or of others |
| guard_renew() -> None                  | this hart hears of guard pages that others have set                        |
| fence_start() -> str                   | the wall stands; what it is made of                                        |
| fence_pages(size: int) -> int          | pages of memory that the wall needs for a worker of so many bytes          |
| fence_make(tables, base, end, guard)   | a worker's memory is `base` … `end`; `tables` are those pages; `guard` is  |
|                                        | the guard page of its fiber; nothing of the memory is open                 |
| fence_open(tables, base, low, high,    | of it `low` … `high`, whole pages, are open; what is open stays so. The    |
|     number)                            | hart that the worker runs on calls this; `fence_use` follows               |
| fence_use(low, high, tables, number)   | the worker of which that is open may run next, and no other; `number` is   |
|                                        | 1 to 255                                                                   |
| fence_drop(number)                     | no worker is open; what is kept of this one may go                         |
| clear_lines(start, end) -> None        | zeroes memory, whole lines of 64 bytes                                     |
| user_constants() -> tuple[u64, u64]    | the range of constants that every worker may read                          |
| register_names() -> str                | REGISTER_WIDTH characters a name, in the order of the frame's first words  |

A frame is what the trap entry in boot/<target> saved: the program counter, then the registers of `register_names`.
"""

from typing import Final

REGISTER_WIDTH: Final = 4
REGISTER_COUNT: Final = 32          # the program counter and 31 registers: as many on both machines

