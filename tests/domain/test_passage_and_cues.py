"""Texts cut into words and sentences, phrases found in them, and what a denial reaches."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tpmprep.domain.detectors import DETECTORS, found_in
from tpmprep.domain.detectors.cues import Cues, is_number
from tpmprep.domain.detectors.passage import passage_of, words_in
from tpmprep.domain.detectors.reading import LEXICONS, read

HOSTILE = (
    "\u202eabc\u202c a\u0301 İstanbul ﬁne ẞ ½ ² ٣ 二 no\u00a0plan \x00 👩\u200d🚀 don’t \u2028 x"
)
WORDS = sorted(
    words_in(
        """
    no not never without we I Priya decided owns rollback one two 40% $3m May March first second
    in by the of and but so like um you know maybe probably risk if fails was tested date 2024 15th
    30 half week quarter , . : ; ? ! - — / " ' option costs instead
        """
    )
)
TALK = st.lists(st.sampled_from([*WORDS, "\n"]), max_size=60).map(" ".join)
ANY_TEXT = st.one_of(st.text(st.characters(codec=None), max_size=200), TALK)


@given(ANY_TEXT)
@example(HOSTILE)
@example("")
def test_words_and_places_agree(text: str) -> None:
    """A word is what stands at its place, in small letters; places go forward."""
    passage = passage_of(text)
    written = [text[start:end] for start, end in passage.places]
    assert [word.casefold().replace("’", "'") for word in written] == list(passage.words)
    edges = [edge for place in passage.places for edge in place]
    assert edges == sorted(edges)
    assert all(passage.words)


@given(ANY_TEXT)
@example(HOSTILE)
def test_sentences_share_out_the_words(text: str) -> None:
    """Every word belongs to one sentence, and no sentence is without words."""
    passage = passage_of(text)
    shared = [word for first, end in passage.sentences for word in range(first, end)]
    assert list(range(len(passage.words))) == shared
    for number, (first, end) in enumerate(passage.sentences):
        assert first < end
        assert {number} == {passage.sentence_of(word) for word in range(first, end)}


@given(ANY_TEXT)
@example(HOSTILE)
def test_signs_and_words_make_the_text(text: str) -> None:
    """Words and what stands between them give the text back."""
    passage = passage_of(text)
    numbers = range(len(passage.words))
    pieces = [passage.between(n) + passage.span(n, n).text for n in numbers]
    end = passage.after(numbers[-1]) if numbers else text
    assert text == "".join(pieces) + end
    assert ("", "") == (passage.word(-1), passage.word(len(passage.words)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It’s 4.5%, isn't it?", ["it's", "4.5%", "isn't", "it"]),
        ("$1,200 for the 15th", ["$1,200", "for", "the", "15", "th"]),
        ("roll-back at 9:30", ["roll", "back", "at", "9:30"]),
        ("snake_case", ["snake", "case"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    """A figure keeps its sign; a hyphen parts words and an apostrophe does not."""
    assert words == list(passage_of(text).words)


@pytest.mark.parametrize(
    ("text", "capital"),
    [("Ana asked Bo", ["Bo"]), ("We met. Then Ana left", ["Ana"]), ("we met", [])],
)
def test_capitals(text: str, capital: list[str]) -> None:
    """A capital at the beginning of a sentence says nothing."""
    passage = passage_of(text)
    found = [n for n in range(len(passage.words)) if passage.is_capital(n)]
    assert capital == [passage.span(n, n).text for n in found]


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("roll|rolled back", "We rolled back, then roll back.", ["rolled back", "roll back"]),
        ("revert*", "Reverting, reverted, a revert", ["Reverting", "reverted", "revert"]),
        ("change* plan", "changing plans, changed plan", ["changed plan"]),
        (
            "stick to the? plan",
            "stick to plan, stick to the plan",
            ["stick to plan", "stick to the plan"],
        ),
        ("the? plan", "a plan", ["plan"]),
        ("if ~3 then", "if it all fails then", ["if it all fails then"]),
        ("if ~3 then", "if it all fails at once then", []),
        ("if ~2 then", "If it fails. Then", []),
        ("in # days", "in 30 days, in six days, in few days", ["in 30 days", "in six days"]),
        ("# teams", "two teams and one teams", ["two teams"]),
        ("-- a comment", "-- a comment", []),
    ],
)
def test_phrases(phrase: str, text: str, found: list[str]) -> None:
    """Words, alternatives, prefixes, optional words, gaps and numbers."""
    passage = passage_of(text)
    hits = Cues({"it": phrase}).find(passage)["it"]
    assert found == [passage.span(hit.first, hit.last).text for hit in hits]


def test_the_longer_of_two_phrases_wins() -> None:
    """Of two phrases that begin at one word the longer is the hit; lexicons are apart."""
    passage = passage_of("no longer")
    found = Cues({"a": "no\nno longer", "b": "no"}).find(passage)
    assert [1] == [hit.last for hit in found["a"]]
    assert [0] == [hit.last for hit in found["b"]]


@pytest.mark.parametrize(
    ("word", "number"),
    [("40", True), ("$3", True), ("forty", True), ("one", False), ("many", False), ("p95", False)],
)
def test_numbers(word: str, number: bool) -> None:
    """Figures and counted words; "one" says too little."""
    assert number is is_number(word)


@given(ANY_TEXT)
@example(HOSTILE)
def test_a_hit_lies_inside_one_sentence(text: str) -> None:
    """No phrase reaches over the end of a sentence."""
    passage = passage_of(text)
    for hits in LEXICONS.find(passage).values():
        assert [hit.first for hit in hits] == sorted({hit.first for hit in hits})
        for hit in hits:
            assert hit.first <= hit.last
            assert passage.sentence_of(hit.first) == passage.sentence_of(hit.last)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("We had no rollback plan", ["no rollback plan"]),
        ("no owner, no date", ["no owner", "no date"]),
        ("Nobody owned it, but Priya decided", ["Nobody owned it"]),
        ("We did not decide and Priya did", ["not decide"]),
        ("neither ship nor stop", ["neither ship", "nor stop"]),
        ("We shipped without any real way back", ["without any real way back"]),
        ("A kill switch was never built", ["A kill switch was never built"]),
        ("It failed, and the rollback wasn't tested", ["the rollback wasn't tested"]),
        ("We were never told", ["never told"]),
        ("There was a lack of ownership", ["lack of ownership"]),
        ("zero decisions came of it", ["zero decisions came of it"]),
        ("no longer a risk", ["no longer a risk"]),
        ("No doubt it was late", []),
        ("not only late but dear", []),
        ("I would not say that it failed", []),
        ("I said no to the VP", []),
        ("No, we waited", []),
        ("no later than Friday", []),
        ("Whether or not it holds", []),
    ],
)
def test_what_a_denial_reaches(text: str, denied: list[str]) -> None:
    """What follows up to a break, and the subject of what was "never tested"; an idiom is none."""
    reading = read(text)
    spans = [reading.passage.span(d.reach.first, d.reach.last).text for d in reading.denials]
    assert denied == spans


def test_a_denial_of_a_denial() -> None:
    """A negation inside another's reach takes it back."""
    reading = read("We never shipped without a rollback")
    words = reading.passage.words
    assert {"shipped", "without"} >= {words[n] for n in reading.denied}


@given(ANY_TEXT)
@example(HOSTILE)
def test_a_denial_stays_in_its_sentence(text: str) -> None:
    """What is denied stands in the sentence of the word that denies it, and holds that word."""
    reading = read(text)
    for denial in reading.denials:
        assert denial.reach.first <= denial.cue.first <= denial.cue.last <= denial.reach.last
        sentences = {
            reading.passage.sentence_of(n) for n in (denial.reach.first, denial.reach.last)
        }
        assert {reading.sentence_of(denial.cue)} == sentences


@given(ANY_TEXT)
@example(HOSTILE)
@example("no " * 300)
def test_spans_are_places_of_the_text(text: str) -> None:
    """Every detector gives places inside the text, in order, and always the same ones."""
    found = found_in(text)
    assert {detector.id for detector in DETECTORS} == set(found)
    assert found == found_in(text)
    for spans in found.values():
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(span.text == text[span.start : span.end] for span in spans)
        assert [span.start for span in spans] == sorted(span.start for span in spans)


def test_the_phrases_of_the_product_are_whole() -> None:
    """None begins or ends with a gap, and none has an empty place: such a line is a slip."""
    slips = []
    for line in LEXICONS.lines:
        pieces = line.split()
        ends = pieces[0].startswith("~") or pieces[-1].startswith("~")
        if ends or any("" in piece.rstrip("?").split("|") for piece in pieces):
            slips.append(line)
    assert [] == slips
