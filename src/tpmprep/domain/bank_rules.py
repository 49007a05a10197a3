"""What a whole bank must hold: enough of every area, track, level and competency."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from tpmprep.domain.question import AREAS, LEVELS, TRACKS, Question

LEVEL_MIX = {"tpm2": 20, "senior": 38, "staff": 30, "principal": 12}
"""Percent of the bank that is wanted at each level."""

MIX_POINTS = 5
LEAST_OF_A_CELL = 8
LEAST_OF_A_COMPETENCY = 4
OWN_REDIRECTS = 0.9


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that a bank has too little of; area and track say where to add it."""

    key: str
    message: str
    area: str = ""
    track: str = ""


def gaps(questions: Sequence[Question], competencies: Collection[str]) -> list[Gap]:
    """Everything that the bank lacks."""
    return [
        *_thin_cells(questions),
        *_uneven_levels(questions),
        *_untested(questions, competencies),
        *_repeated_redirects(questions),
    ]


def _thin_cells(questions: Sequence[Question]) -> Iterator[Gap]:
    cells: Counter[tuple[str, str]] = Counter(
        (q.area, track) for q in questions for track in q.tracks
    )
    for area in AREAS:
        for track in TRACKS:
            if (count := cells[area, track]) < LEAST_OF_A_CELL:
                message = f"has {count} questions; at least {LEAST_OF_A_CELL}"
                yield Gap(f"{area}.{track}", message, area, track)


def _uneven_levels(questions: Sequence[Question]) -> Iterator[Gap]:
    counts: Counter[str] = Counter(question.level for question in questions)
    for level in LEVELS:
        share = 100 * counts[level] / max(len(questions), 1)
        if abs(share - LEVEL_MIX[level]) > MIX_POINTS:
            message = f"is {share:.1f} percent; {LEVEL_MIX[level]} with {MIX_POINTS} points of room"
            yield Gap(f"level.{level}", message)


def _untested(questions: Sequence[Question], competencies: Collection[str]) -> Iterator[Gap]:
    for question in questions:
        if not question.competencies:
            track = question.tracks[0] if question.tracks else ""
            yield Gap(f"{question.id}.competencies", "names none", question.area, track)
    counts = Counter(name for question in questions for name in question.competencies)
    for name in sorted(competencies):
        if (count := counts[name]) < LEAST_OF_A_COMPETENCY:
            message = f"is tested by {count} questions; at least {LEAST_OF_A_COMPETENCY}"
            yield Gap(f"competency.{name}", message)


def _repeated_redirects(questions: Sequence[Question]) -> Iterator[Gap]:
    redirects = [f for question in questions for f in question.follow_ups_of("redirect")]
    texts = [redirect.text.casefold() for redirect in redirects]
    share = len(set(texts)) / max(len(texts), 1)
    if texts and share < OWN_REDIRECTS:
        message = f"only {share:.0%} of the redirects are said once; at least {OWN_REDIRECTS:.0%}"
        yield Gap("follow_ups.redirect", message)
