"""The page for the day at a terminal: one screen, whatever is stored."""

from dataclasses import replace

import pytest

from briefs import (
    ASKS,
    CLOSING,
    NOTES,
    STORIES,
    a_brief,
    a_hostile_brief,
    a_long_brief,
    a_story,
    an_empty_brief,
    portfolio,
)
from driving import HOSTILE, LOOKS, NARROW, PLAIN, WIDE, shown, squeezed
from tpmprep.domain.brief import Brief
from tpmprep.domain.brief_parts import FOOT
from tpmprep.domain.guide import AskQuestion
from tpmprep.domain.notes import Close, Level, Notes
from tpmprep.domain.phrases import Closing
from tpmprep.ui.brief_page import SCREEN, brief_page, questions_page, written
from tpmprep.ui.theme import Look

NOTHING = Notes()
LITTLE = {
    "empty": an_empty_brief(),
    "a story": a_brief(portfolio(NOTHING, STORIES[:1])),
    "stories": a_brief(portfolio(NOTHING)),
    "notes": a_brief(portfolio(replace(NOTES, examples=(), ambiguity=""), (), ())),
    "a wrong id": a_brief(portfolio(replace(NOTES, examples=("forcast",), level=Level("x")))),
    "half": a_brief(portfolio(replace(NOTES, level=Level(), close=Close("x")), STORIES[:2])),
}


def page(brief: Brief, look: Look = WIDE) -> str:
    """The page as it is read."""
    return shown(brief_page(brief, look), look)


def labelled(out: str) -> dict[str, str]:
    """The first line of everything that has a label."""
    return {line[:12].strip(): line[12:] for line in out.splitlines() if line[:12].strip()}


@pytest.mark.parametrize("look", [WIDE, PLAIN])
@pytest.mark.parametrize("brief", [a_brief(), a_long_brief(), *LITTLE.values()])
def test_it_fits_on_one_screen(brief: Brief, look: Look) -> None:
    """With the line to type in, at 80 columns and 24 lines."""
    assert len(page(brief, look).splitlines()) <= SCREEN


def test_everything_is_on_it() -> None:
    """A line for each thing, and all five questions; the last one word for word."""
    out = page(a_brief())
    rows = labelled(out)
    assert out.startswith("Senior TPM, Payments Platform at Acme · Fri 04 Dec\n")
    assert "The forecast nobody… · …from 9 hours to 5… · ambiguous program" == rows["Examples"]
    assert "The forecast nobody needed · …from 9 hours to 5 hours in six…" == rows["Ambiguity"]
    assert "9 months, 4 teams, 5 hospitals · 1 launch that I… · and 8 more" == rows["Numbers"]
    assert "discharge chart · the stop rules as a page · and 5 more" == rows["To show"]
    for label in ("Owned", "Ready for", "Why here", "Style", "Engineers", "Escalation", "Success"):
        assert rows[label]
    for question in (*NOTES.ask, *(ask.text for ask in ASKS[:3])):
        assert question in out
    assert squeezed(CLOSING) in squeezed(out)
    assert "Missing" not in rows
    assert "suggested" not in out


def test_narrow_terminals_drop_theme_and_program() -> None:
    """A title and its figure are what one looks for."""
    out = page(a_brief(), NARROW)
    assert "Passkeys without the… · …from 6.2% to 1.9%\n" in out
    assert "· scope cut" not in out
    assert squeezed(CLOSING) in squeezed(out)


@pytest.mark.parametrize("width", [20, 30, 40, 47, 48, 60, 200])
def test_any_width(width: int) -> None:
    """Labels stand above where there is no room in front; no line is too long."""
    look = replace(WIDE, width=width)
    for brief in (a_brief(), a_long_brief(), *LITTLE.values()):
        assert squeezed(CLOSING) in squeezed(page(brief, look)).replace("Ask", "")


def test_with_room_parts_stand_apart() -> None:
    """Blank lines and the last sentence come where they push nothing out."""
    few = a_brief(portfolio(NOTHING, (), ()))
    assert few.is_empty
    notes = Notes(role="TPM", level=Level("a", "b", "c"), risks=("x", "y"))
    lines = page(a_brief(portfolio(notes, (), ()))).splitlines()
    assert ["TPM · Fri 04 Dec", "", "Risks       x", "            y", "", "Owned       a"] == lines[
        :6
    ]
    assert [FOOT] == lines[-1:]
    assert FOOT not in page(a_brief())


def test_what_is_missing_stands_at_the_end() -> None:
    """The most important four with their commands, and how many more there are."""
    lines = page(a_brief(portfolio(Notes(role="TPM"), (a_story("a", "failure"),), ()), None))
    assert (
        "Missing     2 more examples: tpmprep story add\n"
        "            the risks that you expect: tpmprep brief fill risks\n"
        "            the ambiguity story: tpmprep story add --theme ambiguous\n"
        "and 3 more  honest numbers and things to show: tpmprep brief fill numbers\n"
    ) in lines


def test_a_long_gap_has_its_command_on_a_line_of_its_own() -> None:
    """So that it can be copied."""
    out = page(LITTLE["a wrong id"])
    assert (
        "Missing     there is no story 'forcast' (did you mean forecast?):\n"
        "            tpmprep brief fill examples\n"
    ) in out


def test_suggestions_are_marked() -> None:
    """Once where all are, at each where some are, in front of a single one."""
    out = page(LITTLE["stories"]).splitlines()
    assert ["Examples", "suggested", ""] == [line[:12].strip() for line in out[2:5]]
    assert [
        "Risks       Scope · 1.5 of 4 so far",
        "suggested   Answer first · 1.8 of 4 so far",
    ] == (out[5:7])
    out = page(a_brief(portfolio(replace(NOTES, examples=("replay",))))).splitlines()
    assert ["Examples", "suggested", "suggested"] == [line[:12].strip() for line in out[1:4]]
    assert "Examples    (suggested) The forecast" in page(LITTLE["a story"])


def test_more_than_fits_is_counted() -> None:
    """Nothing that somebody wrote disappears without a word."""
    notes = replace(NOTES, risks=("a", "b", "c"), ask=tuple("abcdefgh"))
    rows = labelled(page(a_brief(portfolio(notes))))
    assert "b" == rows["and 1 more"]
    assert "e" == rows["and 3 more"]


def test_an_empty_page_teaches() -> None:
    """Three commands, and what is there already."""
    out = page(an_empty_brief())
    for command in ("tpmprep story program add", "tpmprep story add", "tpmprep brief fill"):
        assert f"  {command}  " in out
    assert "Ask         What programs are currently stuck and why?" in out
    assert out.startswith("Your page for the interview\n")
    assert page(a_brief(portfolio(NOTHING, (), ()))).startswith("Your interview Fri 04 Dec\n")


def test_without_a_day() -> None:
    """The role alone is the heading."""
    assert page(a_brief(day=None)).startswith("Senior TPM, Payments Platform at Acme\n")


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("text", [*HOSTILE, "日本語の長い文" * 20, "a" * 5_000, "x\n\ny\tz", " "])
def test_hostile_and_endless_texts(text: str, look: Look) -> None:
    """Shown, never obeyed; wide signs are cut like any others."""
    out = page(a_hostile_brief(text), look)
    assert HOSTILE.get(text, "") in out
    assert not set("\x1b\x07\x9b\u202e") & set(out)
    assert len(out.splitlines()) <= SCREEN + (4 if look.width < 80 else 0)


def test_where_the_page_was_written() -> None:
    """The file, how it is used, and what it lacks."""
    out = shown(written("page.html", LITTLE["notes"], WIDE))
    assert out.startswith("Written: page.html\nIt opens in any browser")
    assert "Missing     3 examples: tpmprep story add\n" in out
    assert "Written: page.md\n" == shown(written("page.md", a_brief(), WIDE))


def test_the_questions_with_their_use() -> None:
    """One's own, those of the guide, and the last one."""
    ask = AskQuestion("a", "What is stuck?", "It shows the work.", ("a name", "a cause"))
    closing = Closing(CLOSING, "Ask it last.", ())
    out = shown(questions_page(("Mine?",), (ask,), closing, WIDE))
    assert "Yours\n  · Mine?\n" in out
    assert "  What is stuck?\n      It shows the work.\n      Listen for: a name; a cause.\n" in out
    assert "At the end\n" in out
    assert "Yours" not in shown(questions_page((), (ask,), closing, NARROW), NARROW)
