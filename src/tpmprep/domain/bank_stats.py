"""What is in the bank, counted."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tpmprep.domain.question import AREAS, KINDS, LEVELS, TRACKS, Question

SHIPPED = "shipped"


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts over a bank. `cells` are by area and track; `all` counts those of every track."""

    questions: int
    follow_ups: int
    strong_signals: int
    red_flags: int
    outlines: int
    areas: dict[str, int]
    tracks: dict[str, int]
    cells: dict[str, dict[str, int]]
    levels: dict[str, int]
    level_percent: dict[str, float]
    kinds: dict[str, int]
    formats: dict[str, int]
    competencies: dict[str, int]
    packs: dict[str, int]


def stats_of(questions: Sequence[Question]) -> Stats:
    """The counts over `questions`."""
    levels = _counted(LEVELS, (q.level for q in questions))
    return Stats(
        questions=len(questions),
        follow_ups=sum(len(q.follow_ups) for q in questions),
        strong_signals=sum(len(q.strong_signals) for q in questions),
        red_flags=sum(len(q.red_flags) for q in questions),
        outlines=sum(_outlines(q) for q in questions),
        areas=_counted(AREAS, (q.area for q in questions)),
        tracks=_counted(_TRACKS, (track for q in questions for track in _tracks(q))),
        cells={area: _cell(area, questions) for area in AREAS},
        levels=levels,
        level_percent={k: round(100 * n / max(len(questions), 1), 1) for k, n in levels.items()},
        kinds=_counted(KINDS, (q.kind for q in questions)),
        formats=dict(sorted(Counter(f for q in questions for f in q.formats).items())),
        competencies=dict(sorted(Counter(c for q in questions for c in q.competencies).items())),
        packs=dict(Counter(_pack(q) for q in questions)),
    )


_TRACKS = (*TRACKS, "all")


def _cell(area: str, questions: Iterable[Question]) -> dict[str, int]:
    return _counted(_TRACKS, (track for q in questions if q.area == area for track in _tracks(q)))


def _tracks(question: Question) -> Sequence[str]:
    return question.tracks or ("all",)


def _pack(question: Question) -> str:
    name, sign, _ = question.id.partition("/")
    return name if sign else SHIPPED


def _outlines(question: Question) -> int:
    outline = question.outline
    return sum(bool(part) for part in (outline.two_min, outline.five_min, outline.deep))


def _counted(names: Sequence[str], found: Iterable[str]) -> dict[str, int]:
    """A count for every name, in the order of the names."""
    counts = Counter(found)
    return {name: counts[name] for name in names}
