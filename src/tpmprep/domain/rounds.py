"""A real interview as it was noted afterwards, and how it ended."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from tpmprep.domain.attempt import SCHEMA
from tpmprep.domain.text import encodable

Result = Literal["passed", "failed", "open"]
PASSED: Result = "passed"
FAILED: Result = "failed"
OPEN: Result = "open"
RESULTS = (PASSED, FAILED, OPEN)

MOST_PERCENT = 100
_NUMBERED = re.compile(r"(\d{1,3})\s*[=:)]\s*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Heard:
    """What one asked the interviewer, and what came back. Either may be empty."""

    question: str
    heard: str


@dataclass(frozen=True, slots=True)
class Round:
    """A real interview. `on` is its day, `felt` how likely it passed, in percent."""

    id: str
    app: str
    on: str
    company: str
    stage: str = ""
    questions: tuple[str, ...] = ()
    """What they asked, in their words as far as those were remembered."""
    asked: tuple[Heard, ...] = ()
    felt: int | None = None
    notes: str = ""
    schema: int = SCHEMA

    @property
    def day(self) -> date:
        """The day of the interview. Raises ValueError when `on` is none."""
        return date.fromisoformat(self.on)

    @property
    def name(self) -> str:
        """`Acme, onsite`."""
        return f"{self.company}, {self.stage}" if self.stage else self.company


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a round ended, or that it is open again; `at` is when that was noted (UTC)."""

    id: str
    round: str
    result: Result
    at: str
    schema: int = SCHEMA


@dataclass(frozen=True, slots=True)
class Logbook:
    """Every round, by day, with the newest outcome of each."""

    rounds: tuple[Round, ...] = ()
    results: Mapping[str, Result] | None = None

    def result(self, round_: Round) -> Result:
        """How a round ended, as far as that is known."""
        return (self.results or {}).get(round_.id, OPEN)

    @property
    def open(self) -> list[Round]:
        """The rounds that nobody knows the end of."""
        return [round_ for round_ in self.rounds if self.result(round_) == OPEN]


def logbook_of(rounds: Iterable[Round], outcomes: Iterable[Outcome]) -> Logbook:
    """The rounds with their outcomes; a copy that a sync tool left counts once."""
    known: dict[str, Round] = {}
    for round_ in rounds:
        known.setdefault(round_.id, round_)
    by_time = sorted(outcomes, key=lambda outcome: (outcome.at, outcome.id))
    results = {outcome.round: outcome.result for outcome in by_time}
    return Logbook(tuple(sorted(known.values(), key=lambda r: (r.on, r.id))), results)


def round_of(
    answers: Mapping[str, Any], round_id: str, app: str, today: date, asks: Sequence[str]
) -> Round:
    """The round that the answers of the form make; `asks` are the questions behind the numbers.

    Raises ValueError when the day or the percent are none.
    """
    return Round(
        id=round_id,
        app=app,
        on=day_of(_text(answers, "on"), today).isoformat(),
        company=_text(answers, "company"),
        stage=_text(answers, "stage"),
        questions=tuple(dict.fromkeys(_lines(answers, "questions"))),
        asked=tuple(heard_of(line, asks) for line in _lines(answers, "heard")),
        felt=percent_of(_text(answers, "felt")),
        notes=_text(answers, "notes"),
    )


def day_of(said: str, today: date) -> date:
    """The day that was meant; nothing said means today. Raises ValueError with what is wrong."""
    word = said.strip().lower()
    if word in ("", "today"):
        return today
    if word == "yesterday":
        return today - timedelta(days=1)
    try:
        day = date.fromisoformat(word)
    except ValueError as error:
        raise ValueError(f"'{said}' is no day: write it like {today}") from error
    if day > today:
        raise ValueError(f"{day} is still to come: today is {today}")
    return day


def percent_of(said: str) -> int | None:
    """How likely, in percent: `6` and `60` and `60%` are sixty; None when nothing was said.

    Raises ValueError with what is wrong.
    """
    word = said.strip()
    if not word:
        return None
    digits = word.removesuffix("%").strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 3):
        raise ValueError(f"'{said}' is no percent: 1 to 9 are tens, or write 65%")
    number = int(digits) * (10 if len(digits) == 1 and "%" not in word else 1)
    if number > MOST_PERCENT:
        raise ValueError(f"{number}% is more than everything")
    return number


def heard_of(line: str, asks: Sequence[str]) -> Heard:
    """`2 = by launches` is the second of `asks`; other words before the sign are the question.

    Without a sign all of it was heard.
    """
    numbered = _NUMBERED.fullmatch(line.strip())
    if numbered and 1 <= int(numbered[1]) <= len(asks):
        return Heard(asks[int(numbered[1]) - 1], numbered[2].strip())
    question, sign, heard = line.partition("=")
    return Heard(question.strip(), heard.strip()) if sign else Heard("", line.strip())


def _text(answers: Mapping[str, Any], name: str) -> str:
    return encodable(str(answers.get(name) or "")).strip()


def _lines(answers: Mapping[str, Any], name: str) -> list[str]:
    return [encodable(line).strip() for line in answers.get(name) or () if line.strip()]
