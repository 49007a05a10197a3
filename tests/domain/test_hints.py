"""Hints on poor texts, denied signals, and which scores are questioned."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import make_dimension, make_question
from tpmprep.adapters.bank import Bank, load_bank
from tpmprep.domain.detectors import BY_ID, DETECTORS, Span
from tpmprep.domain.hints import EXPECTED, FEW_WORDS, Hints, doubt, hints_of, missing_for
from tpmprep.domain.question import Signal
from tpmprep.domain.signals import Mention, mentions
from tpmprep.domain.text import SPEAKING_WPM, sentences, word_count

SIGNALS = make_question().strong_signals
ROLLBACK = Signal("rollback", "Says how to go back.", (("roll back", "rollback", "revert"),))
PLAIN = {"number", "date"}
"""What may be found where nothing is said: a figure is a figure."""

SHORT = 3
"""A sentence of so few words ("Answer her.") is anybody's, also where it stands in a question."""

FILLER = "It was all good and everybody was happy with it and so it went on and on like that. "
NEGATIONS = (
    "We had no owner. There was no rollback. Nobody decided anything. No risk was mitigated. "
    "We did not leave anything out. Nothing was measured. There was no date. We had no option. "
    "There was never a result. We had no way to roll back."
)
LISTS = (
    "owner, rollback, decision, risk, mitigation, scope, metrics, threshold, escalation, launch",
    "owner rollback decision risk mitigation scope metrics threshold escalation launch",
    "owner; rollback; decision; risk; mitigation; result; trade-off",
    "owner / rollback / decision / risk / mitigation / result",
)
SPANS = [Span(0, 1, "x")]
SOUP = st.lists(
    st.sampled_from(
        ["no", "never", "rollback", "roll", "back", ".", ",", "\n", "owner", "decides", "40%", "we"]
    )
).map(" ".join)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=300) | SOUP


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    """The shipped bank."""
    return load_bank(Path(tmp_path_factory.mktemp("cache")), [])


def held(hints: Hints) -> set[str]:
    """The ids of what was found and should be there."""
    return {detector.id for detector in hints.held}


def said(hints: Hints) -> set[str]:
    """The signals that were mentioned."""
    return {mention.signal for mention in hints.signals if mention.mentioned}


def found(**spans: list[Span]) -> dict[str, list[Span]]:
    """Found spans by detector, none for those that are not given."""
    return {detector.id: spans.get(detector.id, []) for detector in DETECTORS}


@pytest.mark.parametrize("text", ["", " \n\t ", "fine", "Fine.", "...", "1.", FILLER * 18, *LISTS])
def test_where_nothing_is_said_nothing_is_held(text: str) -> None:
    """Neither by a word nor by three hundred, nor by keywords without a sentence."""
    hints = hints_of(text, make_question().asked, (*SIGNALS, ROLLBACK))
    assert held(hints) <= PLAIN
    assert set() == said(hints)
    assert {d.id for d in hints.lacking} | held(hints) == {d.id for d in DETECTORS if d.helps}


def test_the_same_keywords_in_sentences_do_count() -> None:
    """So that the tests above can fail."""
    hints = hints_of(
        "Ana decides on Friday. We roll back in ten minutes.", "", (*SIGNALS, ROLLBACK)
    )
    assert {"owner", "rollback"} == said(hints)
    assert "rollback" in held(hints)


def test_denials_are_no_help() -> None:
    """An answer that only says what was not there holds nothing, and the signals are denied."""
    hints = hints_of(NEGATIONS, "", (*SIGNALS, ROLLBACK))
    assert held(hints) <= PLAIN
    assert set() == said(hints)
    assert {"negated"} <= {detector.id for detector in hints.spoiling}
    assert [True] * 3 == [mention.negated for mention in hints.signals]


def test_a_question_pasted_back_is_no_answer(bank: Bank) -> None:
    """For every question of the shipped bank: no signal, and its sentences are no help."""
    wrong = {}
    for question in [*bank.questions.values(), *bank.openers.values()]:
        whole = hints_of(question.asked, question.asked, question.strong_signals)
        long = " ".join(line for line in sentences(question.asked) if word_count(line) > SHORT)
        helped = held(hints_of(long, question.asked)) - PLAIN
        if helped or said(whole):
            wrong[question.id] = (helped, said(whole))
    assert {} == wrong
    assert len(bank.questions) > 380


@pytest.mark.parametrize("name", ["gq-01", "gq-13", "gen-es-04", "mob-pb-02"])
def test_an_own_sentence_beside_the_pasted_question_counts(bank: Bank, name: str) -> None:
    """Only the sentences of the question are left out."""
    question = bank.questions[name]
    text = f"{question.asked}\nAna decides. We can roll back in ten minutes."
    hints = hints_of(text, question.asked, [ROLLBACK])
    assert {"rollback"} == said(hints)
    assert "rollback" in held(hints)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We had no rollback.", (False, True)),
        ("We had NO rollback!", (False, True)),
        ("The rollback was never tested.", (False, True)),
        ("Nobody could revert.", (False, True)),
        ("We went live without any rollback.", (False, True)),
        ("There was no rollback. We could not revert.", (False, True)),
        ("I never ship without a rollback.", (True, False)),
        ("never without a rollback", (True, False)),
        ("We had no owner. The rollback is one flag.", (True, False)),
        ("We had no rollback, but then we built one: we revert a flag.", (True, False)),
        ("No, we can roll back in ten minutes.", (True, False)),
        ("No doubt we can roll back.", (True, False)),
        ("We watched the flow.", (False, False)),
        ("", (False, False)),
    ],
)
def test_a_denied_signal_is_none(text: str, expected: tuple[bool, bool]) -> None:
    """It is told apart from one that was never named; denied twice, it was said."""
    (mention,) = mentions([ROLLBACK], text)
    assert expected == (mention.mentioned, mention.negated)
    assert bool(mention.quote) == any(expected)
    assert mention.quote in text


def test_a_denied_signal_shows_its_words() -> None:
    """The sentence without the sign that ends it."""
    (mention,) = mentions([ROLLBACK], "It went well. We had no rollback! So it was.")
    assert Mention("rollback", mentioned=False, quote="We had no rollback", negated=True) == mention


def test_an_alias_that_denies_is_found() -> None:
    """Where the denial is what a strong answer says, it counts."""
    signal = Signal("edge", "Says what is left out.", (("not in scope", "no mobile app"),))
    for text in ("The forecast is not in scope.", "We built no mobile app at first."):
        (mention,) = mentions([signal], text)
        assert (True, False) == (mention.mentioned, mention.negated)


@pytest.mark.parametrize(
    ("dimension", "spans", "level", "expected"),
    [
        ("dl.evidence", {}, 3, "You gave 3 on evidence; no number was found."),
        ("dl.evidence", {}, 4, "You gave 4 on evidence; no number was found."),
        ("dl.evidence", {}, 2, ""),
        ("dl.evidence", {}, 1, ""),
        ("dl.evidence", {"number": SPANS}, 4, ""),
        ("dl.evidence", {"date": SPANS}, 4, "You gave 4 on evidence; no number was found"),
        ("st.decision", {}, 3, "You gave 3 on evidence; no decision and no owner was found"),
        ("st.decision", {"owner": SPANS}, 4, ""),
        ("st.decision", {"decision": SPANS}, 4, ""),
        ("ca.comms", {}, 4, ""),
        ("own.dimension", {}, 4, ""),
    ],
)
def test_a_high_level_is_questioned_where_nothing_was_found(
    dimension: str, spans: dict[str, list[Span]], level: int, expected: str
) -> None:
    """Only from 3 on, only when all of what is expected is missing, only where it is known."""
    question = doubt(make_dimension(dimension, name="Evidence"), level, found(**spans))
    assert question.startswith(expected)
    assert bool(expected) == bool(question)


def test_what_is_missing_is_told_in_order() -> None:
    """Of what the dimension expects, and nothing else."""
    both = missing_for("st.decision", found(number=SPANS))
    assert ["decision", "owner"] == [detector.id for detector in both]
    assert ["owner"] == [d.id for d in missing_for("st.decision", found(decision=SPANS))]
    assert [] == missing_for("st.decision", found(decision=SPANS, owner=SPANS))
    assert [] == missing_for("own.dimension", found())


def test_what_is_expected_is_known(bank: Bank) -> None:
    """Every dimension is one of a shipped rubric, every detector exists, helps, and stands once."""
    assert set(EXPECTED) <= set(bank.dimensions)
    for names in EXPECTED.values():
        assert names
        assert len(set(names)) == len(names)
        assert all(BY_ID[name].helps for name in names)


def test_every_doubt_reads_well(bank: Bank) -> None:
    """One sentence, with the name of the dimension in small letters."""
    for name in EXPECTED:
        words = doubt(bank.dimensions[name], 3, found())
        pattern = r"You gave 3 on [a-z0-9,\- ]+; no [a-z\- ]+ was found\."
        assert re.fullmatch(pattern, words), words


@pytest.mark.parametrize(
    ("words", "pace", "seconds"),
    [(140, SPEAKING_WPM, 60.0), (140, 70, 120.0), (0, 140, 0.0), (1, 140, 0.4), (300, 300, 60.0)],
)
def test_how_long_it_takes_to_say(words: int, pace: int, seconds: float) -> None:
    """At one's own pace, to a tenth of a second; 140 words a minute if nothing is known."""
    hints = hints_of("word " * words, words_per_minute=pace)
    assert (words, seconds) == (hints.words, hints.spoken_s)
    if pace == SPEAKING_WPM:
        assert hints == hints_of("word " * words)


@pytest.mark.parametrize(
    ("text", "much"),
    [
        ("um " + "word " * 160, False),
        ("um word word word " * 3, False),
        ("um word word word " * 40, True),
    ],
)
def test_a_few_fillers_are_nothing_to_look_at(text: str, much: bool) -> None:
    """More than four in a hundred words, in an answer of a minute or more."""
    hints = hints_of(text)
    assert hints.found["filler"]
    assert much == ("filler" in {detector.id for detector in hints.spoiling})


def test_a_short_text_is_short() -> None:
    """By its words alone."""
    assert hints_of("word " * (FEW_WORDS - 1)).is_short
    assert not hints_of("word " * FEW_WORDS).is_short


def spans_of(hints: Hints) -> Iterator[Span]:
    """Every span that was found."""
    for spans in hints.found.values():
        yield from spans


@given(TEXTS, TEXTS)
def test_any_text_gives_hints(text: str, prompt: str) -> None:
    """Spans lie in the text in order, quotes stand in it, and the same text says the same."""
    hints = hints_of(text, prompt, (*SIGNALS, ROLLBACK))
    assert hints == hints_of(text, prompt, (*SIGNALS, ROLLBACK))
    assert list(BY_ID) == list(hints.found)
    for span in spans_of(hints):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text
    for spans in hints.found.values():
        assert sorted(span.start for span in spans) == [span.start for span in spans]
    assert all(mention.quote in text for mention in hints.signals)
    assert not any(mention.mentioned and mention.negated for mention in hints.signals)
    assert hints.star is None or hints.words


@given(TEXTS, st.integers(1, 4))
def test_a_doubt_never_falls_on_what_was_found(text: str, level: int) -> None:
    """One who gave at most 2, or whose words hold it, is not asked again."""
    spans = hints_of(text).found
    asked = doubt(make_dimension("dl.evidence", name="Evidence"), level, spans)
    assert bool(asked) == (level >= 3 and not spans["number"])


@given(TEXTS)
def test_a_text_pasted_back_says_nothing(text: str) -> None:
    """Whatever the question is, a sentence of it is no answer to it."""
    sentence = f"We can roll back within minutes because of {' '.join(re.findall('[a-z]+', text))}"
    assert set() == said(hints_of(sentence, sentence, [ROLLBACK]))
