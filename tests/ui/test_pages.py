"""What is printed for people: within the width, honest, and never obeyed by a terminal."""

from datetime import date
from typing import Any

import pytest

from fakes import make_attempt, make_dimension, make_question
from planning import plan_of, state_of
from tpmprep.cli.output import rendered
from tpmprep.domain.attempt import Segment, SignalSeen, asked
from tpmprep.domain.credit import Reached
from tpmprep.domain.history import history_of
from tpmprep.domain.lint import Checked, Problem
from tpmprep.domain.question import head_of
from tpmprep.domain.review import area_means, rows, trend
from tpmprep.ui import bank_pages, layout, pages, plan_pages, tables
from tpmprep.ui.theme import Look

TODAY = date(2026, 11, 24)
AREAS = ("execution", "technical", "stakeholder", "case")
HOSTILE = "\x1b[2J[bold]no[/bold] :smile: \x9b31m \u202e"


def look(width: int = 80, *, plain: bool = False, unicode: bool = True) -> Look:
    """A terminal."""
    return Look(plain=plain, color=False, unicode=unicode, width=width)


def shown(body: Any, at: Look | None = None) -> str:
    """A page as text."""
    return rendered(body, at or look())


def review_of(*attempts: Any, at: Look | None = None) -> str:
    """The list of these attempts."""
    history = history_of(attempts)
    listed = rows(history, history.attempts)
    means = area_means(history.attempts, AREAS)
    return shown(tables.review_list(listed, means, TODAY, at or look(), has_others=False), at)


def everything(at: Look, **changes: Any) -> list[str]:
    """Every page, with a text of the user's in every place that can hold one."""
    question = make_question(**changes)
    attempt = make_attempt(question=asked(question), next_change=question.prompt)
    history = history_of([attempt])
    plan = plan_of(state_of(4), heads=[head_of(question)])
    ending = pages.Ending(attempt, "/some/where.json", {"ex.control": "Control"}, {}, None, "next")
    dimension = make_dimension()
    bodies = [
        pages.end(ending, at),
        pages.expected(question, [Reached("owner", mentioned=True, quote=question.prompt)], at),
        layout.outline(question, "two_min"),
        layout.outline(question, "deep"),
        pages.asked_and_answered(attempt),
        tables.attempt_page(attempt, {"ex.control": dimension}, {}, question, at),
        bank_pages.bank_list([question], at),
        bank_pages.question_page(question, [dimension], at),
        tables.trend_lines(trend(history.attempts), {}, at),
        plan_pages.plan_page(plan, TODAY, at),
        plan_pages.day_page(plan.days[0], {question.id: question.prompt}, at),
        tables.first_time(at),
    ]
    return [shown(body, at) for body in bodies] + [review_of(attempt, at=at)]


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("plain", [True, False])
def test_every_page_fits(width: int, plain: bool) -> None:
    """No line is wider than the terminal, and none ends in blanks."""
    for page in everything(look(width, plain=plain)):
        for line in page.splitlines():
            assert len(line) <= width
            assert line == line.rstrip()


@pytest.mark.parametrize("plain", [True, False])
def test_untrusted_text_is_shown_and_never_obeyed(plain: bool) -> None:
    """Escape bytes become words, markup and emoji codes stay as they are."""
    pages_ = everything(look(plain=plain), prompt=HOSTILE, tests=HOSTILE, red_flags=(HOSTILE,))
    text = "\n".join(pages_)
    assert not {"\x1b", "\x9b", "\u202e"} & set(text)
    assert "<U+001B>[2J[bold]no[/bold] :smile: <U+009B>31m <U+202E>" in text


def test_the_end_says_what_was_saved_and_what_is_next() -> None:
    """Score, change, unsupported levels, recovery, predictions, path and the next command."""
    attempt = make_attempt(
        elapsed_s=131.4,
        overtime_s=11.4,
        segments=[Segment("Stop.", "redirect", 60.0, "x", 7.2)],
        signals={"a": SignalSeen(mentioned=True), "b": SignalSeen(mentioned=False)},
        predicted_pass=60,
        felt_pass=40,
        next_change="Open with the claim.",
    )
    names = {"ex.control": "Control", "dl.concision": "Concision"}
    changes = {"ex.control": 1, "dl.concision": 0}
    text = shown(
        pages.end(pages.Ending(attempt, "/x.json", names, changes, 0.5, "tpmprep"), look())
    )
    for words in (
        f"Saved {attempt.id} · 2:11 of 2:00, overtime 0:11",
        "  /x.json",
        "score 2.5 of 4 (+0.5 since last time)",
        "control 3 (+1) · concision 2 (unsupported)",
        "1 of 2 expected signals mentioned",
        "7 s to the next words after the interviewer spoke",
        "you said 60% before, 40% after",
        "Next time   Open with the claim.",
        "Now         tpmprep",
    ):
        assert words in " ".join(text.split("\n  ")) or words in text


def test_an_unscored_end() -> None:
    """It says so."""
    attempt = make_attempt(scores={}, quotes={}, unsupported=[])
    ending = pages.Ending(attempt, "/x.json", {}, {}, None, "tpmprep score X")
    assert "not scored yet" in shown(pages.end(ending, look()))


def test_the_list_of_attempts() -> None:
    """When, question, format, time against limit, score per area, change."""
    first = make_attempt("20261123-181500-00000001", scores={"ex.control": 2, "dl.concision": 2})
    text = review_of(first, make_attempt("20261124-071500-00000002"))
    lines = text.splitlines()
    assert lines[0].split() == ["When", "Question", "Format", "Time", "Score", "Change"]
    assert lines[1].startswith("today 07:15      tq-01 How do")
    assert lines[1].endswith("2min    1:40/2:00  2.5  ex 3.0 dl 2.0  +0.5")
    assert lines[2].startswith("yesterday 18:15  ")
    assert lines[2].endswith("first")
    assert "Over 2 days  execution\u00a0▃▅  technical\u00a0–" in text


def test_signs_without_unicode() -> None:
    """Digits and plain signs where blocks cannot be shown."""
    text = review_of(make_attempt(), at=look(plain=True))
    assert "execution\u00a03  technical\u00a0-" in text


@pytest.mark.parametrize(
    ("started_at", "offset", "words"),
    [
        ("2026-11-24T07:05:00Z", 0, "today 07:05"),
        ("2026-11-24T01:05:00Z", -120, "yesterday 23:05"),
        ("2026-11-20T07:05:00Z", 60, "Fri 20 Nov"),
        ("2025-11-20T07:05:00Z", 60, "20 Nov 2025"),
        ("2026-12-20T07:05:00Z", 60, "20 Dec 2026, ahead"),
    ],
)
def test_when(started_at: str, offset: int, words: str) -> None:
    """By the clock of the place; what lies ahead is marked."""
    assert words == tables.when(started_at, offset, TODAY)


def test_one_attempt_in_full() -> None:
    """The levels' own words, quotes, what was not supported, what was said."""
    attempt = make_attempt(
        signals={"owner": SignalSeen(mentioned=True), "rollback": SignalSeen(mentioned=False)},
        red_flags=["Both teams are told to talk."],
    )
    known = {"ex.control": make_dimension()}
    text = shown(tables.attempt_page(attempt, known, {"ex.control": -1}, make_question(), look()))
    for words in (
        "Score 2.5 of 4",
        "Control 3 (-1)",
        "Names thresholds, owners and actions.",
        '"One owner decides the order"',
        "unsupported: no quote",
        "Said\n  · Names one person who decides.",
        "Not said\n  · Says how to go back.",
        "Both teams are told to talk.",
    ):
        assert words in text


def test_empty_states_teach() -> None:
    """What to type first."""
    assert "tpmprep drill --area execution" in review_of()
    assert "tpmprep review " in shown(tables.none_fit(look())) + " "
    assert "tpmprep score ID" in shown(tables.trend_lines([], {}, look()))
    assert "tpmprep bank list" in shown(bank_pages.bank_list([], look()))


def test_the_plan_page() -> None:
    """Dated days with their block, a bar, what they hold, the next step, and what is left out."""
    state = state_of(10, done={"inventory.largest": "x"})
    plan = plan_of(state, heads=[head_of(make_question())])
    text = shown(plan_pages.plan_page(plan, TODAY, look()))
    for words in (
        "Interview Fri 04 Dec · 10 days · 45 minutes a day",
        "Day 1  Tue 24 Nov  inventory    ██░░░░░░░░ today  12 of 45 min, ",
        "Next    tpmprep drill",
        "That is every question of the bank.",
    ):
        assert words in text
    day = shown(plan_pages.day_page(plan.days[0], {"tq-01": "How do you keep on track?"}, look()))
    for words in (
        "✓ Largest program",
        "(inventory.",
        "· tq-01, 2min, about 6 min\n      How do you keep on track?",
        "tpmprep drill --question tq-01 --format 2min",
        "why: new to you",
    ):
        assert words in day


def test_problems_of_a_file() -> None:
    """One line each, as compilers do, and the sum."""
    checked = Checked(1, 2, [Problem("a.yaml", 7, "[0].kind", "must be text")])
    lines = ["a.yaml:7: [0].kind: must be text", "2 questions, 1 file, 1 problem"]
    assert lines == list(bank_pages.check_lines(checked))
