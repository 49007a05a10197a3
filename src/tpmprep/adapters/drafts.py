"""Unfinished answers: an append-only, checksummed journal per drill, on disk every second."""

import json
import os
import zlib
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from tpmprep.adapters.files import (
    FILE_MODE,
    flush_to_disk,
    lock,
    make_folder,
    read_bounded,
    reason,
    write_all,
)
from tpmprep.errors import BadData, Busy, StorageFailed

MAX_DRAFT_BYTES = 64_000_000


@dataclass(frozen=True, slots=True)
class Found:
    """A draft on disk: where, what it last held, and when that was."""

    path: Path
    document: dict[str, Any]
    saved_at: datetime


@dataclass(slots=True)
class Journal:
    """The open journal of one drill. Only one process can have it open."""

    path: Path
    _fd: int
    _last: str = ""
    _size: int = field(default=0)

    def save(self, document: dict[str, Any], now: datetime) -> None:
        """Append what changed since the last call and flush it. Raises StorageFailed.

        A failed append is taken back, so the journal stays readable and can go on later.
        """
        text = json.dumps(document, ensure_ascii=True)
        if text == self._last:
            return
        line = _line({**_delta(self._last, text), "at": now.isoformat()})
        try:
            write_all(self._fd, line)
            flush_to_disk(self._fd)
        except OSError as error:
            self._take_back()
            raise StorageFailed(reason(error)) from error
        self._last = text
        self._size += len(line)

    def close(self) -> None:
        """Let go of the journal; it stays on disk. Closing twice does nothing."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def delete(self) -> None:
        """Remove the journal: its answer is saved elsewhere, or there is none."""
        self.path.unlink(missing_ok=True)

    def _take_back(self) -> None:
        try:
            os.ftruncate(self._fd, self._size)
        except OSError:
            return  # a torn last line is passed over by the reader


def open_journal(folder: Path, name: str) -> Journal:
    """A new or existing journal, locked for this process.

    Raises Busy when another terminal has it open, CannotCreate or StorageFailed.
    """
    make_folder(folder)
    path = folder / f"{name}.draft"
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
    try:
        fd = os.open(path, flags | getattr(os, "O_BINARY", 0), FILE_MODE)
    except OSError as error:
        raise StorageFailed(f"cannot write a draft: {reason(error)}") from error
    if not lock(fd):
        os.close(fd)
        hint = "Finish it there, or close that terminal and try again."
        raise Busy("this answer is open in another terminal", hint)
    text, size = _replay(path.read_bytes())
    if size < path.stat().st_size:
        os.ftruncate(fd, size)  # a torn tail must not spoil the lines that follow it
    return Journal(path, fd, text, size)


def find_drafts(folder: Path) -> tuple[list[Found], list[Path]]:
    """The readable drafts, newest first, and the paths of those that hold nothing readable."""
    found: list[Found] = []
    unreadable: list[Path] = []
    try:
        paths = sorted(folder.glob("*.draft"), reverse=True)
    except OSError:
        return [], []
    for path in paths:
        draft = _found(path)
        if draft is not None:
            found.append(draft)
        elif path.stat().st_size:
            unreadable.append(path)
    return found, unreadable


def is_open(path: Path) -> bool:
    """Whether another process is writing this draft right now."""
    try:
        fd = os.open(path, os.O_RDWR)
    except OSError:
        return False
    try:
        return not lock(fd)
    finally:
        os.close(fd)


def _found(path: Path) -> Found | None:
    try:
        data = read_bounded(path, MAX_DRAFT_BYTES)
    except (OSError, BadData):
        return None
    text, size = _replay(data)
    if not text:
        return None
    last = json.loads(data[:size].rstrip(b"\n").rsplit(b"\n", 1)[-1].split(b" ", 1)[1])
    return Found(path, json.loads(text), datetime.fromisoformat(last["at"]))


def _line(entry: dict[str, Any]) -> bytes:
    body = json.dumps(entry, ensure_ascii=True).encode("ascii")
    return f"{zlib.crc32(body):08x} ".encode() + body + b"\n"


def _replay(data: bytes) -> tuple[str, int]:
    """The last intact text of a journal, and how many bytes of it are intact."""
    text, size = "", 0
    for line in data.splitlines(keepends=True):
        checksum, _, body = line.rstrip(b"\n").partition(b" ")
        if not line.endswith(b"\n") or checksum != f"{zlib.crc32(body):08x}".encode():
            break
        entry = json.loads(body)
        end = len(text) - entry["tail"]
        text = text[: entry["keep"]] + entry["new"] + text[end:]
        size += len(line)
    return text, size


def _delta(old: str, new: str) -> dict[str, Any]:
    """How `new` differs from `old`: lengths kept at front and tail, and the middle."""
    keep = _common(old, new)
    tail = _common(old[keep:][::-1], new[keep:][::-1])
    return {"keep": keep, "tail": tail, "new": new[keep : len(new) - tail]}


def _common(a: str, b: str) -> int:
    """The length of the common beginning, by halving: comparing slices is quick."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        if a[:middle] == b[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
