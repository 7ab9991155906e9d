"""The names of `os` that are not compiled, and what to write instead: rows of `absent.py`."""

from __future__ import annotations

ROWS: dict[str, str] = {
    "error": "write `OSError`",
    "CLD_CONTINUED CLD_DUMPED CLD_EXITED CLD_KILLED CLD_STOPPED CLD_TRAPPED EX_CANTCREAT EX_CONFIG EX_DATAERR"
    " EX_IOERR EX_NOHOST EX_NOINPUT EX_NOPERM EX_NOUSER EX_OK EX_OSERR EX_OSFILE EX_PROTOCOL EX_SOFTWARE"
    " EX_TEMPFAIL EX_UNAVAILABLE EX_USAGE NGROUPS_MAX POSIX_SPAWN_CLOSE POSIX_SPAWN_DUP2 POSIX_SPAWN_OPEN"
    " PRIO_PGRP PRIO_PROCESS PRIO_USER P_ALL P_NOWAIT P_NOWAITO P_PGID P_PID P_PIDFD P_WAIT RTLD_DEEPBIND"
    " RTLD_GLOBAL RTLD_LAZY RTLD_LOCAL RTLD_NODELETE RTLD_NOLOAD RTLD_NOW WCONTINUED WCOREDUMP WEXITED WEXITSTATUS"
    " WIFCONTINUED WIFEXITED WIFSIGNALED WIFSTOPPED WNOHANG WNOWAIT WSTOPPED WSTOPSIG WTERMSIG WUNTRACED _exit"
    " abort execl execle execlp execlpe execv execve execvp execvpe fork forkpty get_exec_path getpgid getpgrp"
    " getpid getppid getpriority getsid kill killpg login_tty nice pidfd_open popen posix_spawn posix_spawnp"
    " register_at_fork setpgid setpgrp setpriority setsid spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp"
    " spawnvpe system times times_result wait wait3 wait4 waitid waitid_result waitpid waitstatus_to_exitcode":
        "`lib.hive` spawns workers, and waits for them",
    "chown chroot fchown getegid geteuid getgid getgrouplist getgroups getlogin getresgid getresuid getuid"
    " initgroups lchown setegid seteuid setgid setgroups setregid setresgid setresuid setreuid setuid umask":
        "a board has one user",
    "O_ASYNC O_CLOEXEC O_DIRECT O_DSYNC O_FSYNC"
    " O_LARGEFILE O_NDELAY O_NOATIME O_NOCTTY O_NOFOLLOW O_NONBLOCK O_PATH O_RSYNC O_SYNC"
    " O_TMPFILE R_OK SEEK_DATA SEEK_HOLE TMP_MAX W_OK X_OK access"
    " altsep chmod defpath extsep fchdir fchmod fdatasync fdopen fwalk"
    " getcwdb link lstat major makedev minor mkfifo mknod"
    " pathsep readlink removedirs renames"
    " symlink":
        "`os` has `open read write lseek stat listdir mkdir unlink rename …`",
    "EFD_CLOEXEC EFD_NONBLOCK EFD_SEMAPHORE F_LOCK F_OK F_TEST F_TLOCK F_ULOCK GRND_NONBLOCK GRND_RANDOM"
    " MFD_ALLOW_SEALING MFD_CLOEXEC MFD_HUGETLB MFD_HUGE_16GB MFD_HUGE_16MB MFD_HUGE_1GB MFD_HUGE_1MB"
    " MFD_HUGE_256MB MFD_HUGE_2GB MFD_HUGE_2MB MFD_HUGE_32MB MFD_HUGE_512KB MFD_HUGE_512MB MFD_HUGE_64KB"
    " MFD_HUGE_8MB MFD_HUGE_MASK MFD_HUGE_SHIFT POSIX_FADV_DONTNEED POSIX_FADV_NOREUSE POSIX_FADV_NORMAL"
    " POSIX_FADV_RANDOM POSIX_FADV_SEQUENTIAL POSIX_FADV_WILLNEED RWF_APPEND RWF_DSYNC RWF_HIPRI RWF_NOWAIT"
    " RWF_SYNC SCHED_BATCH SCHED_FIFO SCHED_IDLE SCHED_OTHER SCHED_RESET_ON_FORK SCHED_RR SPLICE_F_MORE"
    " SPLICE_F_MOVE SPLICE_F_NONBLOCK ST_APPEND ST_MANDLOCK ST_NOATIME ST_NODEV ST_NODIRATIME ST_NOEXEC ST_NOSUID"
    " ST_RDONLY ST_RELATIME ST_SYNCHRONOUS ST_WRITE XATTR_CREATE XATTR_REPLACE XATTR_SIZE_MAX closerange confstr"
    " confstr_names copy_file_range cpu_count dup2 eventfd eventfd_read eventfd_write fpathconf fstatvfs"
    " get_blocking get_inheritable getloadavg getrandom getxattr listxattr lockf memfd_create pathconf"
    " pathconf_names pipe2 posix_fadvise posix_fallocate pread preadv pwrite pwritev readv removexattr"
    " sched_get_priority_max sched_get_priority_min sched_getaffinity sched_getparam sched_getscheduler"
    " sched_param sched_rr_get_interval sched_setaffinity sched_setparam sched_setscheduler sched_yield sendfile"
    " set_blocking set_inheritable setxattr splice statvfs statvfs_result sync sysconf sysconf_names urandom"
    " writev":
        "what the descriptors of a board can do is `pipe read write close dup`",
    "environ environb fspath getenv getenvb putenv supports_bytes_environ uname uname_result"
    " unsetenv":
        "a program on a board has no environment",
    "ctermid device_encoding get_terminal_size isatty openpty tcgetpgrp tcsetpgrp terminal_size ttyname":
        "the console is a board's only terminal",
}
