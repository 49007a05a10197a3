"""What stands in an answer, found by rule: a detector gives the places it saw. Hints, no grades."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tpmprep.domain.text import sentence_spans


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text, and the words there."""

    start: int
    end: int
    text: str


_COUNTED = (
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty "
    "sixty seventy eighty ninety hundred thousand million billion half third quarter twice"
).replace(" ", "|")
_NUMBER = re.compile(
    rf"(?:[$€£]\s?)?(?<!\w)\d[\d.,:]*(?:\s?%)?|\b(?:{_COUNTED})s?\b", flags=re.IGNORECASE
)
_WE = re.compile(r"\b(?:we|our team|the team|everyone|everybody)\b", flags=re.IGNORECASE)
_OWNER = re.compile(
    r"\b(?:I|my|me|myself|owners?|owned|leads?|director|manager|sponsor|vp|president|chief"
    r"|engineer|architect|(?:he|she|they) (?:decided|chose|took|signed|owned))\b"
)


def numbers(text: str) -> list[Span]:
    """Figures, amounts and counted words ("40%", "two teams", "half")."""
    return [Span(*found.span(), found.group()) for found in _NUMBER.finditer(text)]


def we_without_owner(text: str) -> list[Span]:
    """The sentences in which "we" acted and nobody is named who did or decided it."""
    return list(_ownerless(text))


def _ownerless(text: str) -> Iterator[Span]:
    for start, end in sentence_spans(text):
        sentence = text[start:end]
        if _WE.search(sentence) and not _OWNER.search(sentence):
            yield Span(start, end, sentence)
