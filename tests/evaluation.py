"""How well each detector finds what readers labelled: precision, recall and F1, two ways.

By answer: did it find anything where the reader marked something, and nothing where not?
By place: does each place that it shows overlap one that the reader marked, and is each marked
place overlapped by one that it shows?
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from tpmprep.domain.detectors import DETECTORS, found_in

ANSWERS = Path(__file__).parent / "data" / "labelled_answers"
HALVES = {"practised": "practised on while the rules were written", "held_out": "held out"}

Place = tuple[int, int]


@dataclass(frozen=True)
class Labelled:
    """An answer, and where a reader saw each thing."""

    id: str
    answer: str
    places: dict[str, list[Place]]


@dataclass(frozen=True)
class Figures:
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """F1: van Rijsbergen 1979."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def load(half: str) -> list[Labelled]:
    """The labelled answers of one half."""
    found = []
    for path in sorted((ANSWERS / half).glob("*.yaml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
            answer, labels = entry["answer"], entry["labels"]
            places = {key: list(_places(answer, quotes)) for key, quotes in labels.items()}
            found.append(Labelled(entry["id"], answer, places))
    return found


def by_answer(answers: Sequence[Labelled]) -> dict[str, Figures]:
    """A detector counts once per answer."""
    found = [found_in(item.answer) for item in answers]
    figures = {}
    for detector in DETECTORS:
        pairs = [
            (bool(spans[detector.id]), bool(item.places.get(detector.id)))
            for spans, item in zip(found, answers, strict=True)
        ]
        right = sum(seen and wanted for seen, wanted in pairs)
        figures[detector.id] = Figures(
            _share(right, sum(seen for seen, _ in pairs)),
            _share(right, sum(wanted for _, wanted in pairs)),
        )
    return figures


def by_place(answers: Sequence[Labelled]) -> dict[str, Figures]:
    """Every place counts."""
    found = [found_in(item.answer) for item in answers]
    figures = {}
    for detector in DETECTORS:
        shown, marked, right, met = 0, 0, 0, 0
        for spans, item in zip(found, answers, strict=True):
            seen = [(span.start, span.end) for span in spans[detector.id]]
            wanted = item.places.get(detector.id, [])
            shown, marked = shown + len(seen), marked + len(wanted)
            right += sum(_meets(place, wanted) for place in seen)
            met += sum(_meets(place, seen) for place in wanted)
        figures[detector.id] = Figures(_share(right, shown), _share(met, marked))
    return figures


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _meets(place: Place, others: Sequence[Place]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in others)


def _places(answer: str, quotes: Sequence[str]) -> Iterator[Place]:
    """Where the quotes stand; equal ones one after another."""
    after: dict[str, int] = {}
    for quote in quotes:
        start = answer.find(quote, after.get(quote, 0))
        if start < 0:
            raise ValueError(f"'{quote}' does not stand in: {answer[:60]}")
        after[quote] = start + 1
        yield start, start + len(quote)
