"""A few questions one after another, as data, and the document that the answers make."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from tpmprep.domain.text import is_clean

_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")

LONGEST_TEXT, LONGEST_ITEM, LONGEST_LIST = 3_000, 500, 40
"""Characters of an answer and of an item of a list, and items: enough for any story."""

Answer = str | list[str]
Answers = dict[str, Answer]
"""What was answered so far by the id of the field; an empty answer counts as answered."""


@dataclass(frozen=True, slots=True)
class Field:
    """One question. `id` is the key in the file, with dots where keys stand inside each other.

    `many`: asked again until an empty line. `needed`: cannot be skipped. `offers` names a list of
    choices that the command knows, such as the themes.
    """

    id: str
    title: str
    ask: str
    many: bool = False
    needed: bool = False
    offers: str = ""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}


def next_field(fields: Sequence[Field], answers: Mapping[str, Any]) -> Field | None:
    """The first field without an answer; None when all have one."""
    return next((field for field in fields if field.id not in answers), None)


def field_before(fields: Sequence[Field], field: Field) -> Field:
    """The field that is asked before `field`, or `field` itself when it is the first."""
    return fields[max(0, fields.index(field) - 1)]


def problem_of(field: Field, answer: Answer) -> str:
    """Why an answer cannot be kept; empty when it can."""
    if field.needed and not answer:
        return "This one cannot be skipped: a few words are enough."
    if isinstance(answer, str):
        return _too_long(answer, LONGEST_TEXT)
    if len(answer) > LONGEST_LIST:
        return f"That is {len(answer)} lines; at most {LONGEST_LIST}."
    return next((told for line in answer if (told := _too_long(line, LONGEST_ITEM))), "")


def _too_long(text: str, most: int) -> str:
    if len(text) <= most:
        return ""
    return f"That has {len(text):,} characters, and at most {most:,} are kept. A shorter one:"


def document_of(
    answers: Mapping[str, str | Sequence[str]], *, keep_empty: bool = False
) -> dict[str, Any]:
    """The document that the answers make, with dots as keys inside each other.

    Empty answers are left out, unless they are to empty what stood there.
    """
    document: dict[str, Any] = {}
    for name, said in answers.items():
        lines = [plain_words(line) for line in ([said] if isinstance(said, str) else said)]
        answer = lines[0] if isinstance(said, str) else [line for line in lines if line]
        if not (answer or keep_empty):
            continue
        *outer, last = name.split(".")
        place = document
        for key in outer:
            place = place.setdefault(key, {})
        place[last] = answer
    return document


def plain_words(text: str) -> str:
    """`text` without blanks around it, and without the hidden signs that come with pasted words.

    A file that held them would be refused.
    """
    if is_clean(text):
        return text.strip()
    return "".join(sign for sign in _LINE_END.sub("\n", text) if is_clean(sign)).strip()
