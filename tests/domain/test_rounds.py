"""Real rounds: what was said becomes a record, and the newest outcome of each counts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpmprep.domain.likeness import nearest
from tpmprep.domain.rounds import (
    FAILED,
    OPEN,
    PASSED,
    Heard,
    Outcome,
    Round,
    day_of,
    heard_of,
    logbook_of,
    percent_of,
    round_of,
)

TODAY = date(2026, 11, 24)
ASKS = ["What is stuck?", "How is success measured?"]
ONE, TWO = "20261120-100000-00000001", "20261122-100000-00000002"


def make_round(round_id: str = ONE, on: str = "2026-11-20", company: str = "Acme") -> Round:
    """A round as it is noted in haste."""
    return Round(round_id, "0.1.0", on, company)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("", "2026-11-24"),
        ("  today ", "2026-11-24"),
        ("Yesterday", "2026-11-23"),
        ("2026-11-24", "2026-11-24"),
        ("2025-02-28", "2025-02-28"),
    ],
)
def test_the_day_that_was_meant(said: str, meant: str) -> None:
    """Nothing said is today; a day is written as a day."""
    assert date.fromisoformat(meant) == day_of(said, TODAY)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("2026-11-25", "still to come"),
        ("24.11.", "is no day: write it like 2026-11-24"),
        ("2026-02-30", "is no day"),
    ],
)
def test_no_day(said: str, words: str) -> None:
    """What is wrong is said in words."""
    with pytest.raises(ValueError, match=words):
        day_of(said, TODAY)


@pytest.mark.parametrize(
    ("said", "percent"),
    [
        ("", None),
        (" ", None),
        ("6", 60),
        ("0", 0),
        ("60", 60),
        ("5%", 5),
        ("65 %", 65),
        ("100", 100),
        ("10", 10),
    ],
)
def test_percent(said: str, percent: int | None) -> None:
    """One digit is tens; with a sign or two digits it is what it says."""
    assert percent == percent_of(said)


@pytest.mark.parametrize("said", ["good", "101", "-1", "6.5", "1000", "²", "%"])
def test_no_percent(said: str) -> None:
    """Anything else is refused, with an error of ours."""
    with pytest.raises(ValueError, match=r"percent|everything"):
        percent_of(said)


@pytest.mark.parametrize(
    ("line", "heard"),
    [
        ("1 = payments", Heard("What is stuck?", "payments")),
        ("2=by launches = mostly", Heard("How is success measured?", "by launches = mostly")),
        ("1: payments", Heard("What is stuck?", "payments")),
        ("2) launches", Heard("How is success measured?", "launches")),
        ("1 =", Heard("What is stuck?", "")),
        ("3 = nobody", Heard("3", "nobody")),
        ("How big? = 12", Heard("How big?", "12")),
        ("2 teams are stuck", Heard("", "2 teams are stuck")),
        ("nice people", Heard("", "nice people")),
    ],
)
def test_heard(line: str, heard: Heard) -> None:
    """A number stands for a question; nothing that was typed is lost."""
    assert heard == heard_of(line, ASKS)


@given(st.text(max_size=30))
def test_any_words_can_be_heard(line: str) -> None:
    """Whatever is typed, every word of it stands in the record or is the number of a question."""
    heard = heard_of(line, ASKS)
    kept = f"{heard.question} {heard.heard}"
    assert heard.question in ASKS or set(line.split()) - {"="} <= set(kept.split()) | {
        word for word in line.split() if "=" in word
    }


def test_a_round_out_of_the_answers() -> None:
    """Questions once each and trimmed, numbers as questions, a day and a percent."""
    answers = {
        "company": " Acme ",
        "stage": "",
        "questions": ["Why?", " Why? ", "", "How?"],
        "heard": ["1 = payments"],
        "felt": "7",
        "on": "yesterday",
        "notes": "fast \ud800 talker",
    }
    made = round_of(answers, ONE, "0.1.0", TODAY, ASKS)
    assert ("Acme", "", ("Why?", "How?")) == (made.company, made.stage, made.questions)
    assert (("2026-11-23", 70), (Heard(ASKS[0], "payments"),)) == ((made.on, made.felt), made.asked)
    made.notes.encode()
    assert "Acme" == made.name


def test_only_the_company_is_needed() -> None:
    """Everything else may be missing."""
    made = round_of({"company": "Acme"}, ONE, "0.1.0", TODAY, ASKS)
    assert Round(ONE, "0.1.0", "2026-11-24", "Acme") == made


def test_the_newest_outcome_counts() -> None:
    """Whatever the order of the files; a round can be open again; copies count once."""
    first = Outcome("20261123-100000-00000001", ONE, PASSED, "2026-11-23T10:00:00.000Z")
    second = Outcome("20261124-100000-00000001", ONE, FAILED, "2026-11-24T10:00:00.000Z")
    again = Outcome("20261125-100000-00000001", ONE, OPEN, "2026-11-25T10:00:00.000Z")
    one, two = make_round(), make_round(TWO, "2026-11-19")
    book = logbook_of([one, two, one], [second, first])
    assert ((two, one), FAILED, OPEN) == (book.rounds, book.result(one), book.result(two))
    assert [two] == book.open
    assert [two, one] == logbook_of([one, two], [again, second, first]).open


def test_nothing_noted_yet() -> None:
    """An empty book has no open round."""
    assert [] == logbook_of([], []).open


BANK = {
    "gq-04": "How do you manage dependencies across teams that do not report to one leader?",
    "gq-12": "How do you escalate without surprising people or damaging trust?",
}


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        ("How do you manage dependencies across teams?", "gq-04"),
        ("how would you escalate without damaging trust", "gq-12"),
        ("What is your favourite colour?", None),
        ("", None),
    ],
)
def test_which_question_of_the_bank(asked: str, known: str | None) -> None:
    """Fewer words than the bank has are enough; another question is none of it."""
    assert [known, "gq-12"] == nearest([asked, BANK["gq-12"]], BANK)


def test_without_a_bank_all_is_new() -> None:
    """Nothing to compare with, or nothing asked."""
    assert ([None, None], []) == (nearest(["Why?", "Why?"], {}), nearest([], BANK))
