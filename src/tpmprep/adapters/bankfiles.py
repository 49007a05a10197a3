"""The files of the bank as they are written: YAML in, checked values out, with their places.

A file is read whole or not at all; what is wrong with it is a list of Problems, not an exception.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tpmprep.adapters import schema
from tpmprep.adapters.yamlfile import Tree, YamlProblem, read_yaml
from tpmprep.domain.lint import Finding, Known, Problem, check_question, check_rubric
from tpmprep.domain.question import Question
from tpmprep.domain.rubric import Dimension, Rubric

MOST_FILES = 500
DEEPEST = 4
"""A bank is a folder of folders; a tree beyond these bounds is no bank."""

ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Entry:
    """A question and where it stands."""

    question: Question
    file: Path
    place: int
    tree: Tree = field(repr=False)

    def problem(self, finding: Finding, *, bars: bool = True) -> Problem:
        """What is wrong with the entry, with its line and key."""
        line, key = schema.place(self.tree, (self.place, *finding.path))
        return Problem(str(self.file), line, key, finding.message, bars)


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files below `folder`, or `folder` itself when it is a file, in a stable order.

    Linked folders are not followed. At most MOST_FILES, and folders down to DEEPEST.
    """
    if not folder.is_dir():
        return [folder]
    found: list[Path] = []
    for root, folders, names in os.walk(folder):
        here = Path(root)
        if len(here.relative_to(folder).parts) >= DEEPEST:
            folders.clear()
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [here / name for name in names if _is_yaml(name)]
        if len(found) > MOST_FILES:
            break
    return sorted(found[:MOST_FILES])


def read_questions(path: Path, known: Known) -> tuple[list[Entry], list[Problem]]:
    """The entries of one file that keep every rule of `lint`, and what is wrong with the rest."""
    tree, problem = _read(path)
    if tree is None:
        return [], problem
    if not isinstance(tree.value, list):
        return [], [Problem(str(path), 1, "", "must be a list of questions (lines with - id:)")]
    entries: list[Entry] = []
    problems: list[Problem] = []
    ids: set[str] = set()
    for place, document in enumerate(tree.value):
        question, wrong = schema.parse(Question, document)
        if question is not None:
            wrong = check_question(question, known)
            if question.id in ids:
                wrong.append(Finding(("id",), f"'{question.id}' appears twice in this file"))
            ids.add(question.id)
            entries.append(Entry(question, path, place, tree))
        problems += _told(path, tree, wrong, (place,))
    return entries, problems[: schema.MOST_PROBLEMS]


def load_questions(
    paths: Iterable[Path], known: Known
) -> tuple[dict[str, Question], list[Problem]]:
    """The questions of all files without problems, by id, and every problem of the others."""
    questions: dict[str, Question] = {}
    problems: list[Problem] = []
    home: dict[str, Path] = {}
    for path in paths:
        entries, wrong = read_questions(path, known)
        for entry in entries:
            if (name := entry.question.id) in home:
                message = f"'{name}' is taken by {home[name].name}"
                wrong.append(entry.problem(Finding(("id",), message)))
        problems += wrong
        if not wrong:
            questions.update({entry.question.id: entry.question for entry in entries})
            home.update(dict.fromkeys((entry.question.id for entry in entries), path))
    return questions, problems


def load_rubrics(folder: Path) -> tuple[dict[str, Dimension], list[Problem]]:
    """The dimensions of every rubric file in `folder`, by id, and what is wrong with the files."""
    dimensions: dict[str, Dimension] = {}
    problems: list[Problem] = []
    for path in yaml_files(folder):
        rubric, found = read_rubric(path)
        problems += found
        if rubric is not None:
            dimensions.update({dimension.id: dimension for dimension in rubric.dimensions})
    return dimensions, problems


def read_rubric(path: Path) -> tuple[Rubric | None, list[Problem]]:
    """The rubric of one file, or None with what is wrong with it."""
    return read_one(path, Rubric, check_rubric)


def read_one(
    path: Path, kind: Any, check: Callable[[Any], list[Finding]] = lambda _: []
) -> tuple[Any, list[Problem]]:
    """The one value that a file holds, as a `kind`, or None with what is wrong with it."""
    tree, problem = _read(path)
    if tree is None:
        return None, problem
    value, findings = schema.parse(kind, tree.value)
    if value is not None:
        findings = check(value)
    problems = list(_told(path, tree, findings))
    return (value if not problems else None), problems


def _is_yaml(name: str) -> bool:
    return name.endswith(ENDINGS) and not name.startswith(".")


def _read(path: Path) -> tuple[Tree | None, list[Problem]]:
    try:
        return read_yaml(path), []
    except YamlProblem as error:
        return None, [Problem(str(path), error.line, "", error.message)]


def _told(
    path: Path, tree: Tree, findings: list[Finding], inside: tuple[int, ...] = ()
) -> Iterator[Problem]:
    for finding in findings[: schema.MOST_PROBLEMS]:
        line, key = schema.place(tree, (*inside, *finding.path))
        yield Problem(str(path), line, key, finding.message)
