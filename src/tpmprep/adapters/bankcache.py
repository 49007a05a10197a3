"""The bank, read once: checked entries as JSON lines in the cache folder, and an index of them.

A YAML file is parsed and checked when it is new or has changed; otherwise its entries come from
the cache, one seek each. The cache may be deleted at any time, and any doubt rebuilds it.
"""

import json
import shutil
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from tpmprep.adapters.files import make_folder, read_bounded, replace_quickly
from tpmprep.adapters.yamlfile import MAX_BYTES
from tpmprep.domain.lint import Problem
from tpmprep.errors import TpmprepError

INDEX = "index.json"
FRESH_AFTER_NS = 2_000_000_000
"""A file changed within two seconds of being read may change again unseen: its bytes decide."""

MOST_INDEX_BYTES = 64_000_000
ROOM_BYTES = 50_000_000
"""What a disk must have left before anything is cached: answers go first."""


@dataclass(frozen=True, slots=True)
class Document:
    """One entry of a file: its id, what filters ask of it, and the whole."""

    id: str
    head: list[Any]
    body: bytes
    """The entry as one line of JSON."""


Reader = Callable[[Path], tuple[list[Document], list[Problem]]]


@dataclass(slots=True)
class Volume:
    """The entries of one file: where each stands in the blob, and what is wrong with the file.

    The first line of the blob is what filters ask of the entries; it is read when they do. The
    entries follow from `start` on, a line each, in the order of `rows`, which names their lengths.
    """

    path: Path
    rows: dict[str, int]
    start: int
    problems: list[Problem]
    blob: Path | bytes
    stamp: dict[str, Any]
    read: Reader

    def renew(self) -> None:
        """Read the file again, since what was kept of it is damaged."""
        fresh = _build(self.path, self.read, self.stamp)
        self.rows, self.start = fresh.rows, fresh.start
        self.problems, self.blob = fresh.problems, fresh.blob

    def body(self, entry_id: str) -> Any:
        """One entry. Raises ValueError or OSError when the cache is damaged."""
        offset, length = self._places()[entry_id]
        if isinstance(self.blob, bytes):
            return json.loads(self.blob[offset : offset + length])
        with self.blob.open("rb") as file:
            file.seek(offset)
            return json.loads(file.read(length))

    def bodies(self) -> dict[str, Any]:
        """Every entry, read in one go. Raises as `body` does."""
        data = self.blob if isinstance(self.blob, bytes) else self.blob.read_bytes()
        return {
            name: json.loads(data[offset : offset + length])
            for name, (offset, length) in self._places().items()
        }

    def _places(self) -> dict[str, tuple[int, int]]:
        """Offset and length of every entry in the blob."""
        places, offset = {}, self.start
        for name, length in self.rows.items():
            places[name] = (offset, length)
            offset += length + 1
        return places

    def heads(self) -> dict[str, list[Any]]:
        """What filters ask of every entry, by id. Raises as `body` does."""
        if isinstance(self.blob, bytes):
            line = self.blob.partition(b"\n")[0]
        else:
            with self.blob.open("rb") as file:
                line = file.readline()
        heads = json.loads(line)
        return {name: heads[name] for name in self.rows}


@dataclass
class Cache:
    """The cache in one folder. `version` names what the entries depend on beside their file."""

    folder: Path
    version: str
    _known: dict[str, Any] = field(default_factory=dict)
    _changed: bool = False

    def __post_init__(self) -> None:
        self._known = self._read_index()

    def volumes(self, paths: Iterable[Path], read: Reader, key: str = "") -> list[Volume]:
        """One volume a file, from the cache where it still holds, else read and kept.

        `key` tells readers apart that make different entries of the same file.
        """
        return [self._volume(path, read, f"{key}{path}") for path in paths]

    def save(self) -> None:
        """Keep what was read. A cache that cannot be written is no fault: it only costs time."""
        if not self._changed or not self._has_room:
            return
        document = {"version": self.version, "volumes": self._known}
        try:
            replace_quickly(self.folder / INDEX, _dump(document))
        except (OSError, TpmprepError):
            return

    def _volume(self, path: Path, read: Reader, name: str) -> Volume:
        stamp = _stamp(path)
        kept = self._known.get(name)
        if kept and self._holds(kept, stamp, path):
            return _restored(path, kept, self.folder, read)
        volume = _build(path, read, stamp)
        self._keep(name, volume)
        return volume

    def _holds(self, kept: dict[str, Any], stamp: dict[str, Any], path: Path) -> bool:
        """Whether the kept entries are those of the file as it is."""
        old = kept["stamp"]
        same = (old["size"], old["mtime"]) == (stamp["size"], stamp["mtime"])
        if same and old["mtime"] < old["read"] - FRESH_AFTER_NS:
            return True
        if old["size"] != stamp["size"] or old["digest"] != _digest(path):
            return False
        kept["stamp"] = {**stamp, "digest": old["digest"]}
        self._changed = True
        return True

    def _keep(self, name: str, volume: Volume) -> None:
        volume.stamp["digest"] = _digest(volume.path)
        blob = volume.blob
        assert isinstance(blob, bytes)
        file = f"{_sha256(name.encode() + blob)[:32]}.jsonl"
        if not self._has_room:
            return
        try:
            make_folder(self.folder)
            replace_quickly(self.folder / file, blob)
        except (OSError, TpmprepError):
            return
        old = self._known.get(name, {}).get("blob")
        self._known[name] = {
            "blob": file,
            "stamp": volume.stamp,
            "rows": volume.rows,
            "start": volume.start,
            "problems": [asdict(problem) for problem in volume.problems],
        }
        self._changed = True
        if old and old != file:
            (self.folder / old).unlink(missing_ok=True)

    @cached_property
    def _has_room(self) -> bool:
        """Whether the disk has so much left that a cache takes nothing from answers."""
        place = next((path for path in (self.folder, *self.folder.parents) if path.exists()), None)
        try:
            return place is not None and shutil.disk_usage(place).free >= ROOM_BYTES
        except OSError:
            return False

    def _read_index(self) -> dict[str, Any]:
        try:
            document = json.loads(read_bounded(self.folder / INDEX, MOST_INDEX_BYTES))
            if document["version"] != self.version:
                return {}
            volumes = document["volumes"]
        except (OSError, ValueError, KeyError, TypeError, TpmprepError):
            return {}
        return volumes if isinstance(volumes, dict) else {}


def _build(path: Path, read: Reader, stamp: dict[str, Any]) -> Volume:
    documents, problems = read(path)
    if problems:
        documents = []
    head = _dump({document.id: document.head for document in documents}) + b"\n"
    bodies = b"".join(document.body + b"\n" for document in documents)
    rows = {document.id: len(document.body) for document in documents}
    return Volume(path, rows, len(head), problems, head + bodies, stamp, read)


def _restored(path: Path, kept: dict[str, Any], folder: Path, read: Reader) -> Volume:
    problems = [Problem(**problem) for problem in kept["problems"]]
    blob = folder / kept["blob"]
    return Volume(path, kept["rows"], kept["start"], problems, blob, kept["stamp"], read)


def _stamp(path: Path) -> dict[str, Any]:
    import time

    try:
        info = path.lstat()
    except OSError:
        return {"size": -1, "mtime": -1, "read": -1, "digest": ""}
    return {"size": info.st_size, "mtime": info.st_mtime_ns, "read": time.time_ns(), "digest": ""}


def _digest(path: Path) -> str:
    try:
        return _sha256(read_bounded(path, MAX_BYTES))
    except (OSError, TpmprepError):
        return ""


def _sha256(data: bytes) -> str:
    import hashlib  # a warm cache needs none, and importing it loads a large library

    return hashlib.sha256(data).hexdigest()


def _dump(document: Any) -> bytes:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
