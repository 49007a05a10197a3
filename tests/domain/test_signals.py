"""Finding expected signals in words: hints that catch paraphrases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpmprep.domain.question import Signal
from tpmprep.domain.quotes import LONGEST_WORDS, evidence_of, spans_for
from tpmprep.domain.rubric import Dimension
from tpmprep.domain.signals import GROUP_WINDOW, holds_phrase, mentions, words_of
from tpmprep.domain.text import normalised, word_count

ROLLBACK = Signal("rollback", "Says how to go back.", (("roll back", "revert"),))
OWNER = Signal("owner", "One owner with a date.", (("owner", "in charge"), ("date", "deadline")))
CONTROL = Dimension(
    "ex.control",
    "Control",
    "Cadence and signals",
    {"1": "No.", "2": "Some.", "3": "Names a threshold and an owner.", "4": "Measured the effect."},
)


def found(signal: Signal, text: str) -> bool:
    """Whether the signal is mentioned."""
    return mentions([signal], text)[0].mentioned


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("We can roll back in ten minutes.", True),
        ("We rolled everything back.", True),
        ("Rolling it all the way back", True),
        ("REVERTING is one command", True),
        ("roll one two three four five back", True),
        ("roll one two three four five six back", False),
        ("back, then roll", False),
        ("a rolling start", False),
        ("", False),
    ],
)
def test_phrases_are_found_by_their_stems(text: str, hit: bool) -> None:
    """Forms of a word count, the order counts, and five words may stand between."""
    assert hit is found(ROLLBACK, text)


def test_every_group_must_be_hit_nearby() -> None:
    """Both groups within the window, in any order; far apart they are two topics."""
    assert found(OWNER, "The deadline is in May and Ann is in charge.")
    assert not found(OWNER, "Each table has owners.")
    assert not found(OWNER, "The owner " + "word " * (GROUP_WINDOW + 1) + " has a date.")


def test_the_quote_is_the_sentence_around() -> None:
    """So that one sees why it was found."""
    mention = mentions([ROLLBACK], "First we copy. Then we can revert within minutes! Done.")[0]
    assert "Then we can revert within minutes" == mention.quote
    mention = mentions([ROLLBACK], "It took 4.5 minutes to revert to version 2.0 that day.")[0]
    assert "It took 4.5 minutes to revert to version 2.0 that day" == mention.quote


def test_all_groups_lie_in_one_stretch() -> None:
    """Three groups in a chain that is longer than the window are not together."""
    three = Signal("three", "x", (("alpha",), ("beta",), ("gamma",)))
    gap = " is the" * ((GROUP_WINDOW // 2 + 5) // 2 + 1) + " "
    assert not found(three, f"beta{gap}alpha{gap}gamma")
    assert found(three, f"beta{gap}alpha gamma")
    assert found(three, f"alpha{gap}{gap}beta alpha gamma")


def test_quote_marks_are_alike() -> None:
    """A typographic apostrophe in an alias or in the answer is an apostrophe."""
    assert found(Signal("x", "x", (("won’t fix",),)), "We won't fix it.")
    assert found(Signal("x", "x", (("won't fix",),)), "We won’t fix it.")


def test_a_phrase_stands_unbroken() -> None:
    """By stems, in order, with nothing between."""
    words = words_of("They rolled back quickly")
    assert holds_phrase(words, "roll back")
    assert not holds_phrase(words, "rolled quickly")
    assert not holds_phrase(words, "quickly back")
    assert not holds_phrase(words, "")


@given(st.text(max_size=300))
def test_any_text_can_be_searched(text: str) -> None:
    """One answer per signal, in order; a quote stands in the text."""
    results = mentions([ROLLBACK, OWNER], text)
    assert ["rollback", "owner"] == [mention.signal for mention in results]
    assert all(mention.quote in text for mention in results)


@given(st.text(max_size=400), st.integers(1, 6))
def test_offered_spans_stand_in_the_answer(text: str, most: int) -> None:
    """At most as many as asked for, none too long to quote unless it cannot be cut."""
    spans = [span.text for span in spans_for(CONTROL, evidence_of(text), most)]
    assert len(spans) <= most
    assert all(normalised(span) in normalised(text) for span in spans)


def test_the_likeliest_spans_are_offered_in_order() -> None:
    """Shared words and figures win; the order is that of the answer."""
    text = (
        "Nice weather today. Each signal has a threshold. We talked a lot. "
        "Lead time fell from 9 to 4 days. An owner acts."
    )
    expected = [
        "Each signal has a threshold.",
        "Lead time fell from 9 to 4 days.",
        "An owner acts.",
    ]
    assert expected == [s.text for s in spans_for(CONTROL, evidence_of(text), 3)]


def test_long_sentences_are_offered_in_clauses() -> None:
    """What is too long to quote is cut at its commas."""
    text = "I watch the owner, " + "and then some more words follow here, " * 5
    assert all(
        word_count(span.text) <= LONGEST_WORDS for span in spans_for(CONTROL, evidence_of(text))
    )
