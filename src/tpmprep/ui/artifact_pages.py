"""What `guide artifact` prints: the seven papers, where one was written, what a check found."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tpmprep.domain.artifact_check import CheckedPaper, Reading
from tpmprep.domain.artifacts import Artifact
from tpmprep.domain.lint import Problem
from tpmprep.domain.text import clean_line, in_a_sentence
from tpmprep.ui.bank_pages import problem_line
from tpmprep.ui.layout import commands, indented, stack, text
from tpmprep.ui.theme import ACCENT, Look

if TYPE_CHECKING:
    from rich.console import RenderableType


def artifacts_page(artifacts: Sequence[Artifact], look: Look) -> "RenderableType":
    """The papers, with what each must change in what people do."""
    blocks: list[RenderableType] = [text(("What each paper must change", "bold"), "\n")]
    for artifact in artifacts:
        title = f" {look.marks.dot} {artifact.title}"
        name = artifact.id if artifact.title.lower() == artifact.id else f"{artifact.id}{title}"
        blocks += [text("  ", (name, ACCENT)), indented(text(artifact.changes), 4)]
    rows = [
        ("tpmprep guide artifact risks", "prints the empty page"),
        ("tpmprep guide artifact risks --to DIR", "writes DIR/risks.md"),
        ("tpmprep guide artifact check FILE", "says where yours changes nothing"),
    ]
    return stack(*blocks, "", commands(rows, look))


def written(artifact: Artifact, path: str, look: Look) -> "RenderableType":
    """Where an empty page is, and what to do with it."""
    rows = [(f"tpmprep guide artifact check {clean_line(path)}", "once the example is replaced")]
    return stack(
        text(("Wrote ", "bold"), clean_line(path)),
        indented(text((artifact.changes, "dim"))),
        text(""),
        commands(rows, look),
    )


def check_lines(checked: CheckedPaper) -> Iterator[str]:
    """Every problem on a line of its own, then one line of what was read."""
    for problem in checked.problems:
        yield _line(problem)
    bars = checked.barring
    remarks = len(checked.problems) - bars
    read = [_read(reading, in_full=not bars) for reading in checked.readings]
    found = [_count(bars, "problem", "problems")] if bars else []
    found += [_count(remarks, "remark", "remarks")] if remarks else []
    yield "; ".join([*read, *found])


def _line(problem: Problem) -> str:
    if problem.bars:
        return problem_line(problem)
    place, message = f"{problem.file}:{problem.line}", f"remark: {problem.message}"
    return clean_line(f"{place}: {problem.key}: {message}")


def _read(reading: Reading, *, in_full: bool) -> str:
    """`3 risks, each with trigger, owner and action`."""
    artifact = reading.artifact
    if artifact.shape == "sections":
        sections = f"{artifact.one}: {reading.rows} of {len(artifact.parts)} sections written"
        return f"{artifact.one} with {_listed(artifact, 0)}" if in_full else sections
    rows = _count(reading.rows, artifact.one, artifact.many)
    if not in_full:
        return f"{rows} read"
    return f"{rows}{', each' if reading.rows > 1 else ''} with {_listed(artifact, 1)}"


def _listed(artifact: Artifact, start: int) -> str:
    *others, last = [in_a_sentence(part.title) for part in artifact.needed[start:]]
    return f"{', '.join(others)} and {last}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
