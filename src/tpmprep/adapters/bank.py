"""The question bank on disk: YAML files in, a Bank out. A bad file disables itself only."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tpmprep.adapters import schema
from tpmprep.adapters.paths import content_dir, shipped_bank
from tpmprep.adapters.yamlfile import Tree, YamlProblem, read_yaml
from tpmprep.domain.lint import Checked, Finding, Problem, check_question, check_rubric
from tpmprep.domain.question import Question
from tpmprep.domain.rubric import Dimension, Rubric
from tpmprep.domain.stages import Stage
from tpmprep.errors import BadData, NotFound


@dataclass(frozen=True, slots=True)
class Bank:
    """Everything that can be asked and how it is scored. `openers` are about one's own work."""

    questions: dict[str, Question] = field(default_factory=dict)
    openers: dict[str, Question] = field(default_factory=dict)
    dimensions: dict[str, Dimension] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def question(self, question_id: str) -> Question:
        """The question or opener with this id. Raises NotFound with what looks like it."""
        found = self.questions.get(question_id) or self.openers.get(question_id)
        if found is None:
            known = [*self.questions, *self.openers]
            hint = "See all ids with: tpmprep bank list"
            raise NotFound("question", question_id, known, hint)
        return found

    def dimensions_of(self, ids: Iterable[str]) -> list[Dimension]:
        """The dimensions with these ids, those that exist."""
        return [self.dimensions[name] for name in ids if name in self.dimensions]


def check_path(path: Path | None) -> Checked:
    """Check the question files at `path`, or the shipped bank. Raises NotFound or BadData."""
    if path is None:
        bank = load_shipped()
        files = [*yaml_files(shipped_bank() / "questions"), *yaml_files(shipped_bank() / "rubrics")]
        return Checked(len(files), len(bank.questions), bank.problems)
    if not path.exists():
        raise NotFound("file or folder", str(path))
    paths = yaml_files(path)
    if not paths:
        raise BadData(f"there is no YAML file in {path}", "Question files end in .yaml")
    dimensions, _ = load_rubrics(shipped_bank() / "rubrics")
    questions, problems = load_questions(paths, dimensions)
    return Checked(len(paths), len(questions), problems)


def load_shipped() -> Bank:
    """The bank that comes with the program. Raises BadData when it is not there."""
    try:
        root = shipped_bank()
    except FileNotFoundError as error:
        hint = "Install tpmprep again; your answers are not affected."
        raise BadData("the question bank is missing from this installation", hint) from error
    dimensions, problems = load_rubrics(root / "rubrics")
    questions, more = load_questions(yaml_files(root / "questions"), dimensions)
    openers, most = load_questions([content_dir() / "openers.yaml"], dimensions)
    return Bank(questions, openers, dimensions, [*problems, *more, *most])


def load_rubrics(folder: Path) -> tuple[dict[str, Dimension], list[Problem]]:
    """The dimensions of every rubric file in `folder`, by id, and what is wrong with the files."""
    dimensions: dict[str, Dimension] = {}
    problems: list[Problem] = []
    for path in yaml_files(folder):
        rubric, found = _load(path, Rubric, check_rubric)
        problems += found
        if rubric is not None:
            dimensions.update({dimension.id: dimension for dimension in rubric.dimensions})
    return dimensions, problems


def load_questions(
    paths: Iterable[Path], dimensions: dict[str, Dimension]
) -> tuple[dict[str, Question], list[Problem]]:
    """The questions of all files without problems, by id, and every problem of the others."""
    questions: dict[str, Question] = {}
    problems: list[Problem] = []
    home: dict[str, Path] = {}
    for path in paths:
        found, wrong = _load_list(path, dimensions, home)
        problems += wrong
        if not wrong:
            questions.update({question.id: question for question in found})
            home.update(dict.fromkeys((question.id for question in found), path))
    return questions, problems


def load_stages() -> tuple[Stage, ...]:
    """The stages of the guide's plan. Raises BadData when the shipped file is broken."""
    tree = read_yaml(content_dir() / "plan.yaml")
    stages, findings = schema.parse(tuple[Stage, ...], tree.value)
    if findings:
        raise BadData(f"the shipped plan is broken: {findings[0].message}")
    return tuple(stages)


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files below `folder`, or `folder` itself when it is a file, in a stable order."""
    if folder.is_file():
        return [folder]
    hits = (path for path in folder.rglob("*") if path.suffix in (".yaml", ".yml"))
    return sorted(path for path in hits if not path.name.startswith("."))


def _load_list(
    path: Path, dimensions: dict[str, Dimension], home: dict[str, Path]
) -> tuple[list[Question], list[Problem]]:
    tree, problem = _read(path)
    if tree is None:
        return [], problem
    if not isinstance(tree.value, list):
        return [], [Problem(str(path), 1, "", "must be a list of questions (lines with - id:)")]
    questions: list[Question] = []
    findings: list[Finding] = []
    ids: set[str] = set()
    for place, entry in enumerate(tree.value):
        question, wrong = schema.parse(Question, entry)
        if question is not None:
            wrong = check_question(question, dimensions)
            wrong += _twin(question, ids, home)
            ids.add(question.id)
            questions.append(question)
        findings += [Finding((place, *finding.path), finding.message) for finding in wrong]
    return questions, list(_problems(path, tree, findings))


def _twin(question: Question, ids: set[str], home: dict[str, Path]) -> list[Finding]:
    if question.id in ids:
        return [Finding(("id",), f"'{question.id}' appears twice in this file")]
    if question.id in home:
        return [Finding(("id",), f"'{question.id}' is taken by {home[question.id].name}")]
    return []


def _load(path: Path, kind: Any, check: Any) -> tuple[Any, list[Problem]]:
    """One object from one file, with its problems."""
    tree, problem = _read(path)
    if tree is None:
        return None, problem
    value, findings = schema.parse(kind, tree.value)
    if value is not None:
        findings = check(value)
    problems = list(_problems(path, tree, findings))
    return (value if not problems else None), problems


def _read(path: Path) -> tuple[Tree | None, list[Problem]]:
    try:
        return read_yaml(path), []
    except YamlProblem as error:
        return None, [Problem(str(path), error.line, "", error.message)]


def _problems(path: Path, tree: Tree, findings: list[Finding]) -> Iterator[Problem]:
    for finding in findings[: schema.MOST_PROBLEMS]:
        line, key = schema.place(tree, finding.path)
        yield Problem(str(path), line, key, finding.message)
