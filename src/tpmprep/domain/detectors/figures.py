"""Numbers: figures, amounts and counted words."""

import re
from collections.abc import Iterable

from tpmprep.domain.detectors.cues import COUNTS, Hit, is_number
from tpmprep.domain.detectors.passage import Passage, words_in

_UNITS = words_in(
    """
    k m mm bn b x s ms us ns min mins h hr hrs d w y gb mb tb kb pb ghz mhz hz kw mw kwh w v km
    cm px pp bps pct rps qps tps eur usd gbp chf inr ish fold percent
    """
)
"""What may be glued to a figure ("40k"); other letters make a name of it ("5xx", "2FA")."""

_SCALES = words_in("percent per hundred thousand million billion trillion dozen k m bn grand")
_CURRENCIES = words_in("eur usd gbp chf inr rs sek nok dkk pln cad aud yen")
_MEASURES = words_in("nps csat roi arr mrr mttr mtbf slo sla kpi ctr cpu p50 p90 p95 p99")
_OPENS = frozenset(" \n\t([{\"'“‘~<>=+±≈≤≥-–—/,;:*→|&")
_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")
_NAMES = words_in(
    """
    soc iso rfc tls ssl pci oauth http https ipv sev rev java python ruby php node ios android
    windows postgres postgresql mysql oracle angular react kafka kubernetes spring web log4j utf
    covid gpt claude llama section article catch mark model cve
    """
)
"""What a figure may be part of the name of, in small letters too."""

_AFTER_PRONOUN = words_in(
    """
    is was are were has had have can could would should will might may must does did do goes went
    took takes came comes got gets said says that who which whom whose where when what how i we
    you he she it they them us me the a an this these those my our your his her their of to in on
    at by for from with without into over under up out off as than then and or but so because if
    while before after until since too also though just really still never not always here there
    saw needs wants made makes left failed broke worked won asked being back again
    """
)
_DETERMINERS = words_in("the a an this that my our your his her its their new old every")
_ONLY = words_in("only just single exactly least most with for to in from by of at and or than")
_TIMES = words_in("second minute hour day week month quarter year sprint")


def numbers(
    passage: Passage, phrases: Iterable[Hit], names: Iterable[Hit], dated: Iterable[Hit]
) -> list[Hit]:
    """Every number that counts something: no date, no clock time, no part of a name.

    `phrases` count as they stand ("a third of"); what is in `names` counts nothing ("phase 2").
    """
    taken = {w for hit in (*names, *dated) for w in range(hit.first, hit.last + 1)}
    found = [hit for hit in phrases if hit.first not in taken]
    word = 0
    while word < len(passage.words):
        last = word
        if word not in taken and _counts(passage, word):
            while step := _goes_on(passage, last + 1):
                last += step
            found.append(Hit(word, last))
        word = last + 1
    return found


def _counts(passage: Passage, word: int) -> bool:
    said = passage.words[word]
    if said != "one" and not is_number(said):
        return False
    if _is_label(passage, word):
        return False
    if said == "one":
        return _is_one_thing(passage, word)
    return said in COUNTS or _is_amount(passage, word)


def _is_label(passage: Passage, word: int) -> bool:
    """Whether a small number only names what comes: "Two, people", "3. Rollback"."""
    first, _ = passage.sentences[passage.sentence_of(word)]
    said, after = passage.words[word], passage.after(word).strip()[:1]
    small = said in COUNTS or said == "one" or (said.isdecimal() and len(said) < 3)
    return word == first and small and after in tuple(",:.)")


def _is_one_thing(passage: Passage, word: int) -> bool:
    """Whether "one" counts what follows ("one engineer") and stands for nothing ("the big one")."""
    after = passage.word(word + 1)
    if passage.after(word) not in (" ", "-") or after in _AFTER_PRONOUN:
        return False
    if passage.word(word - 1) in _ONLY or after in _TIMES:
        return True
    is_verb = after.endswith("s") and not after.endswith("ss")
    led = {passage.word(word - 2), passage.word(word - 3) if is_verb else ""}
    return led.isdisjoint(_DETERMINERS)


def _is_amount(passage: Passage, word: int) -> bool:
    """Whether a figure is an amount and no time of day, number of a ticket or part of a name."""
    said, before = passage.words[word], passage.between(word)
    if _CLOCK.fullmatch(said) or (before and before[-1] not in _OPENS):
        return False
    if word and not before:
        return False
    if passage.after(word) == "" and passage.word(word + 1) not in {*_UNITS, ""}:
        return False
    sure = said[0] in "$€£" or said.endswith("%")
    return sure or not _follows_a_name(passage, word)


def _follows_a_name(passage: Passage, word: int) -> bool:
    """Whether a figure belongs to the word before it: "Java 17", "SOC 2", "COVID-19", "HTTP/2"."""
    before = passage.word(word - 1)
    if not before or passage.between(word) not in (" ", "-", "/"):
        return False
    if before in _NAMES:
        return True
    if before in _CURRENCIES | _MEASURES or before[0].isdecimal():
        return False
    after = passage.word(word + 1)
    if passage.after(word) == " " and (after in _SCALES or (after.endswith("s") and after[3:])):
        return False  # "I gave Ana 3 weeks"
    start, end = passage.places[word - 1]
    return passage.is_capital(word - 1) or (
        passage.text[start:end].isupper() and passage.between(word) != " "
    )


def _goes_on(passage: Passage, word: int) -> int:
    """How many words continue the number before ("1.8 million", "two hundred and fifty")."""
    if word >= len(passage.words) or passage.between(word).strip(" -%"):
        return 0
    said, before = passage.words[word], passage.words[word - 1]
    if said == "and" and before in ("hundred", "thousand"):
        return 2 * (passage.word(word + 1) in COUNTS)
    groups = before.isdecimal() and said.isdecimal() and len(said) == 3
    return int(said in _SCALES or groups or (said in COUNTS and before in COUNTS))
