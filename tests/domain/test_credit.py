"""What a signal counts that was said at once, after a probe, or never."""

import pytest

from fakes import NOON, make_question
from tpmprep.domain.attempt import Origin, SignalSeen, attempt_of
from tpmprep.domain.credit import reached
from tpmprep.domain.drill import Drill, Part
from tpmprep.domain.formats import FORMATS
from tpmprep.domain.interviewer import Interviewer

SIGNALS = make_question().strong_signals


def part(text: str, *expects: str, line: str = "", carries: str = "") -> Part:
    """A part with these words, after a line that expects these signals."""
    kind = "probe" if expects else "main"
    return Part(kind, "?", 0, 0, 60, text, line=line, expects=expects, carries=carries)


@pytest.mark.parametrize(
    ("parts", "aided"),
    [
        ((part("The owner decides."), part("x", "owner")), False),
        ((part("x"), part("The owner decides.", "owner")), True),
        ((part("x"), part("y", "owner"), part("The owner decides.")), True),
        ((part("x"), part("The owner decides.", "rollback"), part("z", "owner")), False),
        ((part("x"), part("The owner decides.")), False),
    ],
)
def test_a_signal_is_aided_when_a_probe_for_it_came_first(
    parts: tuple[Part, ...], aided: bool
) -> None:
    """Whoever says it before being asked has said it."""
    owner, rollback = reached(SIGNALS, parts)
    assert (True, aided) == (owner.mentioned, owner.aided)
    assert (False, False) == (rollback.mentioned, rollback.aided)


def test_half_credit_is_kept_with_the_attempt() -> None:
    """The saved attempt says which signal came only when asked for."""
    parts = (part("x"), part("The owner decides.", "owner", line="probe.0"), part("roll back"))
    drill = Drill(make_question(), FORMATS["deep"], Interviewer(), parts=parts)
    attempt = attempt_of(drill, Origin("20261124-120000-00000001", "0.1.0", NOON, "type", 7))
    assert {"owner": 0.5, "rollback": 1.0} == {n: s.credit for n, s in attempt.signals.items()}
    assert ["", "probe.0", ""] == [segment.line for segment in attempt.segments]


@pytest.mark.parametrize(
    ("seen", "credit"),
    [
        (SignalSeen(mentioned=True), 1.0),
        (SignalSeen(mentioned=True, aided=True), 0.5),
        (SignalSeen(mentioned=True, confirmed=False), 0.0),
        (SignalSeen(mentioned=False, confirmed=True), 1.0),
        (SignalSeen(mentioned=False), 0.0),
    ],
)
def test_what_a_signal_counts(seen: SignalSeen, credit: float) -> None:
    """The person's word goes before what was found."""
    assert credit == seen.credit


def test_words_that_were_taken_over_count_once() -> None:
    """The cut text replaces the draft, and both stay in the parts."""
    drill = Drill(
        make_question(),
        FORMATS["narrative"],
        Interviewer(),
        parts=(part("long", line="draft"), part("short", line="cut", carries="draft")),
    )
    assert "short" == drill.text
