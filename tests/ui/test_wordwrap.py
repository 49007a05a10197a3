"""Wrapping at words: only the picture changes, never the text or the cursor's place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.layout.controls import BufferControl
from prompt_toolkit.layout.processors import Transformation, TransformationInput
from prompt_toolkit.utils import get_cwidth

from tpmprep.ui.wordwrap import LONGEST_LINE, WordWrap, padding

LINES = st.text("abc, é-漢", max_size=60)
NARROW_LINES = st.text("abc, é-", max_size=60)
WIDTHS = st.integers(2, 20)


def transformed(text: str, width: int) -> Transformation:
    """The line `text` as the editor shows it in `width` columns."""
    line = TransformationInput(
        BufferControl(Buffer()), Document(text), 0, lambda i: i, [("class:x", text)], width, 10
    )
    return WordWrap().apply_transformation(line)


def picture(change: Transformation) -> str:
    """What stands on the screen, in one line."""
    return "".join(fragment[1] for fragment in change.fragments)


def rows_of(shown: str, width: int) -> list[int]:
    """The screen row of each character: a terminal breaks where the next does not fit."""
    rows, row, column = [], 0, 0
    for sign in shown:
        size = get_cwidth(sign)
        if column + size > width:
            row, column = row + 1, 0
        rows.append(row)
        column += size
    return rows


def cut_words(text: str, width: int) -> list[str]:
    """The words that would fit into a row and yet stand in two."""
    shown = picture(transformed(text, width))
    rows = rows_of(shown, width)
    cut, place = [], 0
    for word in shown.split():
        place = shown.index(word, place)
        end = place + len(word)
        if get_cwidth(word) <= width and rows[place] != rows[end - 1]:
            cut.append(word)
        place = end
    return cut


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one two", 10, []),
        ("one two", 7, []),
        ("one two", 6, [(4, 2)]),
        ("one two six", 5, [(4, 1), (8, 1)]),
        ("abcdefgh xy", 4, []),
        ("ab abcdefgh", 4, []),
        ("漢字 漢字", 6, [(3, 1)]),
        ("", 5, []),
        ("one two", 1, []),
        ("one two", 0, []),
    ],
)
def test_known_lines(text: str, width: int, expected: list[tuple[int, int]]) -> None:
    """Blanks go before a word that would be cut; a word longer than the row is left alone."""
    assert expected == padding(text, width)


@given(NARROW_LINES, WIDTHS)
def test_no_word_is_cut(text: str, width: int) -> None:
    """Every word that fits into a row stands in one row."""
    assert [] == cut_words(text, width)


@given(st.lists(st.sampled_from(["a", "漢", "漢字", "ab漢", "word"]), max_size=20), WIDTHS)
def test_no_word_of_wide_letters_is_cut(words: list[str], width: int) -> None:
    """The same with letters that take two columns, in terminals that can hold the words."""
    assert [] == cut_words(" ".join(words), max(width, 4))


@given(LINES, WIDTHS)
def test_text_is_unchanged(text: str, width: int) -> None:
    """Seen through the map, the picture holds exactly the text; all else is blank."""
    change = transformed(text, width)
    shown = picture(change)
    places = [change.source_to_display(n) for n in range(len(text))]
    assert text == "".join(shown[place] for place in places)
    assert "" == "".join(c for n, c in enumerate(shown) if n not in places).strip(" ")


@given(LINES, WIDTHS)
def test_maps_agree_and_never_go_back(text: str, width: int) -> None:
    """Both maps keep the order, and there and back again is the same place."""
    change = transformed(text, width)
    there = [change.source_to_display(n) for n in range(len(text) + 1)]
    back = [change.display_to_source(n) for n in range(len(picture(change)) + 1)]
    assert sorted(set(there)) == there
    assert sorted(back) == back
    assert list(range(len(text) + 1)) == [back[place] for place in there]


def test_click_into_the_blanks_lands_before_the_word() -> None:
    """A place inside the padding belongs to the word that was moved down."""
    change = transformed("one two", 6)
    assert "one   two" == picture(change)
    assert [3, 4, 4, 4, 5] == [change.display_to_source(n) for n in (3, 4, 5, 6, 7)]


def test_very_long_line_is_left_alone() -> None:
    """A huge paste without line ends is shown as it is."""
    text = "word " * (LONGEST_LINE // 5 + 1)
    assert text == picture(transformed(text, 7))
