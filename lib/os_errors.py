"""The texts of error numbers, as Linux has them: for `os.strerror` and the exceptions of `os`."""

def text_of(code: int) -> str:
    """What an error number means. No dict: of a dict each worker would have its own."""
    match code:
        case 0:
            return "Success"
        case 1:
            return "Operation not permitted"
        case 2:
            return "No such file or directory"
        case 3:
            return "No such process"
        case 4:
            return "Interrupted system call"
        case 5:
            return "Input/output error"
        case 9:
            return "Bad file descriptor"
        case 10:
            return "No child processes"
        case 11:
            return "Resource temporarily unavailable"
        case 12:
            return "Cannot allocate memory"
        case 13:
            return "Permission denied"
        case 14:
            return "Bad address"
        case 16:
            return "Device or resource busy"
        case 17:
            return "File exists"
        case 18:
            return "Invalid cross-device link"
        case 19:
            return "No such device"
        case 20:
            return "Not a directory"
        case 21:
            return "Is a directory"
        case 22:
            return "Invalid argument"
        case 23:
            return "Too many open files in system"
        case 24:
            return "Too many open files"
        case 25:
            return "Inappropriate ioctl for device"
        case 26:
            return "Text file busy"
        case 27:
            return "File too large"
        case 28:
            return "No space left on device"
        case 29:
            return "Illegal seek"
        case 30:
            return "Read-only file system"
        case 31:
            return "Too many links"
        case 32:
            return "Broken pipe"
        case 36:
            return "File name too long"
        case 38:
            return "Function not implemented"
        case 39:
            return "Directory not empty"
        case 40:
            return "Too many levels of symbolic links"
        case 75:
            return "Value too large for defined data type"
        case 95:
            return "Operation not supported"
        case 110:
            return "Connection timed out"
        case 122:
            return "Disk quota exceeded"
    return f"Unknown error {code}"


def checked(result: int) -> int:
    """A result of a system call; below zero it becomes the exception that CPython has for it."""
    if result < 0:
        raise OSError(-result, text_of(-result))
    return result
