"""The rows of the practice log are those of a full read, whatever became of files and cache."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import make_attempt
from tpmprep.adapters import jsonfile
from tpmprep.adapters.paths import Home
from tpmprep.adapters.practicelog import PracticeLog
from tpmprep.adapters.store import Damage, Store
from tpmprep.domain.attempt import Attempt
from tpmprep.domain.practice import Practised, practised_of
from tpmprep.errors import CannotCreate

ID, SECOND, THIRD = (f"20261124-120000-0000000{n}" for n in (1, 2, 3))
has_rights = os.name == "posix" and os.getuid() != 0


class Files:
    """A store, and how often the log had to read an attempt of it."""

    def __init__(self, folder: Path) -> None:
        self.store = Store(Home(folder / "data", folder / "state", folder / "cache"))
        self.cache = folder / "cache" / "practice"
        self.month = self.store.home.attempts / "2026-11"
        self.first = self.month / f"{ID}.json"
        self.kept = self.cache / "2026-11.json"
        self.observed: list[str] = []

    def observe(self, attempt: Attempt) -> tuple[str, ...]:
        """What the words hold; it is noted who was asked about."""
        self.observed.append(attempt.id)
        return tuple(word for word in ("One", "owner") if word in attempt.answer)

    def read(self, key: str = "1", late_s: float = 10) -> tuple[list[Practised], list[Damage]]:
        """What the log says of files that are `late_s` older than they are."""
        self.observed, now_ns = [], time.time_ns() + int(late_s * 1e9)
        attempts = self.store.home.attempts
        return PracticeLog(attempts, self.cache, self.observe, key, lambda: now_ns).read()

    def check(self, read: int | None = None, **how: Any) -> None:
        """The log says what a full read says, and reads so many attempts for it."""
        rows, damaged = self.read(**how)
        assert read in (None, len(self.observed))
        found, damages = self.store.attempts()
        assert [practised_of(saved.attempt, self.observe) for saved in found] == rows
        assert damages == damaged

    def edit(self) -> None:
        """Change a time of the first attempt in place; the file stays as large as it was."""
        data = self.first.read_bytes()
        changed = data.replace(b'"elapsed_s": 100.0', b'"elapsed_s": 101.0')
        self.first.write_bytes(changed if changed != data else data.replace(b"101.0", b"102.0"))

    def edit_and_set_back(self) -> None:
        """Change the first attempt as a tool does that keeps the time of writing."""
        info = self.first.stat()
        time.sleep(0.02)  # the system counts in steps of up to ten milliseconds
        self.edit()
        os.utime(self.first, ns=(info.st_atime_ns, info.st_mtime_ns))

    def put_other_things(self) -> None:
        """Put a link in the place of the first attempt, a folder and a FIFO beside it."""
        self.first.symlink_to(self.first.rename(self.month / "moved"))
        (self.month / "a.json").mkdir()
        os.mkfifo(self.month / "b.json")

    def rewrite(self, change: Callable[[Any], Any]) -> None:
        """Write other rows to the cache, with a sum that is right all the same."""
        head, _, body = self.kept.read_bytes().partition(b"\n")
        body = json.dumps(change(json.loads(body))).encode()
        head = json.dumps([json.loads(head)[0], zlib.crc32(body)]).encode()
        self.kept.write_bytes(head + b"\n" + body)


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """An empty store."""
    return Files(tmp_path)


@pytest.fixture
def filled(files: Files) -> Files:
    """Three attempts in two months, read once."""
    for attempt_id in (ID, SECOND, "20261203-080000-0000000a"):
        files.store.save(make_attempt(attempt_id))
    files.check(read=3)
    return files


NAMES = ["a.json", "b.json", "c (1).json", ".d.json", "e.json.part", "f\udcff.json"]
ATTEMPTS = st.builds(
    lambda attempt_id, answer, **changes: jsonfile.dump(
        {**asdict(make_attempt(attempt_id, answer=answer)), **changes}
    ),
    st.sampled_from([ID, SECOND]),
    st.sampled_from(["One owner decides.", "Two owners decide.", "", "Naïve “owner” \U0001f600"]),
    schema=st.sampled_from([1, 2, 99]),
    elapsed_s=st.sampled_from([100, 100.5, -0.0, 1e300]),
    utc_offset_min=st.sampled_from([0, -300, 600]),
    pace=st.sampled_from(["1.0", "off"]),
    scores=st.sampled_from([{}, {"b": 4, "a": 1}, {"a": 5}, {"ä\n": 2}]),
    extra=st.just({"kept": ["of", "a", "newer", "program"]}),
)
DAMAGED = [b"", b"\x00" * 99, b'{"id": "2026', b"[1]", b'{"name": "x"}', b"\xff", b"[" * 50_000]
PLACES = st.tuples(st.sampled_from(["2026-11", "2026-12"]), st.sampled_from(NAMES))
CHANGES = st.lists(st.tuples(PLACES, st.none() | ATTEMPTS | st.sampled_from(DAMAGED)), max_size=6)


@given(st.lists(CHANGES, min_size=1, max_size=4))
def test_as_a_full_read_after_any_changes(steps: list[list[tuple[Any, bytes | None]]]) -> None:
    """Files come, change and go in two months: the log says what a full read says, warm or not."""
    with tempfile.TemporaryDirectory() as folder:
        files = Files(Path(folder))
        for changes in steps:
            for (month, name), data in changes:
                path = files.month.with_name(month) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.unlink(missing_ok=True)
                if data is not None:
                    path.write_bytes(data)
            files.check(late_s=0)
            files.check()
            files.check(read=0)


HAPPENED: dict[str, tuple[Callable[[Files], Any], int]] = {
    "nothing": (lambda files: None, 0),
    "one more": (lambda files: files.store.save(make_attempt(THIRD)), 1),
    "one of a new month": (lambda files: files.store.save(make_attempt(f"2027{THIRD[4:]}")), 1),
    "a twin": (lambda files: files.store.save(make_attempt(answer="two")), 1),
    "a copy": (lambda files: shutil.copy(files.first, files.month / f"{ID} (1).json"), 1),
    "edited": (Files.edit, 1),
    "moved": (lambda files: files.first.rename(files.month / "x.json"), 1),
    "gone": (lambda files: files.first.unlink(), 0),
    "a month deleted": (lambda files: shutil.rmtree(files.month), 0),
    "all deleted": (lambda files: shutil.rmtree(files.store.home.attempts), 0),
    "cache deleted": (lambda files: shutil.rmtree(files.cache), 3),
    "a month of the cache deleted": (lambda files: files.kept.unlink(), 2),
}


@pytest.mark.parametrize(("act", "read"), HAPPENED.values(), ids=HAPPENED)
def test_only_what_changed_is_read(filled: Files, act: Callable[[Files], Any], read: int) -> None:
    """What changed is seen and is all that is read; the cache has the files that are there."""
    act(filled)
    filled.check(read=read)
    cached = {path: path.stat().st_mtime_ns for path in filled.cache.iterdir()}
    filled.check(read=0)
    assert cached == {path: path.stat().st_mtime_ns for path in filled.cache.iterdir()}
    rows = [json.loads(path.read_bytes().partition(b"\n")[2]) for path in cached]
    names = sorted(path.name for path in filled.store.home.attempts.rglob("*.json"))
    assert names == sorted(row[0] for month in rows for row in month)


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX files")
def test_what_only_posix_tells(filled: Files) -> None:
    """An edit that keeps size and time is seen; no link, folder or FIFO is taken for an attempt."""
    filled.edit_and_set_back()
    filled.check(read=1)
    filled.put_other_things()
    filled.check(read=0)


@pytest.mark.skipif(not has_rights, reason="needs POSIX rights")
def test_rights(filled: Files) -> None:
    """What may no longer be read is told, though the cache knows it; a cache may be read-only."""
    filled.cache.chmod(0o500)
    for path, mode in ((filled.first, 0), (filled.month, 0), (filled.month, 0o400)):
        before = path.stat().st_mode
        path.chmod(mode)
        filled.check()
        path.chmod(before)
    for _ in range(2):  # the changed rights of one file cost its reading each time
        filled.check(read=1)
    filled.cache.chmod(0o700)


def test_what_was_written_just_now_is_read_again(files: Files) -> None:
    """Within two seconds a file may change and look the same: its row is not kept yet."""
    files.store.save(make_attempt())
    for late_s, read in ((0, 1), (0, 1), (2.5, 1), (0, 0)):
        files.check(read=read, late_s=late_s)
    files.edit()
    files.check(read=1, late_s=0)
    os.utime(files.first, (2**33, 2**33))  # written by a clock that was wrong
    files.check(read=1)
    files.check(read=1)


def test_nothing_there_or_no_folder(files: Files) -> None:
    """Without attempts no cache is made; what cannot be listed is told as the store tells it."""
    files.check(read=0)
    assert not files.cache.exists()
    files.store.home.data.mkdir(parents=True)
    files.store.home.attempts.write_bytes(b"x")
    with pytest.raises(CannotCreate) as expected:
        files.store.attempts()
    with pytest.raises(CannotCreate) as caught:
        files.read()
    assert str(expected.value) == str(caught.value)


ODD: list[Callable[[bytes], bytes]] = [
    lambda data: b"",
    lambda data: bytes(len(data)),
    lambda data: b"rows\n" + data,
    lambda data: b"\xff\xfe" + data,
    lambda data: data[:-9],
    lambda data: data[:3],
    lambda data: data.replace(b"tq-01", b"tq-02"),
    lambda data: b"[" * 200_000,
    lambda data: b'["1", ' + b"9" * 5_000 + b"]\n[]",
    lambda data: b"null\nnull",
]
NO_ROWS = ["{}", "7", "null", '"text"', '["abcdefghijklm"]', "[[]]", "[" * 300 + "]" * 300]
NO_VALUES = """[[0, ["x"]], [1, null], [1, [1, "2"]], [2, null], [3, 7], [7, null], [8, 1.5],
    [9, "100"], [10, 0], [11, [3]], [11, {"a": 5}], [11, {"a": 0}], [11, {"a": true}],
    [11, {"a": 1.0}], [11, {"a": [1]}], [12, "owner"], [12, [1]], [12, [["owner"]]]]"""
SPOILT: list[Callable[[Files], Any]] = [
    *(lambda files, f=f: files.kept.write_bytes(f(files.kept.read_bytes())) for f in ODD),
    *(lambda files, text=text: files.rewrite(lambda rows: json.loads(text)) for text in NO_ROWS),
    *(
        lambda files, n=n, v=v: files.rewrite(lambda rows: [[*rows[0][:n], v, *rows[0][n + 1 :]]])
        for n, v in json.loads(NO_VALUES)
    ),
    lambda files: files.rewrite(lambda rows: [rows[0][:-1], rows[1]]),
]


@pytest.mark.parametrize("spoil", SPOILT)
def test_an_odd_cache_is_made_again(filled: Files, spoil: Callable[[Files], Any]) -> None:
    """Anything odd in the file of a month: that month is read again, and it alone."""
    whole = filled.kept.read_bytes()
    spoil(filled)
    assert whole != filled.kept.read_bytes()
    filled.check(read=2)
    assert whole == filled.kept.read_bytes()


def test_rows_are_found_by_name(filled: Files) -> None:
    """Rows of files that are gone and another order are no harm; another key is."""
    filled.rewrite(lambda rows: [["gone.json", *rows[0][1:]], *rows[::-1]])
    filled.check(read=0)
    filled.check(read=3, key="2")
    filled.check(read=0, key="2")
    names = "id question area format started_at utc_offset_min elapsed_s failed scores holds"
    assert names.split() == [field.name for field in fields(Practised)]  # as in a row


def test_a_cache_that_cannot_be_written(filled: Files) -> None:
    """A folder in the place of a month or a file in that of the cache costs time, and no more."""
    filled.kept.unlink()
    filled.kept.mkdir()
    filled.check(read=2)
    shutil.rmtree(filled.cache)
    filled.cache.write_bytes(b"x")
    filled.check(read=3)
    assert b"x" == filled.cache.read_bytes()


def test_no_words_in_the_cache(files: Files) -> None:
    """Nothing that was said is in the cache, and nobody else may read it."""
    said = {"answer": "zyzzyva", "next_change": "zyzzyva", "assumptions": "zyzzyva"}
    attempt = make_attempt(**said, quotes={"ex.control": ["zyzzyva"]}, unsupported=["zyzzyva"])
    path = files.store.save(attempt)
    path.with_name("x.json").write_bytes(jsonfile.dump({"answer": 7, "zyzzyva": "zyzzyva"}))
    files.check(read=1)
    assert b"zyzzyva" not in files.kept.read_bytes()
    modes = [path.stat().st_mode & 0o777 for path in (files.cache, files.kept)]
    assert os.name != "posix" or modes == [0o700, 0o600]


READER = """import sys, pathlib
from tpmprep.adapters.practicelog import PracticeLog
rows, damaged = PracticeLog(*map(pathlib.Path, sys.argv[1:]), lambda _: (), "1").read()
print(len(rows), len(damaged), "pydantic" in sys.modules)
"""


def test_a_warm_read_loads_no_library(filled: Files) -> None:
    """Rows come from JSON alone; importing what validates attempts would cost more than they."""
    where = [str(filled.store.home.attempts), str(filled.cache)]
    for told in ("3 0 False\n", "3 0 True\n"):
        assert told == subprocess.check_output([sys.executable, "-c", READER, *where], text=True)
        shutil.rmtree(filled.cache, ignore_errors=True)
