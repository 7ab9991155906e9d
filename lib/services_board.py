"""What `os` is served by on a board: the kernel's descriptors and pipes. For the host: services_host.py."""

import fs.service  # noqa: F401  (os_open and what follows; plugs files in, and offers their system calls)
import kernel.descriptors  # noqa: F401  (os_read, os_write, os_close, os_dup for the app)
import kernel.pipe  # noqa: F401  (os_pipe for the app; plugs pipes in, and offers their system call)
