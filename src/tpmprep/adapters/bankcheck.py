"""Checking bank files: every rule, on a file, a pack or a whole bank."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from tpmprep.adapters.bankfiles import Entry, load_rubrics, read_questions, yaml_files
from tpmprep.adapters.content import load_competencies, load_facts
from tpmprep.adapters.paths import shipped_bank
from tpmprep.domain import bank_rules, entry_rules, likeness
from tpmprep.domain.lint import Checked, Finding, Known, Problem
from tpmprep.errors import BadData, NotFound


def check_path(path: Path | None) -> Checked:
    """Check the question files at `path`, or the shipped bank. Raises NotFound or BadData.

    A folder that holds `questions` and `rubrics`, like the shipped bank, is a whole bank and has
    to be complete as well: enough of every area, track, level and competency.
    """
    root = shipped_bank() if path is None else path
    if not root.exists() and not root.is_symlink():
        raise NotFound("file or folder", str(path))
    if (root / "questions").is_dir() and (root / "rubrics").is_dir():
        return _check_whole(root)
    return check_files(root)


def check_files(path: Path, shown_as: Path | None = None) -> Checked:
    """Check the question files at `path` by themselves and against the shipped questions.

    Problems name the files below `shown_as`, which is where the user knows them. Raises BadData
    when there is no YAML file.
    """
    files = yaml_files(path)
    if not files:
        raise BadData(f"there is no YAML file in {path}", "Question files end in .yaml")
    known, _ = _known(shipped_bank() / "rubrics")
    entries, problems = _read(files, known)
    if entries:  # nothing can be like a shipped question where nothing could be read
        others, _ = _read(yaml_files(shipped_bank() / "questions"), known)
        problems = [*problems, *_advice(entries, others)]
    if shown_as is not None:
        names = {str(file): str(_beside(file, path, shown_as)) for file in files}
        problems = [replace(problem, file=names[problem.file]) for problem in problems]
    return Checked(len(files), len(entries), problems)


def _check_whole(root: Path) -> Checked:
    files = yaml_files(root / "questions")
    known, wrong = _known(root / "rubrics")
    entries, problems = _read(files, known)
    gaps = bank_rules.gaps([entry.question for entry in entries], load_competencies())
    missing = [Problem(str(_where(root, gap)), 1, gap.key, gap.message, False) for gap in gaps]
    problems = [*wrong, *problems, *_advice(entries), *missing]
    return Checked(len(files) + len(yaml_files(root / "rubrics")), len(entries), problems)


def _known(rubrics: Path) -> tuple[Known, list[Problem]]:
    dimensions, problems = load_rubrics(rubrics)
    return Known(dimensions, load_competencies(), load_facts()), problems


def _read(files: Iterable[Path], known: Known) -> tuple[list[Entry], list[Problem]]:
    """All entries that can be read, and what is wrong; an id belongs to the first that has it."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    home: dict[str, Path] = {}
    for path in files:
        found, wrong = read_questions(path, known)
        entries += found
        problems += wrong
        for entry in found:
            owner = home.setdefault(entry.question.id, path)
            if owner != path:
                message = f"'{entry.question.id}' is taken by {owner.name}"
                problems.append(entry.problem(Finding(("id",), message)))
    return entries, problems


def _advice(entries: list[Entry], others: Iterable[Entry] = ()) -> Iterator[Problem]:
    """Broken rules of wording, and entries that say what an earlier or a shipped one says."""
    for entry in entries:
        for finding in entry_rules.check_wording(entry.question):
            yield entry.problem(finding, bars=False)
    ordered = [*others, *entries]
    questions, since = [entry.question for entry in ordered], len(ordered) - len(entries)
    for pair in likeness.alike(questions, since):
        yield ordered[pair.second].problem(Finding(("prompt",), pair.message), bars=False)
    for place, number, owner in likeness.same_signals(questions, since):
        finding = Finding(("strong_signals", number, "text"), f"stands word for word in {owner}")
        yield ordered[place].problem(finding, bars=False)


def _beside(file: Path, root: Path, shown_as: Path) -> Path:
    return shown_as if file == root or not shown_as.is_dir() else shown_as / file.relative_to(root)


def _where(root: Path, gap: bank_rules.Gap) -> Path:
    """The file in which a gap is filled, as near as it is known."""
    path = root / "questions" / gap.area / f"{gap.track or 'general'}.yaml"
    return path if gap.area and path.exists() else root / "questions" / gap.area
