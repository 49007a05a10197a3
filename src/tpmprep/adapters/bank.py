"""The question bank: what ships, the user's own questions and added packs, behind one cache."""

import contextlib
import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from tpmprep import __version__
from tpmprep.adapters import schema
from tpmprep.adapters.bankcache import Cache, Document, Volume
from tpmprep.adapters.bankfiles import (
    load_questions,
    load_rubrics,
    read_questions,
    read_rubric,
    yaml_files,
)
from tpmprep.adapters.paths import PACKAGE, content_dir, shipped_bank
from tpmprep.adapters.shelf import Shelf
from tpmprep.domain.lint import Known, Problem
from tpmprep.domain.question import Head, Question, head_of, question_from
from tpmprep.domain.rubric import Dimension
from tpmprep.errors import BadData, NotFound

_CHECKERS = (
    *("domain/question.py", "domain/lint.py", "domain/rubric.py"),
    *("adapters/schema.py", "adapters/bankcache.py"),
)
"""What decides whether an entry passes and how it is kept; when one changes, all are read again."""


@dataclass(frozen=True, slots=True)
class Bank:
    """Everything that can be asked and how it is scored. `openers` are about one's own work."""

    questions: Mapping[str, Question] = field(default_factory=dict)
    openers: Mapping[str, Question] = field(default_factory=dict)
    dimensions: Mapping[str, Dimension] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def has(self, question_id: str) -> bool:
        """Whether a question or opener has this id."""
        return question_id in self.questions or question_id in self.openers

    def question(self, question_id: str) -> Question:
        """The question or opener with this id. Raises NotFound with what looks like it."""
        found = self.questions.get(question_id) or self.openers.get(question_id)
        if found is None:
            known = [*self.questions, *self.openers]
            hint = "See all ids with: tpmprep bank list"
            raise NotFound("question", question_id, known, hint)
        return found

    def heads(self) -> list[Head]:
        """What filters need to know of every question, without reading the questions."""
        if isinstance(self.questions, Shelf):
            return [_head(name, row) for name, row in self.questions.heads()]
        return [head_of(question) for question in self.questions.values()]

    def dimensions_of(self, ids: Iterable[str]) -> list[Dimension]:
        """The dimensions with these ids, those that exist."""
        return [self.dimensions[name] for name in ids if name in self.dimensions]


@dataclass(frozen=True, slots=True)
class Pack:
    """Questions beside the shipped ones; their ids begin with the name of the pack."""

    name: str
    folder: Path


def load_shipped() -> Bank:
    """The bank that comes with the program, read without a cache. Raises BadData when missing."""
    root = _root()
    dimensions, problems = load_rubrics(root / "rubrics")
    known = Known(dimensions)
    questions, more = load_questions(yaml_files(root / "questions"), known)
    openers, most = load_questions([content_dir() / "openers.yaml"], known)
    return Bank(questions, openers, dimensions, [*problems, *more, *most])


def load_bank(cache_folder: Path, packs: Iterable[Pack] = ()) -> Bank:
    """The shipped bank and `packs`, through the cache. Raises BadData when the first is missing.

    A file with a problem gives no question; its problems are in the bank.
    """
    with _no_collections():
        return _loaded(cache_folder, packs)


@contextlib.contextmanager
def _no_collections() -> Iterator[None]:
    """Loading makes many objects and no garbage; looking for some would take most of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def _loaded(cache_folder: Path, packs: Iterable[Pack]) -> Bank:
    root = _root()
    cache = Cache(cache_folder, _version(root))
    rubrics = cache.volumes(yaml_files(root / "rubrics"), _dimension_documents)
    dimensions = Shelf(rubrics, _dimension_from)
    read = partial(_question_documents, known=Known(frozenset(dimensions)))
    openers = cache.volumes([content_dir() / "openers.yaml"], read)
    volumes = cache.volumes(yaml_files(root / "questions"), read)
    for pack in packs:
        volumes += cache.volumes(yaml_files(pack.folder), partial(read, pack=pack.name), pack.name)
    cache.save()
    clashes = _twins(volumes)
    problems = [p for volume in [*rubrics, *openers, *volumes] for p in volume.problems]
    questions = Shelf(volumes, question_from)
    return Bank(questions, Shelf(openers, question_from), dimensions, [*problems, *clashes])


def _root() -> Path:
    try:
        return shipped_bank()
    except FileNotFoundError as error:
        hint = "Install tpmprep again; your answers are not affected."
        raise BadData("the question bank is missing from this installation", hint) from error


def _version(root: Path) -> str:
    """What kept entries depend on beside their file: this program, its checks and the rubrics."""
    files = [PACKAGE / name for name in _CHECKERS] + yaml_files(root / "rubrics")
    stamps = [f"{info.st_size}.{info.st_mtime_ns}" for info in (path.stat() for path in files)]
    return " ".join([__version__, *stamps])


def _question_documents(
    path: Path, *, known: Known, pack: str = ""
) -> tuple[list[Document], list[Problem]]:
    entries, problems = read_questions(path, known)
    documents = []
    for entry in entries:
        question = entry.question
        if pack:
            question = replace(question, id=f"{pack}/{question.id}")
        head = head_of(question)
        row = [head.area, head.level, head.kind, head.tracks, head.formats]
        documents.append(Document(question.id, row, schema.dump(Question, question)))
    return documents, problems


def _head(name: str, row: Sequence[Any]) -> Head:
    area, level, kind, tracks, formats = row
    return Head(name, area, level, kind, tuple(tracks), tuple(formats))


def _dimension_documents(path: Path) -> tuple[list[Document], list[Problem]]:
    rubric, problems = read_rubric(path)
    dimensions = rubric.dimensions if rubric is not None else ()
    found = [Document(item.id, [], schema.dump(Dimension, item)) for item in dimensions]
    return found, problems


def _dimension_from(document: dict[str, Any]) -> Dimension:
    return Dimension(**document)


def _twins(volumes: list[Volume]) -> list[Problem]:
    """Empty every volume whose ids an earlier one has, and say so."""
    seen: set[str] = set()
    problems = []
    for place, volume in enumerate(volumes):
        if not seen.isdisjoint(volume.rows):
            name = min(seen & volume.rows.keys())
            owner = next(earlier.path for earlier in volumes[:place] if name in earlier.rows)
            message = f"'{name}' is taken by {owner.name}"
            problems.append(Problem(str(volume.path), 1, "id", message))
            volume.rows = {}
        seen.update(volume.rows)
    return problems
