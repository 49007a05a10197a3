"""Text made safe, counted, cut and compared."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpmprep.domain.text import (
    clean,
    clean_line,
    clock_words,
    encodable,
    holds_quote,
    is_clean,
    json_shown,
    sentences,
    shorten,
    spoken_s,
    word_count,
)

ANY_TEXT = st.text(st.characters(codec=None), max_size=200)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plain – text ✓", "plain – text ✓"),
        ("\x1b[31mred", "<U+001B>[31mred"),
        ("a\x9b2Jb", "a<U+009B>2Jb"),
        ("bell\x07\x00", "bell<U+0007><U+0000>"),
        ("\u202egnp.exe", "<U+202E>gnp.exe"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("dos\r\nmac\rend", "dos\nmac\nend"),
        ("half \ud800", "half <U+D800>"),
        ("hidden\U000e0041", "hidden<U+E0041>"),
        ("pass\u00adword\u200b\u2060", "pass<U+00AD>word<U+200B><U+2060>"),
        ("\u2062\u206a\u180e", "<U+2062><U+206A><U+180E>"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_control_characters_are_shown(raw: str, shown: str) -> None:
    """What a terminal would obey becomes visible instead."""
    assert shown == clean(raw)


@given(ANY_TEXT)
def test_clean_text_controls_nothing(text: str) -> None:
    """No control character but tab and line feed is left, and cleaning again changes nothing."""
    cleaned = clean(text)
    controls = {sign for sign in cleaned if unicodedata.category(sign) in ("Cc", "Cs")}
    assert controls <= {"\t", "\n"}
    assert cleaned == clean(cleaned)
    assert "\n" not in clean_line(text)


@given(ANY_TEXT)
def test_encodable_text_can_be_stored(text: str) -> None:
    """UTF-8 takes it, and text that it took already is unchanged."""
    stored = encodable(text)
    assert stored == stored.encode("utf-8").decode("utf-8")
    if not any("\ud800" <= sign <= "\udfff" for sign in text):
        assert text == stored


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("one", 1), ("don't stop", 2), ("p95 below 200 ms.", 4), ("a–b  c\nd", 4)],
)
def test_words_are_counted(text: str, count: int) -> None:
    """Punctuation and blanks are no words."""
    assert count == word_count(text)


def test_speaking_takes_its_time() -> None:
    """140 words a minute."""
    assert 60.0 == spoken_s("word " * 140)


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0:00"), (59.9, "0:59"), (61, "1:01"), (1200, "20:00"), (-3, "0:00")]
)
def test_clock(seconds: float, words: str) -> None:
    """Minutes and seconds, never negative."""
    assert words == clock_words(seconds)


@pytest.mark.parametrize(
    ("quote", "stands"),
    [
        ("a threshold and an owner", True),
        ("A THRESHOLD  and\nan owner", True),
        ("it's", True),
        ("threshold owner", False),
        ("thresh", False),
        ("each has a", True),
        ("n owner", False),
        ("", False),
        ("   ", False),
    ],
)
def test_a_quote_must_stand_in_the_answer(quote: str, stands: bool) -> None:
    """Case, blanks and kinds of quotes do not count; order and words do."""
    assert stands is holds_quote("Each has a threshold and an owner; it’s simple.", quote)


def test_sentences_in_order() -> None:
    """Marks and line breaks end a sentence."""
    text = "First. Second one! Is it?\nA line\n\nLast"
    assert ["First.", "Second one!", "Is it?", "A line", "Last"] == sentences(text)


def test_a_mark_inside_a_figure_ends_no_sentence() -> None:
    """Decimal points, versions and addresses stay whole; a closing quote goes with its sentence."""
    text = 'It fell from 4.5 to 1.2 days. She said "stop." Then v2.0.1 shipped...'
    expected = ["It fell from 4.5 to 1.2 days.", 'She said "stop."', "Then v2.0.1 shipped..."]
    assert expected == sentences(text)


def test_a_number_at_the_start_of_a_line_is_no_sentence() -> None:
    """Nor is one ended by the dots of "e.g."; a figure at the end of a sentence ends it."""
    text = "1. Ask legal, e.g. Ana.\n  2. Book it. It takes 3. Then go."
    assert ["1. Ask legal, e.g. Ana.", "2. Book it.", "It takes 3.", "Then go."] == sentences(text)


@given(st.text(max_size=200))
def test_sentences_hold_every_word(text: str) -> None:
    """Nothing but blanks is left out, and no sentence spans a line."""
    assert "".join(text.split()) == "".join("".join(sentences(text)).split())


@given(st.text(max_size=80), st.integers(0, 60))
def test_shortened_text_fits(text: str, width: int) -> None:
    """Never wider than asked, always one line."""
    short = shorten(text, width)
    assert len(short) <= width
    assert len(short.splitlines()) <= 1


def test_shortening_cuts_at_a_word() -> None:
    """With an ellipsis; what fits stays whole."""
    assert "one two…" == shorten("one two three", 10)
    assert "one two" == shorten("one\n two", 10)


@given(st.text())
def test_json_keeps_its_values_and_shows_what_hides(text: str) -> None:
    """Read back it is the same; nothing in it is a control, a direction or an invisible sign."""
    shown = json_shown(json.dumps([text], ensure_ascii=False))
    assert [text] == json.loads(shown)
    assert is_clean(shown)


def test_json_with_signs_that_a_terminal_would_obey() -> None:
    """A one-byte CSI, a direction override, a tag character beyond the first plane."""
    shown = json_shown(json.dumps("\x9b2J\u202e\U000e0041", ensure_ascii=False))
    assert '"\\u009b2J\\u202e\\udb40\\udc41"' == shown
