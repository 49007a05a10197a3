"""A form as data: what comes next, what stands before, and the document that answers make."""

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpmprep.adapters import schema
from tpmprep.adapters.content import load_forms
from tpmprep.domain.form import (
    LONGEST_ITEM,
    LONGEST_LIST,
    LONGEST_TEXT,
    Answer,
    Field,
    document_of,
    field_before,
    next_field,
    problem_of,
)
from tpmprep.domain.notes import Notes
from tpmprep.domain.program import Program
from tpmprep.domain.story import Story
from tpmprep.domain.text import is_clean

FIELDS = [Field("a", "A", "?"), Field("b.c", "B", "?", many=True), Field("d", "D", "?")]
KEPT: dict[str, Any] = {"program": Program, "story": Story}
PARTS = ("role", "risks", "level", "close", "ask", "numbers", "examples")


@pytest.mark.parametrize(
    ("answers", "name"),
    [
        ({}, "a"),
        ({"a": "x"}, "b.c"),
        ({"a": ""}, "b.c"),
        ({"b.c": []}, "a"),
        ({"a": "x", "d": "y"}, "b.c"),
        ({"a": "", "b.c": [], "d": ""}, None),
        ({"e": "x"}, "a"),
    ],
)
def test_the_next_field(answers: dict[str, Any], name: str | None) -> None:
    """The first without an answer; one that was skipped has an empty answer."""
    found = next_field(FIELDS, answers)
    assert name == (found.id if found else None)
    assert next_field([], answers) is None


def test_the_field_before() -> None:
    """The first stays where it is."""
    assert [FIELDS[0], FIELDS[0], FIELDS[1]] == [field_before(FIELDS, one) for one in FIELDS]


@pytest.mark.parametrize(
    ("answers", "document"),
    [
        ({}, {}),
        ({"a": "x", "b": ""}, {"a": "x"}),
        ({"a": ["x", "y"], "b": []}, {"a": ["x", "y"]}),
        ({"a.b": "x", "a.c": "y", "d": "z"}, {"a": {"b": "x", "c": "y"}, "d": "z"}),
        ({"a.b.c": "x"}, {"a": {"b": {"c": "x"}}}),
        ({"a.b": ""}, {}),
        ({"a": "x\u200by\x1b[2J\r\nz"}, {"a": "xy[2J\nz"}),
        ({"a": " x\x1b\ry\u2028z\x0b"}, {"a": "x\ny\nz"}),
        ({"a": ["\ufeff", "x\udc80"]}, {"a": ["x"]}),
        ({"a": "\u200b", "b": ["\xad"]}, {}),
        ({"a": "می\u200cخواهم\tb"}, {"a": "می\u200cخواهم\tb"}),
    ],
)
def test_the_document(answers: dict[str, Any], document: dict[str, Any]) -> None:
    """Dots are keys inside each other; nothing empty, and nothing that hides, gets into it."""
    assert document == document_of(answers)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("", "This one cannot be skipped: a few words are enough."),
        ([], "This one cannot be skipped: a few words are enough."),
        ("x" * LONGEST_TEXT, ""),
        ("x" * 3_001, "That has 3,001 characters, and at most 3,000 are kept. A shorter one:"),
        (["x" * LONGEST_ITEM] * LONGEST_LIST, ""),
        (["a", "x" * 501], "That has 501 characters, and at most 500 are kept. A shorter one:"),
        (["a"] * 41, "That is 41 lines; at most 40."),
    ],
    ids=["empty", "no-lines", "longest", "too-long", "longest-list", "long-line", "too-many"],
)
def test_what_cannot_be_kept(answer: Answer, told: str) -> None:
    """What a needed one lacks, and limits with both figures; any other may be empty."""
    needed = Field("a", "A", "?", many=isinstance(answer, list), needed=True)
    assert told == problem_of(needed, answer)
    assert ("" if not answer else told) == problem_of(replace(needed, needed=False), answer)


def test_what_is_emptied_is_said() -> None:
    """Where something stood before, empty answers are part of the document."""
    answers = {"a": "", "b.c": "\u200b", "d": ["", " "], "e": "x"}
    wanted = {"a": "", "b": {"c": ""}, "d": [], "e": "x"}
    assert (wanted, {"e": "x"}) == (document_of(answers, keep_empty=True), document_of(answers))


def test_the_document_is_a_copy() -> None:
    """Lists that are typed on do not change it."""
    lines = ["x"]
    document = document_of({"a": lines})
    lines.append("y")
    assert {"a": ["x"]} == document


@given(st.dictionaries(st.sampled_from("abcd"), st.text(st.characters(exclude_categories=()))))
def test_any_answer_can_be_kept(answers: dict[str, str]) -> None:
    """What was typed or pasted never makes a file that is refused later."""
    document = document_of(answers)
    assert all(text and is_clean(text) for text in document.values())
    clean = {name: text.strip() for name, text in answers.items() if is_clean(text)}
    clean = {name: text for name, text in clean.items() if text}
    assert clean.items() <= document.items()


@pytest.mark.parametrize("kind", ["program", "story"])
def test_each_field_is_a_key_of_the_file(kind: str) -> None:
    """A whole form makes a document that passes; lists are lists, and what is needed is asked."""
    form = load_forms()[kind]
    names = [one.id for one in form]
    assert len(names) == len(set(names))
    document = document_of({one.id: ["x"] if one.many else "x" for one in form})
    value, wrong = schema.parse(KEPT[kind], {"id": "a", **document})
    assert [] == wrong
    assert value is not None
    written = {one.name for one in fields(value) if getattr(value, one.name) != one.default}
    left = {"added"} if kind == "program" else {"added", "questions", "competencies"}
    assert left == {one.name for one in fields(value)} - written
    assert {one.id for one in form if one.needed} == {
        name for name in ("name", "theme", "title") if name in names
    }


def test_the_parts_of_the_notes_are_keys_of_the_file() -> None:
    """All of them together."""
    form = [one for part in PARTS for one in load_forms()[part] if "examples." not in one.id]
    document = document_of({one.id: ["x"] if one.many else "x" for one in form})
    notes, wrong = schema.parse(Notes, {**document, "examples": ["x"]})
    assert [] == wrong
    assert set() == {one.name for one in fields(Notes) if not getattr(notes, one.name)}
