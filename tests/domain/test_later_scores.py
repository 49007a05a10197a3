"""History: what a pile of records comes to, further cases."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from fakes import make_attempt
from tpmprep.domain.attempt import ScoreRecord
from tpmprep.domain.history import history_of

MON, TUE, WED = (f"2026112{n}-120000-0000000{n}" for n in (3, 4, 5))


def unscored(attempt_id: str, **changes: Any) -> Any:
    """An attempt that nobody scored at once."""
    return make_attempt(attempt_id, scores={}, quotes={}, unsupported=[], **changes)


def later(attempt_id: str, level: int, day: int, rater: str = "self", **more: Any) -> ScoreRecord:
    """A score given on a later day of the month."""
    stamp = f"2026-11-{day}T09:00:00.000Z"
    return ScoreRecord(f"s-{day}-{rater}", attempt_id, rater, stamp, {"ex.control": level}, **more)


PILE = [make_attempt(MON, scores={"ex.control": 1}), unscored(TUE), unscored(WED)]
SCORES = [later(MON, 4, 26), later(TUE, 2, 26), later(TUE, 3, 27), later(WED, 4, 28, "Ann")]


@given(st.permutations(PILE), st.permutations(SCORES))
def test_neither_order_of_records_matters(pile: list[Any], scores: list[ScoreRecord]) -> None:
    """Attempts and later scores may come in any order."""
    history = history_of(pile, scores)
    assert [(MON, 1.0), (TUE, 3.0), (WED, None)] == [(a.id, a.score) for a in history.attempts]
    assert {"tq-01": 3} == history.times_asked()


def test_a_newer_score_of_somebody_else_leaves_the_own_one() -> None:
    """The own later score stays although another rater came after it."""
    history = history_of([unscored(TUE)], [later(TUE, 2, 26), later(TUE, 4, 27, "Ann")])
    assert 2.0 == history.attempts[0].score


def test_a_later_score_brings_its_quotes_and_next_change() -> None:
    """Quotes support the levels, and the next change is taken over when it is given."""
    quotes = {"ex.control": ["One owner decides the order"]}
    record = later(TUE, 2, 26, quotes=quotes, next_change="Say the number first.")
    (found,) = history_of([unscored(TUE, next_change="Breathe.")], [record]).attempts
    assert (quotes, [], "Say the number first.") == (
        found.quotes,
        found.unsupported,
        found.next_change,
    )


def test_a_later_score_without_next_change_keeps_the_first_one() -> None:
    """What the person wrote at once is not lost."""
    (found,) = history_of([unscored(TUE, next_change="Breathe.")], [later(TUE, 2, 26)]).attempts
    assert "Breathe." == found.next_change


def test_a_score_of_an_unknown_attempt_is_passed_over() -> None:
    """A record whose attempt is not there changes nothing."""
    assert None is history_of([unscored(TUE)], [later(WED, 4, 26)]).attempts[0].score


def test_a_later_score_is_what_the_next_answer_is_compared_with() -> None:
    """The change of the next answer counts from it."""
    attempts = [unscored(MON), make_attempt(TUE, scores={"ex.control": 4})]
    history = history_of(attempts, [later(MON, 2, 26)])
    assert [None, 2.0] == [history.change(a) for a in history.attempts]


def test_change_is_rounded_to_two_decimals() -> None:
    """Means of three levels leave no long fractions."""
    first = make_attempt(MON, scores={"a": 2, "b": 2, "c": 3})
    second = make_attempt(TUE, scores={"a": 3, "b": 3, "c": 2})
    assert 0.34 == history_of([first, second]).change(second)


def test_an_unscored_answer_has_no_change() -> None:
    """There are not two scores to compare."""
    history = history_of([make_attempt(MON), unscored(TUE)])
    assert None is history.change(history.attempts[1])
    assert {} == history.changes_by_dimension(history.attempts[0])
