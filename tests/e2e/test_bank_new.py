"""A question of one's own at a terminal: choices, the user's editor, a check, a second try."""

import sys
from pathlib import Path

import pytest

from terminal import CTRL_C, ENTER, PROGRAM, Terminal
from tpmprep.adapters.editor import edit, editor_of
from tpmprep.errors import TpmprepError

pytestmark = [
    pytest.mark.pty,
    pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there"),
]

PROMPT = "You have 9 weeks to move 40 teams to one calendar. What do you do first?"
EDITOR = """\
import sys
path = sys.argv[-1]
text = open(path).read()
if "level: nowhere" in text:
    text = text.replace("level: nowhere", "level: staff").replace("  senior: >-", "  # senior: >-")
    lines = text.split("\\n")
    place = next(n for n, line in enumerate(lines) if "# senior" in line)
    lines[place + 1] = "#" + lines[place + 1]
    text = "\\n".join(lines)
else:
    text = text.replace("level: senior", "level: nowhere")
open(path, "w").write(text)
"""


def editor(folder: Path, code: str = EDITOR) -> str:
    """The command line of an editor that edits by itself."""
    script = folder / "my editor.py"
    script.write_text(code, encoding="utf-8")
    return f'{sys.executable} "{script}"'


def test_from_choices_to_a_question(home: Path, tmp_path: Path) -> None:
    """What the editor breaks is told by line, and can be edited again; then it is filed."""
    command = [*PROGRAM, "bank", "new", "--track", "data"]
    with Terminal(home, command, environ={"EDITOR": editor(tmp_path)}) as at:
        at.see("The question, as an interviewer asks it:")
        at.keys(f"{PROMPT}{ENTER}")
        at.see("Which area does it test?")
        at.keys(f"4{ENTER}")
        at.see("What kind of answer does it want?")
        at.keys(f"2{ENTER}")
        at.see("From which level up is it fair?")
        at.keys(f"2{ENTER}")
        at.see("'nowhere'")
        at.see("What now?")
        at.keys(ENTER)
        at.see("Saved own/q-01")
    text = (home / "data" / "banks" / "own" / "case.yaml").read_text("utf-8")
    assert "level: staff" in text
    assert "tracks: [data]" in text
    assert [] == list((home / "state" / "drafts").iterdir())


def test_ctrl_c_writes_nothing(home: Path) -> None:
    """Stopping among the questions leaves nothing behind."""
    with Terminal(home, [*PROGRAM, "bank", "new"]) as at:
        at.see("The question, as an interviewer asks it:")
        at.keys(CTRL_C)
        at.see("Stopped. Nothing was written.")
    assert not (home / "data").exists()


def test_plain_lines_and_numbers(home: Path) -> None:
    """Without a redraw, for screen readers; a name will do as well as a number."""
    command = [*PROGRAM, "--plain", "bank", "new", "--level", "senior", "--kind", "case"]
    with Terminal(home, command, environ={"EDITOR": ""}) as at:
        at.see("The question, as an interviewer asks it:")
        at.keys(f"{PROMPT}{ENTER}")
        at.see("1  execution")
        at.keys(f"seven{ENTER}")
        at.see("A number from 1 to 4, please.")
        at.keys(f"technical{ENTER}")
        at.see("Which track does it belong to?")
        at.keys(f"9{ENTER}")
        at.see("Saved own/q-01")
    assert "tracks: []" in (home / "data/banks/own/technical.yaml").read_text("utf-8")


def test_an_editor_that_fails_keeps_the_text(tmp_path: Path) -> None:
    """Its exit code, or that it does not exist, is told with the place of the text."""
    path = tmp_path / "text.yaml"
    path.write_text("mine", encoding="utf-8")
    for command in ([sys.executable, "-c", "raise SystemExit(3)"], ["/no/such/editor"]):
        with pytest.raises(TpmprepError) as caught:
            edit(command, path)
        assert str(path) in caught.value.hint
        assert "mine" == path.read_text("utf-8")


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({}, []),
        ({"EDITOR": "vi"}, ["vi"]),
        ({"EDITOR": "vi", "VISUAL": "code --wait"}, ["code", "--wait"]),
        ({"EDITOR": '"/a b/ed" -x'}, ["/a b/ed", "-x"]),
        ({"EDITOR": 'bad "quote'}, []),
    ],
)
def test_the_editor_is_words_and_no_shell(environ: dict[str, str], words: list[str]) -> None:
    """VISUAL before EDITOR, cut as a shell would, run without one."""
    assert words == editor_of(environ)
