"""Writing down and editing at a terminal: choices, Ctrl-C, a second terminal, the user's editor."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from portfolios import Desk, tree, written
from terminal import CTRL_C, ENTER, PROGRAM, Terminal, environment
from tpmprep.adapters.drafts import find_drafts
from tpmprep.adapters.portfolio import load_shelf

pytestmark = [
    pytest.mark.pty,
    pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there"),
]

EDITOR = """\
import sys
old, new, path = sys.argv[1:]
text = open(path, "rb").read()
assert old.encode() in text, text
open(path, "wb").write(text.replace(old.encode(), new.encode()))
"""


@pytest.fixture
def desk(home: Path) -> Desk:
    """Ten programs and a story, with a comment of one's own."""
    desk = Desk(home)
    for number in range(1, 11):
        desk.program(f"p{number:02}", name=f"Program {number}")
    path = desk.story()
    written(path, b"# mine\n" + path.read_bytes())
    return desk


def at_a_terminal(desk: Desk, *arguments: str, change: tuple[str, str] = ("", "")) -> Terminal:
    """A command with an editor that replaces words by others."""
    script = written(desk.folder.parent / "my editor.py", EDITOR)
    old, new = change
    editor = f"{sys.executable} '{script}' '{old}' '{new}'"
    return Terminal(desk.folder, [*PROGRAM, *arguments], environ={"EDITOR": editor})


def test_ctrl_c_and_a_second_terminal(desk: Desk) -> None:
    """At the third question; nobody else may go on meanwhile; then it goes on there."""
    with at_a_terminal(desk, "story", "add") as at:
        before = at.settings()
        at.see("Which kind of story is it")
        at.keys(f"5{ENTER}")
        at.see(r"Program\s+2 of 12")
        at.keys(f"a{ENTER}")
        at.see(r"> Program 10\s+Title\s+3 of 12")
        with at_a_terminal(desk, "story", "add") as other:
            other.see("open in another terminal")
            assert 75 == other.end()
        at.keys(CTRL_C)
        at.see("Stopped. Your answers are kept.")
        at.see("Go on with: tpmprep story add")
        assert 130 == at.end()
        assert before == at.settings()
    (found,), _ = find_drafts(desk.home.forms)
    assert {"theme": "failure", "program": "p10"} == found.document["answers"]
    with at_a_terminal(desk, "story", "add") as at:
        at.see("Going on where you stopped: 2 of 12 answered.")
        at.see(r"Title\s+3 of 12")
        at.keys(f"Late payslips{ENTER}")
        for number in range(4, 13):
            at.see(rf"{number} of 12")
            at.keys(f"answer {number}{ENTER}{ENTER if number == 10 else ''}")
        at.see("Saved: Late payslips")
        assert 0 == at.end()
    story = load_shelf(desk.home).portfolio.stories["late-payslips"]
    assert ("p10", ("answer 10",), "answer 12") == (story.program, story.numbers, story.lesson)
    assert [] == list(desk.home.forms.iterdir())


def test_half_a_line_is_there_again(desk: Desk) -> None:
    """After Ctrl-C, after a closed terminal, and in a list; the way back shows what was said."""
    with at_a_terminal(desk, "story", "program", "add") as at:
        at.see("Program:")
        at.keys("Sign-i")
        at.see("Program: Sign-i")
        at.keys(CTRL_C)
        at.see("Stopped. Your answers are kept.")
        assert 130 == at.end()
    with at_a_terminal(desk, "story", "program", "add") as at:
        at.see(r"Now: Sign-i  \(Enter keeps it\)")
        at.keys(f"Sign-in{ENTER}")
        at.see("Employer:")
        at.keys(f"<{ENTER}")
        at.see(r"Now: Sign-in  \(Enter keeps it\)")
        at.keys(ENTER)
        for number in range(2, 10):
            at.see(rf"{number} of 20")
            at.keys(ENTER)
        at.see("Decision points, 1:")
        at.keys("I cut the tab")
        at.see("Decision points, 1: I cut the tab")
        os.waitpid(at.hang_up(), 0)
    (found,), _ = find_drafts(desk.home.forms)
    assert "Sign-in" == found.document["answers"]["name"]
    assert {"decisions": ["I cut the tab"]} == found.document["begun"]
    with at_a_terminal(desk, "story", "program", "add") as at:
        at.see("Decision points, 2:")


def test_questions_from_six_terminals_at_once(desk: Desk) -> None:
    """Each is kept."""
    several = [
        subprocess.Popen([*PROGRAM, "brief", "ask", "--add", f"q{n}"], env=environment(desk.folder))
        for n in range(6)
    ]
    assert [0] * 6 == [one.wait(60) for one in several]
    assert [f"q{n}" for n in range(6)] == sorted(load_shelf(desk.home).portfolio.notes.ask)


def test_a_good_edit_is_kept(desk: Desk) -> None:
    """Byte for byte as the editor left it, with the comment; nothing else is left behind."""
    path = desk.home.stories / "two-owners.yaml"
    before = path.read_bytes()
    with at_a_terminal(desk, "story", "edit", "two", change=("Two owners", "Three")) as at:
        at.see("Saved:")
        assert 0 == at.end()
    assert before.replace(b"Two owners", b"Three") == path.read_bytes()
    assert [] == list(desk.home.forms.iterdir())
    assert [] == [p for p in desk.home.stories.iterdir() if p != path]


@pytest.mark.parametrize(
    ("bad", "mended", "told"),
    [
        (("theme: conflict", "theme: conflit"), "theme: conflict", "'conflit' is not allowed"),
        (("title: Two owners", "title: [x"), "title: Two", r"error: line \d: [^:]"),
        (("id: two-owners", "id: other"), "id: third", r"'other' is taken by\s+other\.yaml"),
    ],
)
def test_a_bad_edit_is_told(desk: Desk, bad: tuple[str, str], mended: str, told: str) -> None:
    """The file stays byte for byte, and the next edit goes on with the text that was left."""
    desk.story("other")
    before = tree(desk.home.data)
    draft = desk.home.forms / "story-two-owners.yaml"
    with at_a_terminal(desk, "story", "edit", "two-owners", change=bad) as at:
        at.see("What now?")
        at.keys(f"2{ENTER}")
        at.see(told)
        at.see("Nothing was changed. Your text is safe")
        at.see(r"tpmprep\s+story\s+edit\s+two-owners")
        assert 65 == at.end()
    assert before == tree(desk.home.data)
    assert bad[1] in draft.read_text("utf-8")
    with at_a_terminal(desk, "story", "edit", "two", change=(bad[1], mended)) as at:
        at.see("Saved:")
        assert 0 == at.end()
    path = desk.home.stories / "two-owners.yaml"
    assert path.read_text("utf-8").startswith("# mine\nid: ")
    assert mended in path.read_text("utf-8")
    assert ([], False) == (load_shelf(desk.home).problems, draft.exists())


def test_broken_files_are_mended_by_editing(desk: Desk) -> None:
    """A program that cannot be read, and notes: what refuses them names the way."""
    program = written(desk.home.programs / "x.yaml", "id: x\nnaem: X\n")
    written(desk.home.notes, "rle: TPM\n")
    with at_a_terminal(desk, "story", "program", "edit", "x", change=("naem", "name")) as at:
        at.see("Saved:")
    with at_a_terminal(desk, "brief", "edit", change=("rle", "role")) as at:
        at.see("Saved:")
    shelf = load_shelf(desk.home)
    assert ([], "TPM") == (shelf.problems, shelf.portfolio.notes.role)
    assert "id: x\nname: X\n" == program.read_text("utf-8")


def test_a_file_changed_by_hand_counts_over_an_old_draft(desk: Desk) -> None:
    """The text of the edit before is in the trash, and that is told."""
    path = desk.home.stories / "two-owners.yaml"
    draft = written(desk.home.forms / "story-two-owners.yaml", "title: old\n")
    os.utime(draft, (1, 1))
    with at_a_terminal(desk, "story", "edit", "two", change=("Two owners", "Three")) as at:
        at.see("Saved:")
        at.see(r"warning: the file was changed after your last edit; that text is in")
        assert 0 == at.end()
    assert b"title: Three" in path.read_bytes()
    (kept,) = (desk.home.trash / "forms").iterdir()
    assert ("title: old\n", False) == (kept.read_text("utf-8"), draft.exists())


def test_an_editor_that_fails_changes_nothing(desk: Desk) -> None:
    """Its exit is told with the place of the text; with --json it is not opened."""
    before = tree(desk.home.data)
    with at_a_terminal(desk, "story", "edit", "two", change=("not there", "x")) as at:
        at.see("the editor ended with 1")
        assert 1 == at.end()
    with at_a_terminal(desk, "story", "edit", "two", "--json", change=("not there", "x")) as at:
        at.see('"path": "')  # nothing is opened where a script reads
        assert 0 == at.end()
    assert before == tree(desk.home.data)
