"""What a command's worker does: its packet becomes arguments, its end a reply.

    packet      name, folder, status, output, columns, whether they can be redrawn, how many arguments, arguments …,
                what the declaration wants …
    reply       status, then each effect behind its length
"""

from lib.kdl.rows import PackedError
from npl.nipbox.command import USAGE_ERROR, Arguments, Entry, UsageError
from npl.nipbox.io import Io
from npl.nipbox.state import State, flat

FAILED = 1
WORDS_AT = 7                            # the place of the first argument in a packet
BROKEN_PIPE = 141                       # as shells have it: 128 and the number of SIGPIPE


def find(entries: list[Entry], name: str) -> Entry | None:
    """The command of that name."""
    for entry in entries:
        if entry.command.name == name:
            return entry
    return None


def packet_of(words: list[str], output: str, state: State, wants: str) -> list[str]:
    """The packet for a command's words."""
    packet = [words[0], state.directory, str(state.status), output, str(state.columns), str(int(state.redraws)),
              str(len(words) - 1)]
    packet += words[1:]
    if wants != "":
        packet += state.wanted(wants)
    return packet


def run_packet(packet: list[str], entries: list[Entry]) -> list[str]:
    """Run the command that a packet names; the reply."""
    io = Io(packet[0], packet[3], int(packet[4]), packet[5] == "1")
    io.directory = packet[1]
    io.status = int(packet[2])
    entry = find(entries, packet[0])
    status = 127
    if entry is not None:
        behind = WORDS_AT + int(packet[WORDS_AT - 1])
        status = run_entry(entry, packet[WORDS_AT:behind], packet[behind:], io, entries)
    return [str(status), *flat(io.effects)]


def run_entry(entry: Entry, words: list[str], extra: list[str], io: Io, entries: list[Entry]) -> int:
    """Run one command; its status. What a user can cause becomes a message; all else is the worker's end."""
    try:
        arguments = Arguments(entry.command, words)
        if arguments.wants_help:
            io.print(entry.command.help())
            return 0
        arguments.extra, arguments.entries = extra, entries
        return entry.run(arguments, io)
    except UsageError as error:
        io.error(str(error))
        io.usage(entry.command.synopsis())
        return USAGE_ERROR
    except PackedError as error:        # the input is a damaged stream of nodes
        io.error(str(error))
        return FAILED
    except BrokenPipeError:
        return BROKEN_PIPE
    except OSError as error:
        io.error(f"{error.filename}: {error.strerror}" if error.filename is not None else str(error.strerror))
        return FAILED
    except MemoryError:
        io.error("out of memory")
        return FAILED
