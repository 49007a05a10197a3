"""Writing and reading files so that nothing acknowledged is ever lost or half there."""

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tpmprep.errors import BadData, Busy, CannotCreate, StorageFailed

MAX_RECORD_BYTES = 8_000_000
FOLDER_MODE, FILE_MODE = 0o700, 0o600

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your disk quota is used up",
    errno.EROFS: "the folder is read-only",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.EIO: "the disk reported an error",
    errno.ENOTDIR: "a file stands where a folder should be",
    errno.EISDIR: "a folder stands where a file should be",
    errno.ENOENT: "it does not exist",
    errno.EFBIG: "the file would be larger than allowed here",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ELOOP: "it is a link",
}
_NO_LINKS_HERE = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
LOCK_STEP_S = 0.05
_WINDOWS_RETRY_S = (0.05, 0.1, 0.2, 0.4, 0.8)


def reason(error: OSError) -> str:
    """What an OSError means, in the user's words."""
    if error.errno in _REASONS:
        return _REASONS[error.errno]
    return (os.strerror(error.errno) if error.errno else str(error)).lower()


def failed(what: str, error: OSError) -> CannotCreate | StorageFailed:
    """`what` failed, told with the reason; a file in the way of a folder is a thing to move."""
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        hint = "Set TPMPREP_HOME to a folder that you can write to."
        return CannotCreate(f"{what}: {reason(error)}", hint)
    return StorageFailed(f"{what}: {reason(error)}")


def make_folder(path: Path) -> None:
    """Make `path` and its parents, for the user alone. Raises CannotCreate or StorageFailed."""
    try:
        for folder in reversed([path, *path.parents]):
            if not folder.is_dir():
                folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
                _sync_folder(folder.parent)
    except OSError as error:
        raise failed(f"cannot create the folder {path}", error) from error


def create_once(path: Path, data: bytes) -> None:
    """Create `path` with `data`, durably and only if it does not exist.

    Temporary file in the same folder, all bytes, fsync, link to the final name (which refuses to
    replace), fsync of the folder. When this returns, the file is on disk. Raises OSError
    (FileExistsError when the name is taken); then nothing is left behind.
    """
    _write_then(path, data, _link_or_rename)


def new_file(path: Path, data: bytes, hint: str, *, over: bool = False) -> None:
    """Write a file where the user wants one, with its folder; with `over` in place of one there.

    `hint` says what to do when something is in the way. Raises CannotCreate or StorageFailed.
    """
    taken = f"{path} is there already; nothing was written over it"
    if not over and (path.exists() or path.is_symlink()):
        raise CannotCreate(taken, hint)
    in_the_way = next((f for f in path.parents if f.exists() and not f.is_dir()), None)
    if in_the_way is not None:
        raise CannotCreate(f"{in_the_way} is a file, not a folder", hint)
    make_folder(path.absolute().parent)
    try:
        (replace_whole if over else create_once)(path, data)
    except FileExistsError as error:
        raise CannotCreate(taken, hint) from error
    except OSError as error:
        raise failed(f"cannot write {path}", error) from error


def replace_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path` in one step: readers see the old file or the new one. Raises OSError."""
    _write_then(path, data, _replace)


def replace_quickly(path: Path, data: bytes) -> None:
    """Put `data` at `path` in one step, without waiting for the disk: for what can be made again.

    Raises OSError.
    """
    _write_then(path, data, _replace, durably=False)


def read_bounded(path: Path, most_bytes: int = MAX_RECORD_BYTES) -> bytes:
    """The bytes of a regular file of at most `most_bytes`; links and devices are refused.

    Raises OSError, or BadData when it is no regular file or too large.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    fd = os.open(path, flags | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))
    try:
        info = os.fstat(fd)
        if stat.S_ISDIR(info.st_mode):
            raise IsADirectoryError(errno.EISDIR, "is a folder", str(path))
        if not stat.S_ISREG(info.st_mode):
            raise BadData("it is not a regular file")
        if info.st_size > most_bytes:
            raise BadData(f"it is larger than {most_bytes // 1_000_000} MB")
        with os.fdopen(fd, "rb", closefd=False) as file:
            return file.read(most_bytes + 1)
    finally:
        os.close(fd)


def write_all(fd: int, data: bytes) -> None:
    """Write every byte of `data`; a short write goes on where it stopped. Raises OSError."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


def flush_to_disk(fd: int) -> None:
    """Make what was written to `fd` survive a power cut. Raises OSError."""
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
        return
    os.fsync(fd)


def lock(fd: int) -> bool:
    """Take the lock on an open file without waiting; the system drops it when we end."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
    return True


@contextlib.contextmanager
def waiting_lock(path: Path, most_s: float = 5.0) -> Iterator[None]:
    """Hold the lock file `path`; other processes wait for their turn, `most_s` at most.

    Raises Busy after that, or StorageFailed when the file cannot be made.
    """
    try:
        fd = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), FILE_MODE)
    except OSError as error:
        raise StorageFailed(f"cannot write {path}: {reason(error)}") from error
    try:
        tries = int(most_s / LOCK_STEP_S)
        while not lock(fd):
            tries -= 1
            if tries < 0:
                raise Busy("another terminal is writing this", "Try again in a moment.")
            time.sleep(LOCK_STEP_S)
        yield
    finally:
        os.close(fd)


def _write_then(
    path: Path, data: bytes, publish: Callable[[Path, Path], None], *, durably: bool = True
) -> None:
    import secrets

    temporary = path.parent / f".tmp-{secrets.token_hex(8)}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    fd = os.open(temporary, flags | getattr(os, "O_BINARY", 0), FILE_MODE)
    try:
        try:
            write_all(fd, data)
            if durably:
                flush_to_disk(fd)
        finally:
            os.close(fd)
        publish(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
    if durably:
        _sync_folder(path.parent)


def _link_or_rename(temporary: Path, path: Path) -> None:
    try:
        os.link(temporary, path)
    except OSError as error:
        if error.errno not in _NO_LINKS_HERE and sys.platform != "win32":
            raise
        if path.exists():  # a file system without links: a rename is the best there is
            raise FileExistsError(errno.EEXIST, "exists", str(path)) from error
        _replace(temporary, path)


def _replace(temporary: Path, path: Path) -> None:
    """Rename over `path`; on Windows other programs may hold it for a moment."""
    waits = _WINDOWS_RETRY_S if sys.platform == "win32" else ()
    for wait_s in waits:
        try:
            temporary.replace(path)
        except PermissionError:
            time.sleep(wait_s)
        else:
            return
    temporary.replace(path)


def _sync_folder(folder: Path) -> None:
    """Make a new name in `folder` survive a power cut, where the system can."""
    if sys.platform == "win32":
        return
    fd = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(fd)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(fd)
