"""Workers on all harts change one tree at once, and some are ended meanwhile: no foreign bytes, nothing is lost."""
import os

from fs.tree import _root
from kernel import descriptors
from lib.hive import ALL, spawn


def lives(packet: list[str]) -> list[str]:
    """Appends, renames and unlinks in a directory of its own, and gives files away into a common one."""
    own = f"/tmp/{packet[0]}"
    os.mkdir(own)
    os.chdir(own)
    state = int(packet[0]) * 7919 + 13
    count = 0
    for step in range(300):
        state = (state * 1103515245 + 12345) % (1 << 31)
        name = f"f{(state >> 8) % 20}"
        kind = (state >> 16) % 5
        try:
            if kind < 2:
                fd = os.open(name, os.O_RDWR | os.O_CREAT | os.O_APPEND)
                os.write(fd, packet[0].encode() * ((state >> 4) % 3000))
                os.lseek(fd, 0, 0)
                data = os.read(fd, 100_000)
                if data.strip(packet[0].encode()):
                    return ["foreign bytes"]
                os.close(fd)
            elif kind == 2:
                os.rename(name, f"f{(state >> 12) % 20}")
            elif kind == 3:
                os.unlink(name)
            else:
                os.rename(name, f"/tmp/shared{(state >> 12) % 5}")
            count += 1
        except FileNotFoundError:
            pass
    for name in os.listdir():
        os.unlink(name)
    os.chdir("/")
    os.rmdir(own)
    return [str(count > 50)]


def main() -> None:
    os.listdir("/tmp")
    held, used = descriptors.in_use, _root.store.used
    for turn in range(3):
        workers = [spawn(lives, [str(i)], promises=ALL, memory=1 << 20) for i in range(1, 9)]
        workers[3].kill()
        packets = [worker.join().packet for worker in workers]
        print(len(packets), [packet for packet in packets[:3] + packets[4:] if packet != ["True"]])
    for folder, folders, names in os.walk("/tmp", topdown=False):
        for name in names:
            os.unlink(os.path.join(folder, name))
        for name in folders:
            os.rmdir(os.path.join(folder, name))
    print(os.listdir("/tmp"), held - descriptors.in_use, used - _root.store.used)


if __name__ == "__main__":
    main()
