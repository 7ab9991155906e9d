"""Errors as results below zero, by CPython's numbers (errno)."""

from typing import Final

NO_ENTRY: Final = -2                    # ENOENT
IO_ERROR: Final = -5                    # EIO
BAD_DESCRIPTOR: Final = -9              # EBADF
NO_MEMORY: Final = -12                  # ENOMEM
BUSY: Final = -16                       # EBUSY
EXISTS: Final = -17                     # EEXIST
OTHER_MOUNT: Final = -18                # EXDEV
NOT_DIRECTORY: Final = -20              # ENOTDIR
IS_DIRECTORY: Final = -21               # EISDIR
BAD_VALUE: Final = -22                  # EINVAL
TOO_MANY_OPEN: Final = -23              # ENFILE: in the whole machine
TOO_LARGE: Final = -27                  # EFBIG
NO_SPACE: Final = -28                   # ENOSPC
NO_SEEK: Final = -29                    # ESPIPE
READ_ONLY: Final = -30                  # EROFS
NAME_TOO_LONG: Final = -36              # ENAMETOOLONG
NOT_EMPTY: Final = -39                  # ENOTEMPTY
