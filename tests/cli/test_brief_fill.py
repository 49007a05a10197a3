"""The notes for the day before: what is asked, what stands there, and what is put together."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from portfolios import Desk, flags, tree, written
from tpmprep.adapters.content import load_forms
from tpmprep.adapters.drafts import find_drafts
from tpmprep.adapters.portfolio import load_shelf, notes_at
from tpmprep.domain.lint import Problem
from tpmprep.domain.notes import NOTE_PARTS, Notes

FILL = ("--plain", "brief", "fill")
EMPTY = 12
"""The keys that `brief fill` asks where there is nothing yet: examples are suggested."""


@pytest.fixture
def desk(home: Path) -> Desk:
    """A desk with nothing on it."""
    return Desk(home)


def notes(desk: Desk) -> Notes:
    """What is kept."""
    shelf = load_shelf(desk.home)
    assert [] == shelf.problems
    return shelf.portfolio.notes


def test_every_empty_key_is_asked(desk: Desk) -> None:
    """Part after part, with what stands there left out; at the end all is saved."""
    desk.types("brief", "fill", *flags({"role": "TPM", "risks": ["a", "b"], "close.style": "x"}))
    out = desk.types(*FILL, stdin="four teams\n" + "\n" * 20)
    assert 0 == desk.code
    for title in ("Role", "Expected risks", "Style"):
        assert f"{title}  " not in out
    assert "Owned  1 of 9" in out
    assert ("TPM", ("a", "b"), "four teams") == (
        notes(desk).role,
        notes(desk).risks,
        notes(desk).level.owned,
    )


def test_what_was_skipped_is_asked_again(desk: Desk) -> None:
    """The next time: it is still empty. Without any empty key it says so."""
    for _ in range(2):
        assert f"Role  1 of {EMPTY}" in desk.types(*FILL, stdin="\n" * EMPTY)
        assert (0, Notes()) == (desk.code, notes(desk))
    out = desk.types(*FILL, stdin="a\nb\n\n" + "c\n" * 7 + "d\n\n" * 3)
    assert (0, True) == (desk.code, f"Things to show  {EMPTY} of {EMPTY}" in out)
    before = tree(desk.folder)
    assert "Every part is filled." in desk.types(*FILL, stdin="")
    assert (0, before) == (desk.code, tree(desk.folder))


def test_a_part_shows_what_stands_there(desk: Desk) -> None:
    """Enter keeps it, `-` empties it, words replace it; a list has its lines."""
    desk.types("brief", "fill", *flags({"level.owned": "A", "level.ready": "B", "risks": ["r"]}))
    out = desk.types(*FILL, "level", stdin="\n-\nC\n")
    assert "Now: A  (Enter keeps it)\n" in out
    level = notes(desk).level
    assert ("A", "", "C") == (level.owned, level.ready, level.bridge)
    out = desk.types(*FILL, "risks", stdin="s\n\n")
    assert ("1 r" in " ".join(out.split()), "Expected risks, 2:" in out) == (True, True)
    assert ("r", "s") == notes(desk).risks
    desk.types(*FILL, "risks", stdin="-\n-\n\n")
    assert () == notes(desk).risks


def test_enter_keeps_a_part_as_it_is(desk: Desk) -> None:
    """Nothing is written then, not even what was written by hand."""
    written(desk.home.notes, "# mine\nclose: {style: A}\n")
    before = tree(desk.home.data)
    desk.types(*FILL, "close", stdin="\n\n\n\n")
    assert (0, "", before) == (desk.code, desk.err, tree(desk.home.data))


def test_afresh(desk: Desk) -> None:
    """The old answers are in the trash, and that is said."""
    desk.types(*FILL, "close", stdin="old\n")
    desk.types(*FILL, "close", "--fresh", stdin="new\n")
    (place,) = (desk.home.trash / "forms").iterdir()
    assert f"warning: what was answered before is in {place}\n" in desk.err
    (found,), _ = find_drafts(desk.home.forms)
    assert {"close.style": "new"} == found.document["answers"]


def test_a_key_of_another_part_is_not_lost(desk: Desk) -> None:
    """Given at the start, and the part is stopped and gone on with; too much of it is told."""
    desk.types(*FILL, "risks", "--set", f"role={'x' * 3_001}", stdin="one\n")
    assert (2, True) == (desk.code, "role: That has 3,001 characters" in desk.err)
    desk.types(*FILL, "risks", "--set", "role=TPM", stdin="one\n")
    desk.types(*FILL, "risks", stdin="\n")
    assert ("TPM", ("one",)) == (notes(desk).role, notes(desk).risks)


def test_a_form_whose_keys_were_filled_otherwise_is_put_aside(desk: Desk) -> None:
    """Else the page would say for ever that it waits; what was answered is in the trash."""
    desk.types(*FILL, stdin="TPM\n")
    fields = [one for name in NOTE_PARTS if name != "examples" for one in load_forms()[name]]
    desk.types("brief", "fill", *flags({one.id: "x" for one in fields}))
    assert "Every part is filled." in desk.types(*FILL, stdin="")
    (place,) = (desk.home.trash / "forms").iterdir()
    assert (0, f"warning: what was answered before is in {place}\n") == (desk.code, desk.err)
    assert [] == list(desk.home.forms.iterdir())


def test_an_empty_value_empties(desk: Desk) -> None:
    """A text and a list; the rest stays."""
    desk.types("brief", "fill", *flags({"role": "A", "risks": ["a", "b"], "level.owned": "C"}))
    desk.types("brief", "fill", "--set", "role=", "--set", "risks=")
    assert (0, "", (), "C") == (
        desk.code,
        notes(desk).role,
        notes(desk).risks,
        notes(desk).level.owned,
    )


@pytest.mark.parametrize("more", [("--no-input",), ("--json",)])
def test_a_part_without_prompts(desk: Desk, more: tuple[str, ...]) -> None:
    """What is given is kept, and the rest of the part is not asked."""
    desk.types("brief", "fill", "close", "--set", "close.style=Dates", *more)
    assert (0, "", "Dates") == (desk.code, desk.err, notes(desk).close.style)


def test_what_others_kept_meanwhile_stays(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two sittings, and in the very moment before it is saved."""
    desk.types(*FILL, "close", stdin="Dates\n")
    desk.types("brief", "ask", "--add", "Why?")
    desk.types("brief", "fill", *flags({"role": "TPM", "close.success": "It moved"}))

    def at(path: Path) -> tuple[Notes, list[Problem]]:
        monkeypatch.undo()
        desk.home.notes.write_text(desk.home.notes.read_text("utf-8").replace("TPM", "Lead"))
        return notes_at(path)

    monkeypatch.setattr("tpmprep.adapters.notesfile.notes_at", at)
    desk.types(*FILL, "close", stdin="With data\n\n\n")
    kept = notes(desk)
    assert ("Lead", ("Why?",)) == (kept.role, kept.ask)
    assert ("Dates", "With data", "It moved") == (
        kept.close.style,
        kept.close.engineering,
        kept.close.success,
    )


def test_notes_written_by_hand_are_in_the_trash(desk: Desk) -> None:
    """Before anything else is written; the warning names the place, once."""
    text = "# mine\nrole: A\n"
    written(desk.home.notes, text)
    for arguments in (["fill", "--set", "risks=x"], ["ask", "--add", "Why?"]):
        desk.types("brief", *arguments)
        places = list(desk.home.trash.iterdir())
        assert (0, 1, text) == (desk.code, len(places), places[0].read_text("utf-8"))
        told = f"warning: your notes were written by hand; the file as it was is in {places[0]}\n"
        assert told == desk.err if arguments[0] == "fill" else "" == desk.err
    assert ("A", ("x",), ("Why?",)) == (notes(desk).role, notes(desk).risks, notes(desk).ask)


def test_the_same_again_writes_nothing(desk: Desk) -> None:
    """Neither by a flag nor by a question that is there already."""
    written(desk.home.notes, "# mine\nrole: A\nask: ['Why?']\n")
    before = tree(desk.home.data)
    desk.types("brief", "fill", "--set", "role=A")
    desk.types("brief", "ask", "--add", "Why?", "--add", "\u200bWhy?")
    assert (0, "", before) == (desk.code, desk.err, tree(desk.home.data))


@pytest.fixture
def told(desk: Desk) -> Iterator[Desk]:
    """Three stories, two of which begin alike."""
    for name in ("late-launch", "late-payslips", "two-owners"):
        desk.story(name)
    yield desk
    assert [] == load_shelf(desk.home).problems


def test_examples_by_the_beginning_of_their_names(told: Desk) -> None:
    """The whole name is kept, of one that can be meant alone."""
    given = {"examples.1": "two", "examples.2": "late-p", "ambiguity": "late-l"}
    told.types("brief", "fill", *flags(given))
    assert (("two-owners", "late-payslips"), "late-launch") == (
        notes(told).examples,
        notes(told).ambiguity,
    )


@pytest.mark.parametrize(
    ("given", "code", "words"),
    [
        ("examples.1=nobody", 66, "there is no story 'nobody'"),
        ("ambiguity=nobody", 66, "there is no story 'nobody'"),
        ("examples.3=late", 2, "2 of them begin with 'late': late-launch, late-payslips"),
    ],
)
def test_examples_that_there_are_not(told: Desk, given: str, code: int, words: str) -> None:
    """Refused with the command that lists them; nothing is written."""
    before = tree(told.folder)
    told.types("brief", "fill", "--set", given)
    assert (code, True) == (told.code, words in told.err)
    assert "See them with: tpmprep story list" in told.err
    assert before == tree(told.folder)


def test_examples_are_chosen(told: Desk) -> None:
    """By number; `-` leaves the choice to the program."""
    out = told.types(*FILL, "examples", stdin="3\n-\n1\nlate-payslips\n")
    assert (0, True) == (told.code, "whichever is strongest by then" in out)
    assert (("two-owners", "late-launch"), "late-payslips") == (
        notes(told).examples,
        notes(told).ambiguity,
    )


def test_examples_without_a_story(desk: Desk) -> None:
    """66, with what comes first; the whole form leaves them out."""
    assert "" == desk.types(*FILL, "examples", stdin="\n")
    assert (66, True) == (desk.code, "there is no story to choose from" in desk.err)
    assert "Write one: tpmprep story add" in desk.err
    assert "Ambiguity" not in desk.types(*FILL, stdin="\n" * 20)


def test_only_ones_own_questions_are_printed(desk: Desk) -> None:
    """What was added and what was there; not those of the guide, nor any other notes."""
    desk.types("brief", "fill", *flags({"role": "TPM", "ask": ["Who left last?"]}))
    document = desk.document("brief", "ask", "--add", "Why?", "--add", "Who pays?")
    assert ("tpmprep.brief.ask.add/1", ["Who left last?", "Why?", "Who pays?"]) == (
        document["schema"],
        document["data"],
    )
    out = desk.types("brief", "ask", "--add", "Why?")
    assert ("Who left last?" in out, "Who pays?" in out) == (True, True)
    assert ("TPM" in out, "currently stuck" in out) == (False, False)
    desk.types("brief", "ask", "--add", " \u200b")
    assert (2, True) == (desk.code, "--add needs the words of a question" in desk.err)
