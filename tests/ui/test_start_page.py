"""The start screen, on the first day and on any other."""

import pytest
from rich.console import RenderableType

from driving import HOSTILE, LOOKS, PLAIN, WIDE, shown, squeezed
from tpmprep.ui.start_page import StartPage, Step, Unfinished, start_page
from tpmprep.ui.theme import Look


def start_with(text: str, look: Look) -> RenderableType:
    """A start screen with `text` wherever a file can put one."""
    unfinished = Unfinished(text, 38, "1:40 left")
    return start_page(StartPage(3, unfinished, text, [Step("Next", text, text)]), look)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.width}-{look.plain}")
@pytest.mark.parametrize("text", ["many words " * 20, "漢字" * 60, "x" * 200])
def test_the_page_fits(look: Look, text: str) -> None:
    """However long or wide the text is, no line is longer than the terminal."""
    assert "" != shown(start_with(text, look), look)


@pytest.mark.parametrize("look", [WIDE, PLAIN], ids=["screen", "plain"])
@pytest.mark.parametrize(("text", "wanted"), HOSTILE.items())
def test_the_page_shows_and_never_obeys(look: Look, text: str, wanted: str) -> None:
    """Control characters, markup and emoji codes appear as text."""
    out = shown(start_with(text, look), look)
    assert squeezed(wanted) in squeezed(out)
    assert set() == {"\x1b", "\x9b", "\x07", "\u202e"} & set(out)


def test_first_start_teaches() -> None:
    """Without attempts, plan or draft the first commands are shown."""
    out = shown(start_page(StartPage(0, None, "", []), WIDE))
    assert "No attempts yet." in out
    assert "tpmprep drill --area execution" in out
    assert "unfinished" not in out


@pytest.mark.parametrize(("words", "noun"), [(1, "1 word,"), (38, "38 words,")])
def test_unfinished_answer_comes_first(words: int, noun: str) -> None:
    """Also on the first day: how much is there, and how to go on."""
    page = StartPage(0, Unfinished("today 14:02", words, "1:12 left"), "", [])
    out = shown(start_page(page, WIDE)).splitlines()
    assert f"You have an unfinished answer from today 14:02 ({noun} 1:12 left):" == out[0]
    assert out[2].startswith("  tpmprep drill --resume")
    assert "No attempts yet. A first answer takes about six minutes:" in out


def test_the_day_comes_after_the_unfinished_answer() -> None:
    """Then the steps."""
    page = StartPage(
        attempts=3,
        unfinished=Unfinished("today 14:02", 1, "1:40 left"),
        headline="6 days to your interview",
        steps=[Step("Next", "tpmprep drill", "new to you")],
    )
    lines = shown(start_page(page, WIDE)).splitlines()
    assert "You have an unfinished answer from today 14:02 (1 word, 1:40 left):" == lines[0]
    assert lines.index("6 days to your interview") < lines.index("Next    tpmprep drill")


def test_steps_say_why() -> None:
    """Label and command on one line, the reason below."""
    page = StartPage(2, None, "10 days to go", [Step("Today", "tpmprep drill", "new to you")])
    out = shown(start_page(page, WIDE)).splitlines()
    assert ["10 days to go", "", "Today   tpmprep drill", "        new to you"] == out
