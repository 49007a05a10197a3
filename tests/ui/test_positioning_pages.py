"""The pages of positioning: they fit, they say what is missing, and obey nobody."""

from dataclasses import replace

import pytest

from driving import HOSTILE as ATTACKS
from driving import LOOKS, NARROW, PLAIN, WIDE, shown, squeezed
from positions import BARE, HOSTILE, LEDGER, NOTES, PROGRAMS, RESUME
from tpmprep.adapters.content import load_positioning
from tpmprep.domain.notes import Level, Notes
from tpmprep.domain.portfolio import Portfolio
from tpmprep.domain.positioning import (
    Anchor,
    Frame,
    ResumeLine,
    TextLine,
    flagged,
    recruiter_frame,
    resume_lines,
    said,
)
from tpmprep.domain.program import Program
from tpmprep.ui import positioning_pages as pages
from tpmprep.ui.theme import Look

SHIPPED = load_positioning()


def frame(program: Program, notes: Notes = NOTES, pace: int = 140) -> Frame:
    """The 45 seconds."""
    return recruiter_frame(Portfolio(notes=notes), program, SHIPPED, pace)


def last_command(page: str) -> str:
    """The command with which a page ends, without what it does."""
    lines = [line for line in page.splitlines() if line.strip().startswith("tpmprep")]
    return lines[-1].strip().split("      ")[0]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: str(program.id))
def test_every_page_fits_and_ends_with_one_command(program: Program, look: Look) -> None:
    """At 80 and 60 columns, of whole, empty and hostile programs."""
    made = frame(program)
    lines = resume_lines(program, SHIPPED.kinds)
    for body in (
        pages.pitch_page(made, look),
        pages.anchors_said_page(made.anchors, said(made.anchors, "four teams"), look),
        pages.resume_page(lines, look),
        pages.resume_text_page(flagged(RESUME, SHIPPED), look),
    ):
        page = shown(body, look)

        assert last_command(page).startswith("tpmprep story ")
        assert "\x1b" not in page
        assert page.isascii() or not look.plain or program.id == "hostile" or "•" not in page


def test_the_pitch_shows_own_words_with_their_room() -> None:
    """Slot after slot with seconds and words; then the drill."""
    page = shown(pages.pitch_page(frame(LEDGER), WIDE))

    assert "45 seconds, about 105 words at your 140 a minute." in page
    assert "Scope now  9 s, 21 words" in page
    assert "· 4 teams and 31 engineers, reporting to two directors" in page
    assert "· Payout errors fell from 340 to 12 a month" in page
    assert "not written down" not in page
    assert "tpmprep story pitch ledger --drill" == last_command(page)


def test_the_pitch_names_gaps_and_where_to_fill_them() -> None:
    """Each with its key; each place once; then the first of them."""
    page = shown(pages.pitch_page(frame(BARE, Notes()), WIDE))

    assert "? teams: team size, for example: 4 teams, 31 people" in page
    assert "? level.bridge: why this role comes next for you" in page
    assert 2 == page.count("tpmprep story program edit bare")
    assert 1 == page.count("tpmprep brief fill level")
    assert "tpmprep story program edit bare" == last_command(page)


def test_the_pitch_counts_what_does_not_fit() -> None:
    """Too many words for the seconds of a slot."""
    wordy = replace(LEDGER, role="a b c d e f g h i j k l", scope="a b c d e f g h i j k l")

    assert "9 s, 21 words: 3 too many here" in shown(pages.pitch_page(frame(wordy), WIDE))


@pytest.mark.parametrize(
    ("answer", "expected", "command"),
    [
        ("nothing", ["Anchors named: 0 of 4", "× result", "Two anchors"], "tpmprep story pitch"),
        ("4 teams, 340 errors, now 12 a month", ["2 of 4", "✓ result", "× traffic"], "tpmprep"),
        (
            "4 teams, 2.1M merchants, since October 2025, errors from 340 to 12 a month",
            ["4 of 4", "✓ launch date"],
            "tpmprep story resume",
        ),
    ],
)
def test_what_was_named(answer: str, expected: list[str], command: str) -> None:
    """Each anchor with a mark; all named leads on, else once more."""
    anchors = frame(LEDGER).anchors
    page = shown(pages.anchors_said_page(anchors, said(anchors, answer), WIDE))

    assert all(words in page for words in expected)
    assert last_command(page).startswith(command)
    assert ("Two anchors are the least" in page) == (answer == "nothing")


def test_marks_are_words_where_signs_are_not_wanted() -> None:
    """Yes and no stand in one column."""
    anchors = (Anchor("a", "first", "4 teams"), Anchor("b", "second", "9 months"))
    page = shown(pages.anchors_said_page(anchors, [True, False], PLAIN), PLAIN)

    assert "  yes first: 4 teams\n  no  second: 9 months" in page


def test_drafts_stand_below_their_kind_with_what_they_lack() -> None:
    """The flag is below its line, and the number of such lines at the end."""
    page = shown(pages.resume_page(resume_lines(LEDGER, SHIPPED.kinds), WIDE))

    headings = [line for line in page.splitlines() if line in pages.TITLES.values()]
    assert ["Scope", "Decision", "Outcome", "Risk"] == headings
    assert "no anchor: add a number, for example the weeks" in page
    assert "1 of 6 lines lacks something." in page
    assert "tpmprep story resume --check FILE" == last_command(page)


def test_lines_of_a_resume_with_their_numbers() -> None:
    """Weak lines in full, sound ones with their anchors."""
    page = shown(pages.resume_text_page(flagged(RESUME, SHIPPED), WIDE))

    assert "4 of 7 lines lack something." in page
    assert "   3 Coordinated weekly meetings" in page
    assert "coordination only: say what was decided, or which risk went down" in page
    assert "   5 4 teams, 9 months, 340, 12" in page


def test_nothing_to_say_is_said() -> None:
    """Empty lists teach what comes first."""
    assert "no anchor yet" in shown(pages.anchors_said_page((), (), WIDE))
    assert "still empty" in shown(pages.resume_page((), WIDE))
    assert "No line of a resume" in shown(pages.resume_text_page((), WIDE))
    sound = [TextLine(1, "Led 4 teams", ("4 teams",))]
    assert "All 1 line" in shown(pages.resume_text_page(sound, WIDE))


@pytest.mark.parametrize(("attack", "harmless"), ATTACKS.items())
def test_pages_obey_nobody(attack: str, harmless: str) -> None:
    """Controls and markup in any text are shown, not obeyed."""
    program = replace(BARE, name=attack, role=attack, scope=f"for {attack}")
    level = Level(attack, attack, attack)
    made = frame(program, Notes(role=attack, level=level))
    anchors = (Anchor("a", attack, attack),)
    for page in (
        shown(pages.pitch_page(made, NARROW), NARROW),
        shown(pages.anchors_said_page(anchors, [False], NARROW), NARROW),
        shown(pages.resume_page([ResumeLine("scope", attack, (), (), (attack,))], NARROW), NARROW),
        shown(pages.resume_text_page([TextLine(1, attack, (attack,))], NARROW), NARROW),
        shown(pages.resume_text_page([TextLine(1, attack, (), (attack,))], NARROW), NARROW),
    ):
        assert squeezed(harmless) in squeezed(page)
        assert attack not in page or attack == harmless


def test_a_hostile_program_is_short() -> None:
    """However much was written, a page stays a page."""
    assert len(shown(pages.pitch_page(frame(HOSTILE, Notes()), WIDE)).splitlines()) < 50
