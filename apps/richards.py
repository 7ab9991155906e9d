"""Richards: a small operating system at work, after Martin Richards' benchmark.

Six tasks pass packets to each other under a scheduler with priorities: an idle task that drives two devices with a
pseudo-random bit stream, a worker, two handlers, two devices.  How many packets are queued and tasks held is known.
"""

from enum import IntEnum
from typing import Final

IDLE: Final = 0
WORKER: Final = 1
HANDLER_A: Final = 2
HANDLER_B: Final = 3
DEVICE_A: Final = 4
DEVICE_B: Final = 5
TASKS: Final = 6

PACKET_BYTES: Final = 4
EXPECTED_QUEUED: Final = 23_246
EXPECTED_HELD: Final = 9_297


class Kind(IntEnum):
    """What a packet carries."""

    DEVICE = 0
    WORK = 1


class Packet:
    """A message on its way between tasks, and a link of a queue."""

    def __init__(self, link: "Packet | None", owner: int, kind: Kind) -> None:
        self.link = link
        self.owner = owner              # where it goes, or where it came from
        self.kind = kind
        self.datum = 0
        self.data = [0] * PACKET_BYTES


def append(packet: Packet, queue: Packet | None) -> Packet:
    """The queue with `packet` at its end."""
    packet.link = None
    if queue is None:
        return packet
    last = queue
    while last.link is not None:
        last = last.link
    last.link = packet
    return queue


class Task:
    """A task control block.  A subclass says in `step` what the task does when it is given the processor."""

    def __init__(self, system: "System", ident: int, priority: int, queue: Packet | None) -> None:
        self.system = system
        self.next = system.tasks        # in the order of priority, highest first
        self.ident = ident
        self.priority = priority
        self.queue = queue
        self.pending = queue is not None
        self.waiting = False
        self.held = False
        system.tasks = self
        system.table[ident] = self

    def step(self, packet: Packet | None) -> "Task | None":
        """Runs the task once; the next task to look at."""
        raise NotImplementedError

    def blocked(self) -> bool:
        """Whether the scheduler has to pass over the task."""
        return self.held or (self.waiting and not self.pending)

    def run(self) -> "Task | None":
        """Takes the first packet, if the task waited for one, and runs."""
        packet: Packet | None = None
        if self.waiting and self.pending:
            packet = self.queue
            assert packet is not None
            self.queue = packet.link
            self.waiting = False
            self.pending = self.queue is not None
        return self.step(packet)

    def receive(self, packet: Packet, sender: "Task") -> "Task":
        """Queues a packet; the receiver goes first if it had none and has the higher priority."""
        if self.queue is None:
            self.queue = packet
            self.pending = True
            if self.priority > sender.priority:
                return self
        else:
            self.queue = append(packet, self.queue)
        return sender


class System:
    """The scheduler and its counters."""

    def __init__(self) -> None:
        self.tasks: Task | None = None
        self.table: list[Task | None] = [None] * TASKS
        self.current: Task | None = None
        self.queued = 0
        self.held = 0

    def find(self, ident: int) -> Task:
        """The task with a number; `ValueError` for one that was never made."""
        task = self.table[ident]
        if task is None:
            raise ValueError(f"no task {ident}")
        return task

    def running(self) -> Task:
        """The task that has the processor."""
        assert self.current is not None
        return self.current

    def schedule(self) -> None:
        """Runs tasks until every one of them is blocked."""
        self.current = self.tasks
        while self.current is not None:
            task = self.current
            self.current = task.next if task.blocked() else task.run()

    def wait(self) -> Task:
        """The running task waits for a packet."""
        task = self.running()
        task.waiting = True
        return task

    def hold(self) -> Task | None:
        """The running task stops until somebody releases it."""
        task = self.running()
        self.held += 1
        task.held = True
        return task.next

    def release(self, ident: int) -> Task:
        """Lets a held task go on; it goes first if it has the higher priority."""
        task = self.find(ident)
        task.held = False
        current = self.running()
        return task if task.priority > current.priority else current

    def send(self, packet: Packet) -> Task:
        """Sends a packet to its owner and makes the sender the owner."""
        receiver = self.find(packet.owner)
        sender = self.running()
        self.queued += 1
        packet.link = None
        packet.owner = sender.ident
        return receiver.receive(packet, sender)


class IdleTask(Task):
    """Releases one device or the other, as a shift register's lowest bit says, a given number of times."""

    def __init__(self, system: System, count: int) -> None:
        super().__init__(system, IDLE, 0, None)
        self.control = 1
        self.count = count

    def step(self, packet: Packet | None) -> Task | None:
        self.count -= 1
        if self.count == 0:
            return self.system.hold()
        if self.control & 1 == 0:
            self.control //= 2
            return self.system.release(DEVICE_A)
        self.control = self.control // 2 ^ 0xD008
        return self.system.release(DEVICE_B)


class WorkTask(Task):
    """Fills work packets with letters and sends them to the handlers in turn."""

    def __init__(self, system: System, queue: Packet) -> None:
        super().__init__(system, WORKER, 1000, queue)
        self.destination = HANDLER_A
        self.letter = 0

    def step(self, packet: Packet | None) -> Task | None:
        if packet is None:
            return self.system.wait()
        self.destination = HANDLER_B if self.destination == HANDLER_A else HANDLER_A
        packet.owner = self.destination
        packet.datum = 0
        for i in range(PACKET_BYTES):
            self.letter = self.letter % 26 + 1
            packet.data[i] = ord("A") + self.letter - 1
        return self.system.send(packet)


class HandlerTask(Task):
    """Hands the bytes of work packets to its device, one device packet a byte."""

    def __init__(self, system: System, ident: int, priority: int, queue: Packet) -> None:
        super().__init__(system, ident, priority, queue)
        self.work: Packet | None = None
        self.devices: Packet | None = None

    def step(self, packet: Packet | None) -> Task | None:
        if packet is not None:
            if packet.kind == Kind.WORK:
                self.work = append(packet, self.work)
            else:
                self.devices = append(packet, self.devices)
        work = self.work
        if work is None:
            return self.system.wait()
        if work.datum >= PACKET_BYTES:
            self.work = work.link
            return self.system.send(work)
        device = self.devices
        if device is None:
            return self.system.wait()
        self.devices = device.link
        device.datum = work.data[work.datum]
        work.datum += 1
        return self.system.send(device)


class DeviceTask(Task):
    """Keeps a packet for a while, until the idle task lets it go."""

    def __init__(self, system: System, ident: int, priority: int) -> None:
        super().__init__(system, ident, priority, None)
        self.kept: Packet | None = None

    def step(self, packet: Packet | None) -> Task | None:
        if packet is not None:
            self.kept = packet
            return self.system.hold()
        kept = self.kept
        if kept is None:
            return self.system.wait()
        self.kept = None
        return self.system.send(kept)


def packets(count: int, owner: int, kind: Kind) -> Packet:
    """A queue of fresh packets."""
    queue = Packet(None, owner, kind)
    for _ in range(count - 1):
        queue = Packet(queue, owner, kind)
    return queue


def simulate(count: int) -> System:
    """Runs the system with `count` steps of the idle task; the finished system."""
    system = System()
    IdleTask(system, count)
    WorkTask(system, packets(2, WORKER, Kind.WORK)).waiting = True
    HandlerTask(system, HANDLER_A, 2000, packets(3, DEVICE_A, Kind.DEVICE)).waiting = True
    HandlerTask(system, HANDLER_B, 3000, packets(3, DEVICE_B, Kind.DEVICE)).waiting = True
    DeviceTask(system, DEVICE_A, 4000).waiting = True
    DeviceTask(system, DEVICE_B, 5000).waiting = True
    system.schedule()
    return system


def main() -> int:
    system = simulate(10_000)
    print(f"queued {system.queued}, held {system.held}")
    right = system.queued == EXPECTED_QUEUED and system.held == EXPECTED_HELD
    print("as expected" if right else f"expected {EXPECTED_QUEUED} and {EXPECTED_HELD}")
    return 0 if right else 1


if __name__ == "__main__":
    raise SystemExit(main())
