"""Spans that could support a score: they stand in the answer, are few, and the likeliest win."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import make_dimension
from tpmprep.domain.quotes import LONGEST_WORDS, evidence_of
from tpmprep.domain.quotes import spans_for as quotables
from tpmprep.domain.rubric import Dimension
from tpmprep.domain.text import holds_quote, word_count

CONTROL = make_dimension("te.architecture")
"""No detector speaks for this dimension: words alone rank."""


def spans_for(dimension: Dimension, text: str, most: int = 4) -> list[str]:
    """The words that could be quoted."""
    return [span.text for span in quotables(dimension, evidence_of(text), most)]


PIECES = st.lists(
    st.sampled_from(
        [
            *("Each threshold has an owner", "we cut the budget by 40 percent", "Yes"),
            *("I asked why", "then the ritual went – nobody missed it", "It’s “done”"),
            *(". ", "! ", "? ", ", ", "; ", ": ", "\n", "  ", " - ", " and so on " * 6),
        ]
    ),
    max_size=25,
)


@given(PIECES, st.integers(0, 6))
def test_spans_stand_in_the_text_and_are_few(pieces: list[str], most: int) -> None:
    """Each span is a piece of the answer letter by letter, and there are at most `most`."""
    text = "".join(pieces)
    spans = spans_for(CONTROL, text, most)
    assert len(spans) <= most
    assert all(span in text and holds_quote(text, span) for span in spans)


@given(PIECES)
def test_spans_come_in_the_order_of_the_text(pieces: list[str]) -> None:
    """Each is found after the end of the one before."""
    text, place = "".join(pieces), 0
    for span in spans_for(CONTROL, text, 6):
        place = text.index(span, place) + len(span)


def test_four_spans_without_a_number() -> None:
    """Nobody named a number: four at most."""
    assert 4 == len(spans_for(CONTROL, " ".join(f"Owner {n} acts." for n in "abcdef")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We met daily. The owner acted.", ["The owner acted."]),
        ("We met daily. Owners were there.", ["Owners were there."]),
        ("We met daily. It fell to 9 days.", ["It fell to 9 days."]),
        ("The owner acted. The owner had thresholds.", ["The owner had thresholds."]),
        ("The owner acted. The owner had 9 days.", ["The owner had 9 days."]),
        ("The owner acted. An owner left.", ["The owner acted."]),
        ("We say weekly meeting. The owner acted.", ["The owner acted."]),
    ],
    ids=["shared", "stem", "figure", "two-shared", "shared-and-figure", "first", "weak-levels"],
)
def test_the_likeliest_span_is_chosen(text: str, expected: list[str]) -> None:
    """More shared words of the name and the two upper levels win, a figure counts as one."""
    assert expected == spans_for(CONTROL, text, 1)


def test_a_long_sentence_is_offered_in_clauses() -> None:
    """What is too long to quote is cut at commas, semicolons, colons and dashes."""
    filler = "and on we went with many other words"
    text = f"The owner acted, {filler}; thresholds were set – {filler}: the effect was measured."
    expected = ["The owner acted,", "thresholds were set", "the effect was measured."]
    assert word_count(text) > LONGEST_WORDS
    assert expected == spans_for(CONTROL, text, 3)


def test_a_short_sentence_stays_whole() -> None:
    """Commas do not cut what can be quoted as it is."""
    assert ["The owner, Ann, acted."] == spans_for(CONTROL, "The owner, Ann, acted.")


@pytest.mark.parametrize("text", ["", "   ", "Owner.", "Owner! Threshold?", "...", "\n\n"])
def test_a_single_word_supports_nothing(text: str) -> None:
    """One word is no quote, and neither is none."""
    assert [] == spans_for(CONTROL, text)


def test_what_a_detector_found_is_offered_first() -> None:
    """A span with what the dimension looks for goes before one that shares words, and says so."""
    control = make_dimension("ex.control")
    text = "Thresholds, owners, actions. Priya owns the cutover. We met on a ritual and the effect."
    spans = quotables(control, evidence_of(text), 1)
    assert [("Priya owns the cutover.", ("owner",))] == [(s.text, s.holds) for s in spans]
