"""How a good entry reads: rules of wording and make, each a function that yields Findings.

An entry that breaks one can still be drilled; `lint` holds the rules without which it cannot.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from tpmprep.domain import wordlists
from tpmprep.domain.lint import Finding, Rule
from tpmprep.domain.question import Question, texts
from tpmprep.domain.signals import holds_phrase, mentions, words_of
from tpmprep.domain.text import sentences, word_count

PROMPT_WORDS = (12, 60)
CONTEXT_WORDS = 90
PROMPT_SENTENCES = 3
SIGNAL_WORDS = (6, 30)
SIGNALS = (6, 10)
FOLLOW_UPS = (4, 6)
REDIRECT_WORDS = 25
RED_FLAGS = (3, 5)
STEPS = (3, 5)
DIMENSIONS = (3, 5)
CONCRETE_SIGNALS = 2
SENTENCE_WORDS = 22
ALIKE = 0.7
"""Two outline items with this share of equal characters say the same."""

OWN_PREFIX = {"execution": "ex.", "technical": "te.", "stakeholder": "st.", "case": "ca."}

_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"\d")


def check_wording(question: Question) -> list[Finding]:
    """Every rule of wording that `question` breaks."""
    return [finding for rule in WORDING_RULES for finding in rule(question)]


def _prompt_is_of_a_length(question: Question) -> Iterator[Finding]:
    least, most = PROMPT_WORDS
    words = word_count(question.prompt)
    if words + word_count(question.context) < least:
        yield Finding(("prompt",), f"has {words} words; with its context it needs {least} or more")
    if words > most:
        yield Finding(("prompt",), f"has {words} words; at most {most}")
    if (given := word_count(question.context)) > CONTEXT_WORDS:
        yield Finding(("context",), f"has {given} words; at most {CONTEXT_WORDS}")


def _prompt_asks_one_thing(question: Question) -> Iterator[Finding]:
    spoken = _QUOTED.sub("Q", question.prompt)
    asked = spoken.count("?")
    if (parts := len(sentences(spoken))) > PROMPT_SENTENCES:
        yield Finding(("prompt",), f"has {parts} sentences; at most two and one question")
    if asked > 1:
        yield Finding(("prompt",), f"asks {asked} questions; ask one")
    if not asked and not _commands(spoken):
        yield Finding(("prompt",), "asks nothing: end it with a question or a command")
    if "and also" in spoken.casefold():
        yield Finding(("prompt",), 'asks for two things: "and also"')


def _prompt_has_scale_or_constraint(question: Question) -> Iterator[Finding]:
    given = _plain_words(f"{question.prompt} {question.context}")
    named = wordlists.NUMBER_WORDS | wordlists.CONSTRAINTS
    if question.kind == "past" or named & set(given) or _NUMBER.search(" ".join(given)):
        return
    yield Finding(("prompt",), "has neither a number nor a named constraint")


def _prompt_gives_nothing_away(question: Question) -> Iterator[Finding]:
    prompt = words_of(question.prompt)
    found = {m.signal for m in mentions(question.strong_signals, question.prompt) if m.mentioned}
    for place, signal in enumerate(question.strong_signals):
        aliases = [alias for group in signal.keywords for alias in group]
        leaked = [a for a in aliases if word_count(a) > 1 and holds_phrase(prompt, a)]
        if signal.id in found:
            yield Finding(("strong_signals", place), "is mentioned by the prompt itself")
        elif leaked:
            path = ("strong_signals", place, "keywords")
            yield Finding(path, f"'{leaked[0]}' stands in the prompt")


def _prompt_is_nobodys(question: Question) -> Iterator[Finding]:
    words = _plain_words(question.prompt)
    for name in sorted((wordlists.COMPANIES - wordlists.ALLOWED_NAMES) & set(words)):
        yield Finding(("prompt",), f"names a company or product: {name}")
    for law in sorted(wordlists.LAWS & set(words)):
        yield Finding(("prompt",), f"names a law ({law}); say what it asks, and put it in facts")
    for year in _YEAR.findall(question.prompt):
        yield Finding(("prompt",), f"names a year ({year}); say how far away it is")


def _past_asks_for_a_story(question: Question) -> Iterator[Finding]:
    if question.kind != "past":
        return
    prompt = question.prompt.casefold()
    if not any(cue in prompt for cue in wordlists.PAST_CUES):
        message = 'is of kind past, so it opens like "Tell me about a time…"'
        yield Finding(("prompt",), message)
    said = set(_plain_words(" ".join(signal.text for signal in question.strong_signals)))
    if not said & wordlists.RESULTS:
        yield Finding(("strong_signals",), "none of them is a result")
    if not said & wordlists.OWN_ACTS:
        yield Finding(("strong_signals",), "none of them is the candidate's own act")


def _signals_are_observable(question: Question) -> Iterator[Finding]:
    yield from _count(("strong_signals",), len(question.strong_signals), SIGNALS)
    least, most = SIGNAL_WORDS
    concrete = 0
    for place, signal in enumerate(question.strong_signals):
        words = _plain_words(signal.text)
        concrete += bool(wordlists.CONCRETE & set(words) or _NUMBER.search(signal.text))
        if not least <= len(words) <= most:
            path = ("strong_signals", place, "text")
            yield Finding(path, f"has {len(words)} words; {least} to {most}")
    if concrete < CONCRETE_SIGNALS:
        message = f"only {concrete} with a threshold, an artefact or a mechanism; needs 2"
        yield Finding(("strong_signals",), message)


def _follow_ups_speak(question: Question) -> Iterator[Finding]:
    yield from _count(("follow_ups",), len(question.follow_ups), FOLLOW_UPS)
    for place, follow_up in enumerate(question.follow_ups):
        path = ("follow_ups", place)
        if follow_up.kind == "probe" and not follow_up.expects:
            yield Finding((*path, "expects"), "a probe names the signals it is after")
        if follow_up.kind == "redirect":
            if (words := word_count(follow_up.text)) > REDIRECT_WORDS:
                yield Finding((*path, "text"), f"has {words} words; an interruption is short")
            if not _speaks(follow_up.text):
                yield Finding((*path, "text"), "a redirect asks, commands or quotes somebody")


def _red_flags_can_be_heard(question: Question) -> Iterator[Finding]:
    yield from _count(("red_flags",), len(question.red_flags), RED_FLAGS)
    for place, flag in enumerate(question.red_flags):
        for word in _said(wordlists.UNOBSERVABLE, flag):
            yield Finding(("red_flags", place), f"judges ('{word}'); say what can be heard")


def _outlines_differ(question: Question) -> Iterator[Finding]:
    outline = question.outline
    yield from _count(("outline", "2min"), len(outline.two_min), STEPS)
    short = [step.say for step in outline.two_min]
    if not any(all(_differ(item, said) for said in short) for item in outline.five_min):
        yield Finding(("outline", "5min"), "says nothing that is not in the two minutes")
    deep = " ".join(outline.deep)
    words = set(_plain_words(deep))
    if not (_NUMBER.search(deep) or words & (wordlists.FAILURES | wordlists.NUMBER_WORDS)):
        yield Finding(("outline", "deep"), "has neither a number nor a failure in it")


def _rubric_fits_the_area(question: Question) -> Iterator[Finding]:
    yield from _count(("rubric",), len(question.rubric), DIMENSIONS)
    own = OWN_PREFIX[question.area]
    if not any(name.startswith(own) for name in question.rubric):
        yield Finding(("rubric",), f"has no dimension of its own area ({own}…)")


def _bars_differ(question: Question) -> Iterator[Finding]:
    seen: set[str] = set()
    for level, text in question.bar.items():
        if text in seen:
            yield Finding(("bar", level), "says the same as another level")
        seen.add(text)


def _words_mean_something(question: Question) -> Iterator[Finding]:
    for path, text in texts(question):
        for word in _said(wordlists.BANNED, text):
            yield Finding(path, f"'{word}' says nothing; say what is done")


def _sentences_are_short(question: Question) -> Iterator[Finding]:
    lengths = [word_count(s) for _, text in texts(question) for s in sentences(text)]
    mean = sum(lengths) / max(len(lengths), 1)
    if mean >= SENTENCE_WORDS:
        message = f"its sentences have {mean:.0f} words on average; under {SENTENCE_WORDS}"
        yield Finding((), message)


WORDING_RULES: tuple[Rule, ...] = (
    _prompt_is_of_a_length,
    _prompt_asks_one_thing,
    _prompt_has_scale_or_constraint,
    _prompt_gives_nothing_away,
    _prompt_is_nobodys,
    _past_asks_for_a_story,
    _signals_are_observable,
    _follow_ups_speak,
    _red_flags_can_be_heard,
    _outlines_differ,
    _rubric_fits_the_area,
    _bars_differ,
    _words_mean_something,
    _sentences_are_short,
)


def _count(path: tuple[str | int, ...], given: int, limits: tuple[int, int]) -> Iterator[Finding]:
    least, most = limits
    if not least <= given <= most:
        yield Finding(path, f"has {given}; {least} to {most}")


def _plain_words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _commands(text: str) -> bool:
    """Whether some sentence or clause begins with a command."""
    parts = [part for sentence in sentences(text) for part in re.split(r"[,;:]\s", sentence)]
    return any(words[0] in wordlists.COMMANDS for part in parts if (words := _plain_words(part)))


def _speaks(text: str) -> bool:
    return "?" in text or bool(_QUOTED.search(text)) or _commands(text)


def _said(phrases: tuple[str, ...], text: str) -> list[str]:
    padded = f" {' '.join(_plain_words(text))} "
    return [phrase for phrase in phrases if f" {phrase} " in padded]


def _differ(one: str, other: str) -> bool:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio() < ALIKE
