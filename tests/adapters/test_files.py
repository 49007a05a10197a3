"""Files on disk: never half there, never replaced by accident, private, and bounded."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tpmprep.adapters.files import (
    create_once,
    failed,
    lock,
    make_folder,
    read_bounded,
    reason,
    replace_whole,
    write_all,
)
from tpmprep.errors import BadData, CannotCreate, StorageFailed

posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX files")
ROOT = os.name == "posix" and os.geteuid() == 0
no_root = pytest.mark.skipif(ROOT, reason="root ignores file modes")


@pytest.fixture(params=[0o000, 0o002, 0o022, 0o077], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    """Each of the umasks that people have."""
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.fixture
def small_files() -> Iterator[None]:
    """A system that lets no file grow over 1,000 bytes."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def mode(path: Path) -> int:
    """The permission bits of a file."""
    return stat.S_IMODE(path.stat().st_mode)


def names(folder: Path) -> list[str]:
    """Everything in a folder, hidden files as well."""
    return sorted(entry.name for entry in folder.iterdir())


def test_create_once_writes_all(tmp_path: Path) -> None:
    """The bytes are in the file, and no other file is in the folder."""
    data = bytes(range(256)) * 4000
    create_once(tmp_path / "a", data)
    assert data == (tmp_path / "a").read_bytes()
    assert ["a"] == names(tmp_path)


def test_create_once_never_replaces(tmp_path: Path) -> None:
    """A taken name is FileExistsError; the file there stays and nothing is left behind."""
    (tmp_path / "a").write_bytes(b"first")
    with pytest.raises(FileExistsError):
        create_once(tmp_path / "a", b"second")
    assert b"first" == (tmp_path / "a").read_bytes()
    assert ["a"] == names(tmp_path)


@posix
def test_create_once_does_not_follow_a_link(tmp_path: Path) -> None:
    """A link with the wanted name counts as taken, wherever it points."""
    (tmp_path / "a").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExistsError):
        create_once(tmp_path / "a", b"x")
    assert ["a"] == names(tmp_path)


@posix
@pytest.mark.usefixtures("small_files")
@pytest.mark.parametrize("write", [create_once, replace_whole])
def test_failed_write_leaves_nothing(tmp_path: Path, write: object) -> None:
    """When not all bytes can be written, no file and no part of one is left."""
    assert callable(write)
    with pytest.raises(OSError, match=os.strerror(errno.EFBIG)):
        write(tmp_path / "a", b"x" * 5000)
    assert [] == names(tmp_path)


@posix
@pytest.mark.usefixtures("small_files")
def test_failed_replace_keeps_the_old_file(tmp_path: Path) -> None:
    """When the new file cannot be written, the old one is as it was."""
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(OSError, match=os.strerror(errno.EFBIG)):
        replace_whole(tmp_path / "a", b"x" * 5000)
    assert b"old" == (tmp_path / "a").read_bytes()
    assert ["a"] == names(tmp_path)


def test_create_once_in_a_missing_folder(tmp_path: Path) -> None:
    """Without the folder there is an OSError that says so."""
    with pytest.raises(FileNotFoundError):
        create_once(tmp_path / "none" / "a", b"x")


def test_replace_whole(tmp_path: Path) -> None:
    """The new bytes take the place of the old ones, and nothing else is left."""
    replace_whole(tmp_path / "a", b"a longer first text")
    replace_whole(tmp_path / "a", b"second")
    assert b"second" == (tmp_path / "a").read_bytes()
    assert ["a"] == names(tmp_path)


@posix
@pytest.mark.usefixtures("umask")
def test_files_are_private(tmp_path: Path) -> None:
    """Files are for the user alone, whatever the umask."""
    create_once(tmp_path / "a", b"x")
    replace_whole(tmp_path / "b", b"x")
    assert [0o600, 0o600] == [mode(tmp_path / "a"), mode(tmp_path / "b")]


@posix
@pytest.mark.usefixtures("umask")
def test_folders_are_private(tmp_path: Path) -> None:
    """Every folder that is made is for the user alone, whatever the umask."""
    make_folder(tmp_path / "a" / "b")
    assert [0o700, 0o700] == [mode(tmp_path / "a"), mode(tmp_path / "a" / "b")]


@posix
def test_make_folder_leaves_existing_folders_alone(tmp_path: Path) -> None:
    """A folder that is there keeps its mode and its files."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a").chmod(0o755)
    (tmp_path / "a" / "file").touch()
    make_folder(tmp_path / "a")
    assert (0o755, ["file"]) == (mode(tmp_path / "a"), names(tmp_path / "a"))


@pytest.mark.parametrize("below", [".", "sub", "sub/sub"])
def test_make_folder_over_a_file(tmp_path: Path, below: str) -> None:
    """A file where a folder should be is told, with a way out, and stays."""
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(CannotCreate, match="cannot create the folder") as caught:
        make_folder(tmp_path / "file" / below)
    assert "TPMPREP_HOME" in caught.value.hint
    assert b"x" == (tmp_path / "file").read_bytes()


@posix
@no_root
def test_read_only_folder_is_told_in_words(tmp_path: Path) -> None:
    """A folder without the right to write gives the reason."""
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(StorageFailed, match="permission denied"):
            make_folder(tmp_path / "a")
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the folder is read-only"),
        (errno.EACCES, "permission denied"),
        (errno.ENOENT, "it does not exist"),
        (errno.ELOOP, "it is a link"),
        (errno.EBUSY, os.strerror(errno.EBUSY).lower()),
    ],
)
def test_reason_in_words(number: int, words: str) -> None:
    """An OSError is told in the user's words, a rare one in the system's."""
    assert words == reason(OSError(number, "X"))


def test_reason_without_a_number() -> None:
    """An OSError without a number is told with its own text."""
    assert "odd thing" == reason(OSError("Odd thing"))


@pytest.mark.parametrize(
    ("number", "kind"),
    [(errno.ENOTDIR, CannotCreate), (errno.EEXIST, CannotCreate), (errno.ENOSPC, StorageFailed)],
)
def test_failed_tells_what_can_be_moved(number: int, kind: type) -> None:
    """A file in the way is CannotCreate, everything else StorageFailed."""
    assert kind is type(failed("cannot do it", OSError(number, "X")))


def test_read_bounded(tmp_path: Path) -> None:
    """A file of up to the limit is read."""
    (tmp_path / "a").write_bytes(b"12345")
    assert b"12345" == read_bounded(tmp_path / "a", 5)


def test_read_bounded_refuses_a_big_file(tmp_path: Path) -> None:
    """A file over the limit is refused by its size, before it is read."""
    with (tmp_path / "a").open("wb") as file:
        file.truncate(8_000_001)
    with pytest.raises(BadData, match="it is larger than 8 MB"):
        read_bounded(tmp_path / "a")


@posix
def test_read_bounded_refuses_a_link(tmp_path: Path) -> None:
    """A link is refused, even to a good file."""
    (tmp_path / "real").write_bytes(b"x")
    (tmp_path / "link").symlink_to("real")
    with pytest.raises(OSError, match=os.strerror(errno.ELOOP)) as caught:
        read_bounded(tmp_path / "link")
    assert "it is a link" == reason(caught.value)


@posix
def test_read_bounded_refuses_a_fifo(tmp_path: Path) -> None:
    """A FIFO is refused at once: nobody has to write to it."""
    os.mkfifo(tmp_path / "fifo")
    with pytest.raises(BadData, match="it is not a regular file"):
        read_bounded(tmp_path / "fifo")


@posix
def test_read_bounded_refuses_a_device() -> None:
    """A device is refused; it could be endless."""
    with pytest.raises(BadData, match="it is not a regular file"):
        read_bounded(Path("/dev/zero"))


@posix
@pytest.mark.parametrize("kind", ["folder", "fifo", "big"])
def test_refusing_closes_the_file(tmp_path: Path, kind: str) -> None:
    """Whatever is refused does not stay open."""
    path = tmp_path / kind
    {"folder": path.mkdir, "fifo": lambda: os.mkfifo(path), "big": path.touch}[kind]()
    if kind == "big":
        path.write_bytes(b"123")
    free = os.dup(0)
    os.close(free)
    with pytest.raises((BadData, OSError)):
        read_bounded(path, 2)
    now_free = os.dup(0)
    os.close(now_free)
    assert free == now_free


@posix
@pytest.mark.usefixtures("small_files")
def test_write_all_goes_on_after_a_short_write(tmp_path: Path) -> None:
    """A write that took only a part is not the end: the rest is tried, and its failure told."""
    fd = os.open(tmp_path / "a", os.O_WRONLY | os.O_CREAT)
    try:
        with pytest.raises(OSError, match=os.strerror(errno.EFBIG)):
            write_all(fd, b"x" * 1500)
    finally:
        os.close(fd)
    assert 1000 == (tmp_path / "a").stat().st_size


def test_lock_is_exclusive(tmp_path: Path) -> None:
    """A second opener does not get the lock until the first lets go."""
    first = os.open(tmp_path / "a", os.O_RDWR | os.O_CREAT)
    second = os.open(tmp_path / "a", os.O_RDWR)
    try:
        assert (True, False) == (lock(first), lock(second))
    finally:
        os.close(first)
    assert lock(second)
    os.close(second)
