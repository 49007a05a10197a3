"""Lists and pages of what was practised: they fit, they say what matters, they obey nobody."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from rich.console import RenderableType

from driving import HOSTILE, LOOKS, NARROW, PLAIN, WIDE, shown, squeezed
from fakes import make_attempt, make_dimension, make_question
from tpmprep.cli.output import rendered
from tpmprep.domain.attempt import Attempt, Segment, SignalSeen, asked
from tpmprep.domain.history import history_of
from tpmprep.domain.lint import Checked, Problem
from tpmprep.domain.review import TrendLine, area_means, rows
from tpmprep.ui import bank_pages, layout, tables
from tpmprep.ui.theme import Look

TODAY = date(2026, 11, 24)
AREAS = ("execution", "technical", "stakeholder", "case")
LONG = "How do you keep a migration on track when two teams disagree about the order? " * 4


def review(*attempts: Attempt, look: Look = WIDE, has_others: bool = False) -> str:
    """The list of these attempts."""
    history = history_of(attempts)
    listed = rows(history, history.attempts)
    means = area_means(history.attempts, AREAS)
    return shown(tables.review_list(listed, means, TODAY, look, has_others=has_others), look)


def attempt_with(text: str) -> Attempt:
    """An attempt that holds `text` wherever a person or a file can put one."""
    question = replace(make_question(), prompt=text)
    return make_attempt(
        question=asked(question),
        segments=[
            Segment(text, "main", 0.0, text),
            Segment(text, "redirect", 50.0, text, 3.0),
        ],
        quotes={"ex.control": [text]},
        red_flags=[text],
        next_change=text,
        signals={"owner": SignalSeen(mentioned=True, quote=text)},
    )


def attempt_page(text: str, look: Look) -> RenderableType:
    """One attempt in full, with `text` everywhere."""
    levels = dict.fromkeys(("1", "2", "3", "4"), text)
    known = {"ex.control": make_dimension(name=text, levels=levels)}
    question = make_question(red_flags=(text,))
    return tables.attempt_page(attempt_with(text), known, {"ex.control": 1}, question, look)


def review_page(text: str, look: Look) -> RenderableType:
    """The list with one attempt, with `text` as its question."""
    history = history_of([attempt_with(text)])
    return tables.review_list(
        rows(history, history.attempts), {"execution": [2.5]}, TODAY, look, has_others=False
    )


PAGES: dict[str, Callable[[str, Look], RenderableType]] = {
    "attempt": attempt_page,
    "review": review_page,
    "bank": lambda text, look: bank_pages.bank_list([make_question(prompt=text)], look),
    "question": lambda text, look: bank_pages.question_page(
        make_question(prompt=text, tests=text, red_flags=(text,), bar={"senior": text}),
        [make_dimension(name=text, looks_at=text)],
        look,
    ),
    "check": lambda text, _: layout.text(
        "\n".join(bank_pages.check_lines(Checked(1, 1, [Problem(text, 3, text, text)])))
    ),
    "trend": lambda text, look: tables.trend_lines(
        [TrendLine("ex.control", ["2026-11-24"], [3])], {"ex.control": text}, look
    ),
}
every_page = pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())


@every_page
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.width}-{look.plain}")
@pytest.mark.parametrize("text", [LONG, "漢字" * 60, "x" * 200, "a\nb\r\n\n c"])
def test_every_page_fits(
    page: Callable[[str, Look], RenderableType], look: Look, text: str
) -> None:
    """However long or wide the text is, no line is longer than the terminal."""
    assert "" != shown(page(text, look), look)


@every_page
@pytest.mark.parametrize("look", [WIDE, PLAIN], ids=["screen", "plain"])
@pytest.mark.parametrize(("text", "wanted"), HOSTILE.items())
def test_every_page_shows_and_never_obeys(
    page: Callable[[str, Look], RenderableType], look: Look, text: str, wanted: str
) -> None:
    """Control characters, markup and emoji codes appear as text."""
    out = shown(page(text, look), look)
    assert squeezed(wanted)[:10] in squeezed(out)  # a list may cut it after that
    assert set() == {"\x1b", "\x9b", "\x07", "\u202e"} & set(out)


@every_page
def test_colour_adds_nothing_but_colour(page: Callable[[str, Look], RenderableType]) -> None:
    """Without its colour codes a coloured page is the page without colour."""
    coloured = rendered(page("Why so?", WIDE), replace(WIDE, color=True))
    bare = [re.sub(r"\x1b\[[0-9;]*m", "", line).rstrip() for line in coloured.splitlines()]
    assert shown(page("Why so?", WIDE)).splitlines() == bare


def test_narrow_list_keeps_score_and_change() -> None:
    """Few columns cost the format, not the score or how it moved."""
    first = make_attempt("20261123-181500-00000001", scores={"ex.control": 2})
    out = review(first, make_attempt("20261124-071500-00000002"), look=NARROW)
    assert ["When", "Question", "Time", "Score", "Change"] == out.splitlines()[0].split()
    assert out.splitlines()[1].endswith("2.5    +0.5")
    assert "2min" not in out


def test_long_question_is_cut_at_a_word() -> None:
    """The list has one line an attempt; an ellipsis says that a question goes on."""
    out = review(make_attempt(question=asked(make_question(prompt=LONG))))
    row = out.splitlines()[1]
    assert re.search(r"tq-01 How do( you)?…", row)
    assert row.endswith("2.5  ex 3.0 dl 2.0  first")


def test_unscored_attempt_has_no_change() -> None:
    """What was not scored says so and compares with nothing."""
    out = review(make_attempt(scores={}, quotes={}, unsupported=[]))
    assert out.splitlines()[1].endswith("1:40/2:00  unscored")
    assert f"execution{tables.GLUE}–" in out


def test_span_counts_the_days_of_the_person() -> None:
    """What was practised after midnight there belongs to that day, as in the list above."""
    late = make_attempt("20261123-233000-00000001", utc_offset_min=60)
    out = review(late)
    assert "today 00:30" in out
    assert "Over 1 day " in out


def test_filters_that_hide_everything_say_so() -> None:
    """Another hint than for the very first time."""
    assert "No attempt fits these filters." in review(has_others=True)
    assert "No attempts yet." in review()


@pytest.mark.parametrize(
    ("levels", "look", "expected"),
    [
        ([], WIDE, ""),
        ([1, 2, 3, 4], WIDE, "▁▃▅█"),
        ([1, 2, 3, 4], PLAIN, "1234"),
        ([1.49, 1.5, 3.9], WIDE, "▁▃█"),
        ([0.0, 5.0], WIDE, "▁█"),
        ([4] * 5 + [1] * 20, WIDE, "▁" * 20),
    ],
)
def test_sparkline(levels: list[float], look: Look, expected: str) -> None:
    """Four steps, digits where blocks cannot be shown, the last twenty."""
    assert expected == tables.sparkline(levels, look)


def test_trend_says_first_last_and_change() -> None:
    """A line a dimension; one level alone has not moved."""
    lines = [TrendLine("dl.x", ["a"], [2]), TrendLine("ex.control", ["a", "b", "c"], [2, 4, 3])]
    out = shown(tables.trend_lines(lines, {"ex.control": "Control"}, WIDE)).splitlines()
    assert ["Dimension", "Levels", "over", "time", "First", "Last", "Change"] == out[0].split()
    assert ["dl.x", "▃", "2", "2", "–"] == out[1].split()
    assert ["Control", "▃█▅", "2", "3", "+1"] == out[2].split()


def test_attempt_says_what_earned_each_level() -> None:
    """Interruption with its time, change, the person's word against the found one."""
    attempt = replace(
        attempt_with("Why so?"),
        signals={
            "owner": SignalSeen(mentioned=True, confirmed=False),
            "rollback": SignalSeen(mentioned=False, confirmed=True),
            "gone": SignalSeen(mentioned=True),
        },
    )
    out = shown(tables.attempt_page(attempt, {}, {"ex.control": 1}, make_question(), WIDE))
    for words in (
        "┃ Why so?  (at 0:50, next words after 3 s)",
        "ex.control 3 (+1)",
        "dl.concision 2\n    unsupported: no quote",
        "Said\n  · Says how to go back.",
        "Not said\n  · Names one person who decides.",
        "Next time   Why so?",
    ):
        assert words in out


def test_attempt_whose_question_is_gone() -> None:
    """Without the bank entry the page leaves the signals out and keeps the rest."""
    attempt = make_attempt(signals={"owner": SignalSeen(mentioned=True)})
    out = shown(tables.attempt_page(attempt, {}, {}, None, WIDE))
    assert "Score 2.5 of 4" in out
    assert "Said" not in out


def test_unscored_attempt_says_how_to_score_it() -> None:
    """The command carries the id."""
    attempt = make_attempt(scores={}, quotes={}, unsupported=[])
    out = shown(tables.attempt_page(attempt, {}, {}, None, WIDE))
    assert f"tpmprep score {attempt.id}" in out


def test_question_page_has_everything() -> None:
    """Tracks, follow-ups with their kind, signals, flags, rubric, bar and outline."""
    out = shown(bank_pages.question_page(make_question(), [make_dimension()], WIDE))
    for words in (
        "tq-01 · execution · senior · hypothetical · all tracks",
        "· constraint: Now one team loses half its people.",
        "· Says how to go back.",
        "· Both teams are told to talk.",
        "· Control: Cadence and signals",
        "· principal: A system.",
        " 30 s The claim.",
    ):
        assert words in out


@pytest.mark.parametrize(
    ("checked", "last"),
    [
        (Checked(1, 1, []), "1 question, 1 file, no problems"),
        (Checked(3, 9, []), "9 questions, 3 files, no problems"),
        (
            Checked(2, 2, [Problem("a", 1, "", "x"), Problem("b", 2, "id", "y")]),
            "2 questions, 2 files, 2 problems",
        ),
    ],
)
def test_check_sums_up(checked: Checked, last: str) -> None:
    """The last line counts what was read and what is wrong."""
    assert last == list(bank_pages.check_lines(checked))[-1]


def test_bank_list_has_a_line_a_question() -> None:
    """Id, area, level, kind and the beginning of the prompt; then how to see one in full."""
    out = shown(bank_pages.bank_list([make_question("tq-01"), make_question("tq-02")], WIDE))
    assert "tq-02  execution  senior  hypothetical  How do you keep" in out.splitlines()[2]
    assert "tpmprep bank show ID" in out
