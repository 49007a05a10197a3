"""Card, levels, quotes and reveal, driven by keys through a pipe."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.utils import get_cwidth

from fakes import FakeClock, make_dimension, make_question
from tpmprep.domain.credit import Reached
from tpmprep.domain.drill import Drill
from tpmprep.domain.engine import step
from tpmprep.domain.events import Finish, Grade, Reveal, Start, Typed
from tpmprep.domain.formats import FORMATS
from tpmprep.domain.interviewer import Interviewer
from tpmprep.domain.quotes import evidence_of
from tpmprep.ui.front import Choice, Opening, Place
from tpmprep.ui.screen_front import ScreenFront
from tpmprep.ui.theme import Look
from tpmprep.ui.widgets import Screen
from tpmprep.ui.wordwrap import padding

LOOK = Look(plain=False, color=False, unicode=True, width=80)
UNQUESTIONED = "te.architecture"
"""A dimension that no detector speaks for: a high level raises no doubt."""
TEXT = "Each signal has a threshold. An owner acts within two days."


@contextmanager
def front(keys: str) -> Iterator[ScreenFront]:
    """A front on which `keys` were typed; what stays on the screen is thrown away."""
    with create_pipe_input() as pipe:
        pipe.send_text(keys)
        screen = Screen(LOOK, pipe, DummyOutput())
        yield ScreenFront(screen, FakeClock(), lambda _: None, lambda _: None, tick_s=0.02)


def ready() -> Drill:
    """A drill before its start."""
    return Drill(make_question(), FORMATS["2min"], Interviewer())


def finished() -> Drill:
    """A drill whose answer is given."""
    return step(step(step(ready(), Start(0)), Typed(1, TEXT)), Finish(2))


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("\r", Opening(Choice.START)),
        ("6\r", Opening(Choice.START, 60)),
        ("69\r", Opening(Choice.START, 90)),
        ("3t", Opening(Choice.THINK, 30)),
        ("s", Opening(Choice.ANOTHER)),
        ("q", Opening(Choice.QUIT)),
        ("0xz\r", Opening(Choice.START)),
    ],
)
def test_keys_of_the_card(keys: str, expected: Opening) -> None:
    """Digits predict and can be corrected; other keys do nothing."""
    with front(keys) as shown:
        assert expected == shown.card(ready(), [Choice.ANOTHER])


def test_no_other_question_no_key() -> None:
    """`s` does nothing when there is no choice."""
    with front("s\r") as shown:
        assert Opening(Choice.START) == shown.card(ready(), [])


def test_ctrl_c_on_the_card() -> None:
    """It arrives as KeyboardInterrupt, not as an answer."""
    with front("\x03") as shown, pytest.raises(KeyboardInterrupt):
        shown.card(ready(), [Choice.ANOTHER])


@pytest.mark.parametrize(("keys", "percent"), [("5", 50), ("\r", None)])
def test_felt(keys: str, percent: int | None) -> None:
    """One key, or Enter to skip."""
    with front(keys) as shown:
        assert percent == shown.felt(finished())


@pytest.mark.parametrize(
    ("keys", "level", "quotes"),
    [
        ("a\r3\r", 3, ("Each signal has a threshold.",)),
        ("b\r4\r", 4, ("An owner acts within two days.",)),
        ("n\r2\r", 2, ()),
        ("\x1b[B\r\r", 1, ("An owner acts within two days.",)),
        ("t\rowner acts\r3\r", 3, ("owner acts",)),
        ("t\rnever said\rwithin two days\r3\r", 3, ("within two days",)),
        ("t\rnever said\r\r3\r", 3, ()),
    ],
)
def test_words_and_then_a_level(keys: str, level: int, quotes: tuple[str, ...]) -> None:
    """By number or arrow; other words must stand in the answer; none is unsupported."""
    with front(keys) as shown:
        grade = shown.grade(make_dimension(UNQUESTIONED), Place(1, 2), evidence_of(TEXT))
    assert Grade(UNQUESTIONED, level, quotes) == grade


def test_nothing_to_quote() -> None:
    """Without a text nobody is asked for words of it."""
    with front("2\r") as shown:
        assert Grade(UNQUESTIONED, 2) == shown.grade(
            make_dimension(UNQUESTIONED), Place(1, 1), evidence_of("")
        )


def test_the_reveal() -> None:
    """Found signals are ticked at first; Space changes one; red flags are ticked by hand."""
    found = [Reached("owner", mentioned=True, quote="An owner"), Reached("rollback", False)]
    with front("\x1b[B \r \r") as shown:
        reveal = shown.reveal(finished(), found)
    flag = make_question().red_flags[0]
    assert Reveal({"owner": True, "rollback": True}, (flag,)) == reveal
    with front("ai\ra\r") as shown:  # letters do nothing here, not even tick all
        assert Reveal({"owner": True, "rollback": False}, ()) == shown.reveal(finished(), found)
    with front(" \r\r") as shown:
        reveal = shown.reveal(finished(), found)
    assert Reveal({"owner": False, "rollback": False}, ()) == reveal


def test_the_one_change() -> None:
    """A line, trimmed; empty is allowed."""
    with front("  open with the claim \r") as shown:
        assert "open with the claim" == shown.change()
    with front("\r") as shown:
        assert "" == shown.change()


WORDS = st.lists(st.text("abcé漢", min_size=1, max_size=12), max_size=30)


@given(WORDS, st.integers(2, 40))
def test_no_word_is_cut_at_the_edge(words: list[str], width: int) -> None:
    """With the blanks put in, every word that can fit stands within one row."""
    text = " ".join(words)
    shown, last = "", 0
    for place, blanks in padding(text, width):
        shown += text[last:place] + " " * blanks
        last = place
    shown += text[last:]
    assert text.split() == shown.split()
    column: Any = 0
    for word in shown.split(" "):
        size = get_cwidth(word)
        if 0 < size <= width:
            assert column % width + size <= width
        column += size + 1


@pytest.mark.parametrize("width", [0, 1])
def test_one_column_is_left_alone(width: int) -> None:
    """There is nothing to wrap."""
    assert [] == padding("some words", width)
