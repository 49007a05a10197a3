"""Stand-ins for the outside world, and small valid values to start from."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from tpmprep.domain.attempt import Attempt, Segment, asked
from tpmprep.domain.interviewer import Interviewer
from tpmprep.domain.question import (
    FollowUp,
    Outline,
    OutlineStep,
    Question,
    Signal,
)
from tpmprep.domain.rubric import Dimension

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def interrupting(at_s: float | None, clock_s: float = 120.0, **more: Any) -> Interviewer:
    """An interviewer who cuts in at a time of the first clock; None: not at all."""
    if at_s is None:
        return Interviewer(**more)
    return Interviewer(share=at_s / clock_s, interrupts=0, **more)


class FakeClock:
    """A clock that stands still until it is told to go on."""

    def __init__(self, now: datetime = NOON, steady_s: float = 1000.0) -> None:
        self._now, self._steady_s = now, steady_s

    def now(self) -> datetime:
        """The wall time."""
        return self._now

    def steady_s(self) -> float:
        """The steady count."""
        return self._steady_s

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self._now += timedelta(seconds=seconds)
        self._steady_s += seconds


def make_question(question_id: str = "tq-01", **changes: Any) -> Question:
    """A small valid question."""
    question = Question(
        id=question_id,
        prompt="How do you keep a migration on track when two teams disagree about the order?",
        area="execution",
        level="senior",
        kind="hypothetical",
        tests="Whether an order is chosen by risk.",
        follow_ups=(
            FollowUp("redirect", "Stop: one sentence, what do you do first?"),
            FollowUp("constraint", "Now one team loses half its people."),
            FollowUp("probe", "Who decides?", unless="owner", expects=("owner",)),
            FollowUp("probe", "How do you go back?", expects=("rollback",)),
            FollowUp("probe", "What do you measure?"),
        ),
        strong_signals=(
            Signal("owner", "Names one person who decides.", (("owner", "decides"),)),
            Signal("rollback", "Says how to go back.", (("roll back", "revert"),)),
        ),
        red_flags=("Both teams are told to talk.",),
        outline=Outline(
            (OutlineStep(30, "The claim."), OutlineStep(90, "The order.")),
            ("The claim.", "The options."),
            ("The numbers.", "The failure."),
        ),
        rubric=("ex.control", "dl.concision"),
        bar={"senior": "An order.", "staff": "A rule.", "principal": "A system."},
    )
    return replace(question, **changes)


def make_dimension(dimension_id: str = "ex.control", **changes: Any) -> Dimension:
    """A dimension with four levels."""
    levels: dict[Any, str] = {
        "1": "Says a weekly meeting is enough.",
        "2": "Names artefacts without a decision.",
        "3": "Names thresholds, owners and actions.",
        "4": "Removed a ritual and measured the effect.",
    }
    return replace(Dimension(dimension_id, "Control", "Cadence and signals", levels), **changes)


def make_attempt(attempt_id: str = "20261124-120000-00000001", **changes: Any) -> Attempt:
    """A scored two-minute attempt; the id's date is also its start."""
    moment = datetime.strptime(attempt_id[:15], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
    text = "One owner decides the order. We can roll back in ten minutes."
    attempt = Attempt(
        id=attempt_id,
        app="0.1.0",
        started_at=moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        utc_offset_min=0,
        question=asked(make_question()),
        format="2min",
        mode="type",
        limit_s=120.0,
        elapsed_s=100.0,
        overtime_s=0.0,
        think_s=0.0,
        pauses=[],
        answer=text,
        segments=[Segment("How do you keep a migration on track?", "main", 0.0, text)],
        seed=7,
        scores={"ex.control": 3, "dl.concision": 2},
        quotes={"ex.control": ["One owner decides the order"]},
        unsupported=["dl.concision"],
    )
    return replace(attempt, **changes)
