"""Saved attempts and later scores: one write-once JSON file each, in a folder per month."""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from tpmprep.adapters import jsonfile
from tpmprep.adapters.files import create_once, failed, make_folder, read_bounded, reason
from tpmprep.adapters.migrations import upgrade
from tpmprep.adapters.paths import Home
from tpmprep.domain.attempt import ID, ID_LENGTH, Attempt, ScoreRecord
from tpmprep.domain.history import local_day
from tpmprep.domain.rubric import LEVEL_NUMBERS
from tpmprep.errors import BadData, NotFound, StorageFailed

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from tpmprep.domain.debrief import Mock
    from tpmprep.domain.share import Reply, Share

T = TypeVar("T")
_NAME_TRIES = 5
_HEX = re.compile(r"(?:[0-9a-f]{2}){8,64}")


@dataclass(frozen=True, slots=True)
class Damage:
    """A file that could not be read. It was left where it is."""

    path: Path
    why: str


@dataclass(frozen=True, slots=True)
class Saved:
    """An attempt with the whole document that it came from, unknown keys and all."""

    attempt: Attempt
    document: dict[str, Any]
    path: Path


@dataclass(slots=True)
class Store:
    """The attempts and scores below one data folder. Reading never changes a file."""

    home: Home

    def save(self, attempt: Attempt) -> Path:
        """Write an attempt; when this returns it is on disk. Raises StorageFailed."""
        return create(self.home.attempts, attempt.id, asdict(attempt))

    def save_score(self, record: ScoreRecord) -> Path:
        """Write a later score; when this returns it is on disk. Raises StorageFailed."""
        return create(self.home.scores, record.id, asdict(record), "score")

    def has(self, attempt_id: str) -> bool:
        """Whether this attempt was saved."""
        return (_month(self.home.attempts, attempt_id) / f"{attempt_id}.json").exists()

    def attempts(self) -> tuple[list[Saved], list[Damage]]:
        """Every readable attempt, oldest first, and the files that are damaged."""
        found: list[Saved] = []
        damaged: list[Damage] = []
        seen: set[tuple[str, str]] = set()
        for path in _records(self.home.attempts):
            try:
                document = read_document(path)
                saved = Saved(attempt_from(document), document, path)
            except BadData as error:
                damaged.append(Damage(path, error.message))
                continue
            copy = (saved.attempt.id, saved.attempt.answer)
            if copy not in seen:  # a sync tool's copy with the same words is the same attempt
                seen.add(copy)
                found.append(saved)
        found.sort(key=lambda saved: (saved.attempt.started_at, saved.attempt.id))
        return found, damaged

    def attempt(self, attempt_id: str) -> Saved:
        """One attempt by its id or an unmistakable beginning of it.

        Raises NotFound, or BadData when the file is damaged.
        """
        names = {path.stem: path for path in _records(self.home.attempts)}
        begun = [name for name in names if name.startswith(attempt_id)]
        one_only = len({name[:ID_LENGTH] for name in begun}) == 1  # a sync copy is no second one
        name = attempt_id if attempt_id in names else min(begun, default="", key=len)
        if not attempt_id or not (one_only or attempt_id in names):
            hint = "See the ids with: tpmprep review --json"
            raise NotFound("attempt", attempt_id, list(names), hint)
        path = names[name]
        try:
            document = read_document(path)
            return Saved(attempt_from(document), document, path)
        except BadData as error:
            raise BadData(f"{path} cannot be read: {error.message}") from error

    def scores(self) -> tuple[list[ScoreRecord], list[Damage]]:
        """Every readable later score, and the files that are damaged."""
        return every(self.home.scores, score_from)

    def save_share(self, share: "Share") -> Path:
        """Keep what a page for a mentor was made of. Raises StorageFailed."""
        return create(self.home.shares, share.id, asdict(share), "share")

    def shares(self) -> "tuple[list[Share], list[Damage]]":
        """Every readable share, and the files that are damaged."""
        return every(self.home.shares, share_from)

    def save_mock(self, mock_id: str, document: dict[str, Any]) -> Path:
        """Keep what a mock said in the end, once. Raises StorageFailed or CannotCreate.

        One that was kept before stays as it is.
        """
        path = _month(self.home.mocks, mock_id) / f"{mock_id}.json"
        return path if path.exists() else create(self.home.mocks, mock_id, document)

    def mocks(self) -> "tuple[list[Mock], list[Damage]]":
        """Every readable mock, oldest first, and the files that are damaged."""
        from tpmprep.domain.debrief import Mock

        return every(self.home.mocks, lambda doc: validated(Mock, doc, "a mock"))


def create(folder: Path, record_id: str, document: dict[str, Any], what: str = "answer") -> Path:
    """Write a record, once, into the folder of its month. Raises StorageFailed or CannotCreate."""
    month = _month(folder, record_id)
    make_folder(month)
    data = jsonfile.dump(document)
    path = month / f"{record_id}.json"
    for twin in range(1, _NAME_TRIES + 1):
        try:
            create_once(path, data)
        except FileExistsError:
            path = month / f"{record_id}.dup-{twin}.json"
        except OSError as error:
            raise StorageFailed(f"could not save your {what}: {reason(error)}") from error
        else:
            return path
    raise StorageFailed(f"could not save your {what}: {record_id} exists already")


def attempt_from(document: dict[str, Any]) -> Attempt:
    """The attempt in a document; keys it does not know are left aside. Raises BadData."""
    attempt: Attempt = _read_as(Attempt, document, "an attempt")
    if not ID.fullmatch(attempt.id):
        raise BadData("it is not an attempt: its id is not one of ours")
    try:
        local_day(attempt)
    except (ValueError, OverflowError) as error:
        raise BadData("it is not an attempt: its time is none") from error
    return attempt


def score_from(document: dict[str, Any]) -> ScoreRecord:
    """The later score in a document; keys it does not know are left aside. Raises BadData."""
    record: ScoreRecord = _read_as(ScoreRecord, document, "a score")
    if not record.scores:
        raise BadData("it is not a score: it holds no level")
    if not all(level in LEVEL_NUMBERS for level in record.reference.values()):
        raise BadData("it is not a score: a level of the reference is not 1 to 4")
    try:
        _ = record.scored
    except (ValueError, OverflowError) as error:
        raise BadData("it is not a score: its time is none") from error
    return record


def share_from(document: dict[str, Any]) -> "Share":
    """What a page was made of, out of a document. Raises BadData."""
    from tpmprep.domain.share import Share

    share: Share = validated(Share, document, "a share")
    if not (_HEX.fullmatch(share.key) and _HEX.fullmatch(share.token)):
        raise BadData("it is not a share: its key is none")
    return share


def reply_from(data: bytes) -> "Reply":
    """A mentor's reply out of a file; its seal is not checked here. Raises BadData."""
    from tpmprep.domain.share import Reply

    reply: Reply = validated(Reply, jsonfile.load(data), "a mentor's reply", is_json=True)
    return reply


def _read_as(kind: type, document: dict[str, Any], what: str) -> Any:
    record = validated(kind, document, what)
    if not all(level in LEVEL_NUMBERS for level in record.scores.values()):
        raise BadData(f"it is not {what}: a level is not 1 to 4")
    return record


def validated(kind: type, document: dict[str, Any], what: str, *, is_json: bool = False) -> Any:
    """`document` as a `kind`; `is_json` for strict kinds, which take objects only out of JSON.

    Keys that a kind does not know are left aside. Raises BadData.
    """
    from pydantic import ValidationError

    adapter = _adapter(kind)
    try:
        if is_json:
            return adapter.validate_json(jsonfile.dump(document))
        return adapter.validate_python(document)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(step) for step in first["loc"])
        at = f"{where}: " if where else ""
        raise BadData(f"it is not {what}: {at}{first['msg'].lower()}") from error


@cache
def _adapter(kind: type) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def _month(folder: Path, record_id: str) -> Path:
    return folder / f"{record_id[:4]}-{record_id[4:6]}"


def read_document(path: Path) -> dict[str, Any]:
    """The document of a record file in the current schema. Raises BadData."""
    try:
        return upgrade(jsonfile.load(read_bounded(path)))
    except OSError as error:
        raise BadData(reason(error)) from error


def every(folder: Path, make: Callable[[dict[str, Any]], T]) -> tuple[list[T], list[Damage]]:
    """Every record below a folder that `make` can read, by name, and the damaged files."""
    found: list[T] = []
    damaged: list[Damage] = []
    for path in _records(folder):
        try:
            found.append(make(read_document(path)))
        except BadData as error:
            damaged.append(Damage(path, error.message))
    return found, damaged


def _records(folder: Path) -> Iterator[Path]:
    """The record files below `folder`, by month and name. Raises as `by_month` does."""
    for _, entries in by_month(folder):
        yield from (Path(entry.path) for entry in entries)


def by_month(folder: Path) -> Iterator[tuple[Path, list[os.DirEntry[str]]]]:
    """The month folders below `folder` with their record files, both by name.

    What sync tools leave is passed over, and so is a month that may not be listed. Raises
    StorageFailed when the folder is there and cannot be listed.
    """
    try:
        for month in sorted(entry for entry in folder.iterdir() if entry.is_dir()):
            yield month, _listed(month)
    except FileNotFoundError:
        return
    except OSError as error:
        raise failed(f"cannot read {folder}", error) from error


def _listed(month: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(month) as entries:
            found = [entry for entry in entries if _is_record(entry.name)]
    except (FileNotFoundError, PermissionError):
        return []
    return sorted(found, key=attrgetter("name"))


def _is_record(name: str) -> bool:
    ends = name.endswith(".json") or os.path.normcase(name).endswith(".json")
    return ends and not name.startswith(".")
