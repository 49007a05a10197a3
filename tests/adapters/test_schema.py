"""The shape of bank files: what is wrong is told with path and reason."""

import json
from typing import Any

import pytest

from fakes import make_question
from tpmprep.adapters import schema
from tpmprep.adapters.yamlfile import parse_yaml
from tpmprep.domain.lint import Finding
from tpmprep.domain.question import Question, as_document
from tpmprep.domain.rubric import Rubric

Path = tuple[str | int, ...]


def document() -> dict[str, Any]:
    """A valid question as a file holds it: lists, mappings and text."""
    found: dict[str, Any] = json.loads(json.dumps(as_document(make_question())))
    return found


def changed(path: Path, value: Any) -> dict[str, Any]:
    """The valid document with one place set to `value`."""
    doc: Any = document()
    place = doc
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return dict(doc)


def test_valid_document_is_the_question() -> None:
    """A document in order is the domain's question."""
    assert (make_question(), []) == schema.parse(Question, document())


def test_numbers_as_text_are_numbers() -> None:
    """The reader gives text only; where a number belongs, it becomes one."""
    question, findings = schema.parse(Question, changed(("outline", "2min", 0, "s"), "030"))
    assert ([], 30) == (findings, question.outline.two_min[0].s)


def test_tracks_may_be_left_out() -> None:
    """Without the key, a question fits all tracks."""
    doc = document()
    del doc["tracks"]
    question, _ = schema.parse(Question, doc)
    assert () == question.tracks


GUESS = "'exec' is not allowed (did you mean 'execution'?)"

WRONG: list[tuple[Path, Any, str]] = [
    (("prompt",), ["a"], "must be text"),
    (("prompt",), {"a": "b"}, "must be text"),
    (("red_flags",), "one", "must be a list"),
    (("follow_ups",), {"a": "b"}, "must be a list"),
    (("follow_ups", 1), "text", "must be a mapping (key: value)"),
    (("outline",), ["a"], "must be a mapping (key: value)"),
    (("bar",), "text", "must be a mapping (key: value)"),
    (("outline", "2min", 1, "s"), "1.5", "must be a whole number"),
    (("outline", "2min", 1, "s"), "soon", "must be a whole number"),
    (("strong_signals", 0, "keywords"), "owner", "must be a list"),
    (("strong_signals", 0, "keywords", 0), "owner", "must be a list"),
    (("nonsense",), "x", "unknown key 'nonsense'"),
    (("follow_ups", 0, "whenever"), "x", "unknown key 'whenever'"),
    (("outline", "3min"), ["x"], "unknown key '3min'"),
    (
        ("area",),
        "exec",
        f"{GUESS}; choose from execution, technical, stakeholder, case",
    ),
    (
        ("follow_ups", 2, "kind"),
        "prob",
        "'prob' is not allowed (did you mean 'probe'?); choose from redirect, constraint, probe",
    ),
    (
        ("level",),
        ["senior"],
        "'this' is not allowed; choose from tpm2, senior, staff, principal",
    ),
]


@pytest.mark.parametrize(("path", "value", "message"), WRONG)
def test_wrong_value_is_told_in_words(path: Path, value: Any, message: str) -> None:
    """A value of the wrong shape is one finding: its path and what it must be."""
    assert (None, [Finding(path, message)]) == schema.parse(Question, changed(path, value))


def test_wrong_level_in_the_bar_is_named() -> None:
    """A misspelled level is named itself, with a guess, not the text beside it."""
    _, findings = schema.parse(Question, changed(("bar", "stafff"), "A rule."))
    message = (
        "'stafff' is not allowed (did you mean 'staff'?); "
        "choose from tpm2, senior, staff, principal"
    )
    assert [Finding(("bar", "stafff"), message)] == findings


@pytest.mark.parametrize(
    ("path", "message"),
    [
        (("rubric",), "the key 'rubric' is missing"),
        (("outline", "2min"), "the key '2min' is missing"),
        (("follow_ups", 0, "text"), "the key 'text' is missing"),
        (("strong_signals", 1, "keywords"), "the key 'keywords' is missing"),
    ],
)
def test_missing_key_points_to_its_owner(path: Path, message: str) -> None:
    """A missing key is told at the entry that should have it."""
    doc: Any = document()
    place = doc
    for step in path[:-1]:
        place = place[step]
    del place[path[-1]]
    assert (None, [Finding(path[:-1], message)]) == schema.parse(Question, doc)


def test_misspelled_key_is_guessed() -> None:
    """A key that looks like a missing one is asked about."""
    doc = document()
    doc["red_flag"] = doc.pop("red_flags")
    _, findings = schema.parse(Question, doc)
    told = {finding.message for finding in findings}
    assert {
        "the key 'red_flags' is missing",
        "unknown key 'red_flag' (did you mean 'red_flags'?)",
    } == told


@pytest.mark.parametrize("value", [None, "text", ["a"], 7])
def test_something_else_than_a_mapping(value: Any) -> None:
    """What is no mapping at all is one finding about the whole."""
    expected = [Finding((), "must be a mapping (key: value)")]
    assert (None, expected) == schema.parse(Question, value)


def test_at_most_twenty_findings() -> None:
    """A hopeless document gives twenty findings and no more."""
    _, findings = schema.parse(Question, {f"k{n}": "x" for n in range(50)})
    assert 20 == len(findings)


def test_place_in_words() -> None:
    """A path is a line and words that one can search for."""
    tree = parse_yaml(b"- id: a\n- id: b\n  follow_ups:\n    - kind: probe\n")
    place = schema.place(tree, (1, "follow_ups", 0, "kind"))
    assert (4, "[1].follow_ups[0].kind") == place
    assert (1, "") == schema.place(tree, ())


def test_place_without_a_list_has_no_leading_dot() -> None:
    """A path that begins with a key is told without a dot before it."""
    assert (1, "dimensions[0].id") == schema.place(parse_yaml(b"id: a\n"), ("dimensions", 0, "id"))


def test_json_schema_is_a_document_for_editors() -> None:
    """The schema of question files is JSON and names the keys as the files have them."""
    found = json.loads(json.dumps(schema.json_schema(Question)))
    assert "https://json-schema.org/draft/2020-12/schema" == found["$schema"]
    assert "array" == found["type"]
    outline = found["$defs"]["Outline"]
    assert {"2min", "5min", "deep"} == set(outline["properties"])
    assert ["2min", "5min", "deep"] == outline["required"]
    assert outline["additionalProperties"] is False


def test_json_schema_explains_its_keys() -> None:
    """The keys carry a description and the fixed choices are listed."""
    rules = schema.json_schema(Question)["$defs"]["Question"]["properties"]
    assert "The question as it is asked." == rules["prompt"]["description"]
    assert ["execution", "technical", "stakeholder", "case"] == rules["area"]["enum"]


def test_json_schema_of_rubrics() -> None:
    """Rubric files have a schema, too."""
    assert "Dimension" in schema.json_schema(Rubric)["$defs"]
