"""The page of the matrix: it fits, it says what matters, it obeys nobody."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from driving import HOSTILE, LOOKS, NARROW, PLAIN, WIDE, shown, squeezed
from tpmprep.adapters.content import load_competencies, load_themes
from tpmprep.cli.output import rendered
from tpmprep.domain.portfolio import Portfolio
from tpmprep.domain.program import Program
from tpmprep.domain.story import Story
from tpmprep.domain.story_matrix import matrix_of
from tpmprep.ui.matrix_page import matrix_page
from tpmprep.ui.theme import Look

ASKED = {"st-coaching": 3, "te-judgement": 13, "ex-scope": 1, "ex-recovery": 4, "st-conflict": 5}
THREE = (
    Story("late", "Payslips nine days late", "failure", "pay"),
    Story("cut", "No social login", "scope-cut", "login", questions=("gq-1", "gq-2", "gq-3")),
    Story("money", "Half the bill", "own/money", "cloud", competencies=("te-judgement", "zz")),
)
EMPLOYERS = {"pay": "Norwind", "login": "norwind", "cloud": ""}
TOLD = [("mock 20261124-120000-00000001", f"tq-{n}", "late") for n in range(3)]


def page(
    stories: Sequence[Story] = THREE,
    look: Look = WIDE,
    *,
    told: Sequence[tuple[str, str, str]] = (),
    employers: dict[str, str] = EMPLOYERS,
    asked: dict[str, int] = ASKED,
) -> str:
    """The page as a terminal of this look shows it."""
    programs = {name: Program(name, name, employer) for name, employer in employers.items()}
    held = Portfolio(programs, {story.id: story for story in stories})
    return shown(
        matrix_page(matrix_of(held, load_themes(), load_competencies(), asked, told), look), look
    )


def so_many(number: int) -> list[Story]:
    """Stories of the five themes in turn, out of programs that are not known."""
    themes = list(load_themes())
    return [Story(f"s{n}", f"Story {n}", themes[n % 5], f"p{n}") for n in range(number)]


def says(out: str, words: str) -> bool:
    """Whether the words stand there, however they are wrapped."""
    return squeezed(words) in squeezed(out.replace("  · ", "").replace("  - ", ""))


def test_without_a_story_it_teaches() -> None:
    """How to begin, and no empty table."""
    out = page([])
    assert "Begin with a program you led" in out
    assert out.index("tpmprep story program add") < out.index("tpmprep story add ")
    assert "Gaps" not in out


def test_the_table_on_a_screen() -> None:
    """Numbered stories, then columns of these numbers; rows that nothing serves are left out."""
    lines = page().splitlines()
    assert [
        "Your stories",
        "  1  Payslips nine days late                                  failure    Norwind",
        "  2  No social login                                          scope cut  norwind",
        "  3  Half the bill                                            money      –",
        "",
        "Kinds of question          1  2  3",
        "  scope cut                ·  ✓  ·",
        "  failure                  ✓  ·  ·",
        "  money                    ·  ·  ✓",
        "Execution                  1  2  3",
        "  Recovery              4  ✓  ✓  ·",
        "  Scope                 1  ·  ✓  ·",
        "Technical                  1  2  3",
        "  Technical judgement  13  ·  ·  ✓",
        "The number after a competency: questions about your past that ask for it.",
        "",
    ] == lines[:16]


def test_the_table_read_aloud() -> None:
    """Plain mode names the stories of a row instead of drawing marks below numbers."""
    out = page(look=PLAIN)
    assert "  Recovery              4  1, 2\n" in out
    assert "  Technical judgement  13  3\n" in out
    assert "  money                    3\n" in out
    assert "Half the bill                                            money      -\n" in out
    assert out.isascii()


@pytest.mark.parametrize(("number", "width", "drawn"), [(9, 53, True), (9, 52, False)])
def test_columns_only_where_they_fit(number: int, width: int, drawn: bool) -> None:
    """No mark is cut off: where there is too little room the numbers stand in a line."""
    out = page(so_many(number), replace(WIDE, width=width))
    assert drawn == ("✓" in out)
    assert drawn != says(out, "failure 5")


def test_a_long_title_is_cut_at_a_word() -> None:
    """So that a story stays a line; what is cut says so."""
    title = "No social login, six weeks before the launch and without asking"
    lines = page([Story("x", title, "scope-cut", "login")], NARROW).splitlines()
    assert "  1  No social login, six weeks before…   scope cut  norwind" == lines[1]


def test_a_long_line_of_numbers_is_wrapped() -> None:
    """It loses none."""
    out = page([Story(f"s{n}", "S", "failure") for n in range(40)], replace(NARROW, width=40))
    assert says(out, ", ".join(map(str, range(1, 41))))


def test_gaps_name_the_next_command() -> None:
    """The kinds as a series, the competencies with the most asked first."""
    out = page()
    assert says(out, "No story yet for ambiguous program, stakeholder conflict and technical risk.")
    assert "    tpmprep story add --theme ambiguous\n" in out
    assert says(out, "the most asked first: Conflict (st-conflict, 5), Coaching (st-coaching, 3).")
    assert "    tpmprep story edit ID\n" in out


def test_one_gap_is_no_series() -> None:
    """One name, no comma and no and."""
    out = page([s for s in so_many(5) if s.theme != "conflict"])
    assert says(out, "No story yet for stakeholder conflict.\ntpmprep story add --theme conflict")


def test_no_gaps_no_title() -> None:
    """What is fine is not talked about."""
    out = page(so_many(5), asked={"ex-scope": 1}, employers={f"p{n}": f"e{n}" for n in range(5)})
    assert "Gaps" not in out
    assert "Watch" not in out
    assert "Story 1 shows 1 of the 1 competencies" in out


def test_what_to_watch() -> None:
    """Overuse planned and told, one employer, the unknown employer, the unknown competency."""
    out = page(told=TOLD)
    for words in (
        "Story 2 is meant for 3 questions (gq-1, gq-2, gq-3).",
        "give another story some of them.\ntpmprep story edit cut\n",
        "Story 1 was told for 3 questions of one mock (tq-0, tq-1, tq-2). Have a second one ready.",
        "ready.\ntpmprep review 20261124-120000-00000001\n",
        "All 2 stories with a known employer happened at Norwind: expect to be asked what you did",
        "elsewhere.\ntpmprep story program add\n",
        "No program with an employer stands behind story 3.\ntpmprep story program list\n",
        "Story 3: there is no competency zz, so it counts for nothing.\ntpmprep story edit money\n",
    ):
        assert says(out, words)


def test_most_at_one_employer() -> None:
    """A share, and no word about unknown employers where there are none."""
    out = page(so_many(4), employers={"p0": "N", "p1": "N", "p2": "N", "p3": "O"})
    assert says(out, "3 of 4 stories happened at N: expect")
    assert "stands behind" not in out


def test_the_smallest_set() -> None:
    """Which stories, and how much of what is asked they show."""
    two = page(THREE[1:])
    assert says(two, "Stories 1 and 2 show together 3 of the 5 competencies asked for. Have them")
    more = page()
    assert says(
        more, "Stories 2 and 3 show together 3 of the 5 competencies asked for, as many as all"
    )
    one = page(THREE[:1])
    assert says(one, "Story 1 shows 1 of the 5 competencies asked for. Have it ready first.")
    none = page([Story("x", "X", "own/x")])
    assert says(none, "No story shows yet what the questions about your past ask for.")
    assert "The number after" not in none
    assert "Smallest set" not in page(asked={})


def test_up_to_twelve_nothing_is_said_about_too_many() -> None:
    """Twelve are fine."""
    assert "let" not in page(so_many(12))


def test_more_than_twelve_is_told_kindly() -> None:
    """How many could go, which ones are not needed, and how."""
    out = page(so_many(14))
    assert says(out, "You have 14 stories, and more than 12 nobody has ready under pressure.")
    assert says(out, "It is fine to let 2 go. What is asked can do without")
    assert says(out, "13 (s12) and 14 (s13).\ntpmprep story remove s13\n")


def test_too_many_and_all_needed() -> None:
    """Then no story is named."""
    names = list(load_competencies())[:13]
    stories = [Story(f"s{n}", "S", "failure", competencies=(c,)) for n, c in enumerate(names)]
    out = page(stories, asked=dict.fromkeys(names, 1))
    assert says(out, "let 1 go: the ones you would rather not be asked about.\ntpmprep story list")


@pytest.mark.parametrize("look", [*LOOKS, replace(WIDE, width=20), replace(PLAIN, width=20)])
@pytest.mark.parametrize("words", ["long words " * 30, "漢字" * 60, "x" * 200, "a\nb\r\n\n c"])
def test_it_fits_whatever_people_write(look: Look, words: str) -> None:
    """No line is longer than the terminal."""
    stories = [
        Story("x", words, "own/" + words, "p", questions=(words,) * 3, competencies=(words,))
    ]
    stories += so_many(13)
    assert "" != page(stories, look, employers={"p": words, "p1": words})


@pytest.mark.parametrize("look", [WIDE, PLAIN], ids=["screen", "plain"])
@pytest.mark.parametrize(("words", "wanted"), HOSTILE.items())
def test_it_shows_and_never_obeys(look: Look, words: str, wanted: str) -> None:
    """Control characters, markup and emoji codes appear as text, wherever they come from."""
    questions = (words, words + "2", words + "3")
    story = Story("x", words, words, "p", questions=questions, competencies=(words,))
    other = Story("y", "Y", "failure", "p", questions=questions)
    told = [(f"mock {words}", question, "y") for question in questions]
    out = page([story, other], look, employers={"p": words}, told=told)
    assert squeezed(out).count(squeezed(wanted)[:10]) >= 8
    assert set() == {"\x1b", "\x9b", "\x07", "\u202e"} & set(out)


@pytest.mark.parametrize("look", [WIDE, NARROW], ids=["wide", "narrow"])
def test_colour_adds_nothing_but_colour(look: Look) -> None:
    """Without its colour codes a coloured page is the page without colour."""
    held = Portfolio({}, {story.id: story for story in THREE})
    matrix = matrix_of(held, load_themes(), load_competencies(), ASKED, TOLD)
    coloured = rendered(matrix_page(matrix, look), replace(look, color=True))
    bare = [re.sub(r"\x1b\[[0-9;]*m", "", line).rstrip() for line in coloured.splitlines()]
    assert "\x1b" in coloured
    assert shown(matrix_page(matrix, look), look).splitlines() == bare
