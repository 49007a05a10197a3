"""The shape of bank files, checked by pydantic over the domain's own classes, and its words."""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from tpmprep.adapters.yamlfile import Key, Tree
from tpmprep.domain.lint import Finding
from tpmprep.errors import closest

if TYPE_CHECKING:
    from pydantic import TypeAdapter

LONGEST_WORD = 40
"""As much of a word of a file is shown: enough to find it there."""

MOST_PROBLEMS = 20
"""Problems told of one file: enough to mend it, few enough to read."""

_NOT_A = {
    "string_type": "must be text",
    "list_type": "must be a list",
    "tuple_type": "must be a list",
    "dict_type": "must be a mapping (key: value)",
    "dataclass_type": "must be a mapping (key: value)",
    "int_parsing": "must be a whole number",
    "int_parsing_size": "must be a whole number",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
}

_NOTES = {
    "id": "Stable name of the entry, for example plt-ex-01.",
    "prompt": "The question as it is asked.",
    "tracks": "Domains it belongs to; an empty list means all.",
    "level": "The lowest level at which the question is fair.",
    "tests": "One sentence: what the interviewer is checking.",
    "follow_ups": "At least four, with one redirect and one constraint.",
    "strong_signals": "What a strong answer says, most important first.",
    "keywords": "Groups of aliases: every group must be hit, any alias of a group will do.",
    "red_flags": "What a listener can observe in a weak answer.",
    "outline": "The answer at three lengths; the 2min seconds add up to 120.",
    "rubric": "Ids of the dimensions it is scored on.",
    "bar": "For each level from the question's own upward: what is good enough.",
    "workstreams": "The strands of a case, each a name and other words for it.",
    "unless": "Not asked when the answer already mentions this signal.",
    "expects": "The signals that this follow-up is after.",
}


def parse(kind: Any, value: Any) -> tuple[Any, list[Finding]]:
    """`value` as a `kind` (a domain class), or None with everything that is wrong with it."""
    from pydantic import ValidationError

    try:
        return _adapter(kind).validate_python(value), []
    except ValidationError as error:
        raw = error.errors(include_url=False, include_context=True, include_input=False)
        return None, [_finding(item, value, kind) for item in raw[:MOST_PROBLEMS]]


def dump(kind: Any, value: Any) -> bytes:
    """`value`, a `kind`, as one line of JSON with the keys that files have."""
    return _adapter(kind).dump_json(value, by_alias=True)


def json_schema(kind: Any) -> dict[str, Any]:
    """The JSON Schema of a file that lists `kind`, so that editors complete and check it."""
    schema = _adapter(list[kind]).json_schema(by_alias=True)
    for part in schema.get("$defs", {}).values():
        for name, rule in part.get("properties", {}).items():
            if name in _NOTES:
                rule["description"] = _NOTES[name]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def place(tree: Tree, path: Key) -> tuple[int, str]:
    """The line of a path and the path in words, for example `[2].follow_ups[0].kind`."""
    steps = (f"[{s}]" if isinstance(s, int) else f".{s[:LONGEST_WORD]}" for s in path)
    words = "".join(steps)
    return tree.line_of(path), words.removeprefix(".")


@cache
def _adapter(kind: Any) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def _finding(item: Any, value: Any, parsed: Any) -> Finding:
    is_key = "[key]" in item["loc"]
    path = tuple(step for step in item["loc"] if step != "[key]")
    kind, context = item["type"], item.get("ctx", {})
    if kind in ("missing", "missing_argument"):
        return Finding(path[:-1], f"the key '{path[-1]}' is missing")
    if kind in ("extra_forbidden", "unexpected_keyword_argument"):
        shown = str(path[-1])[:LONGEST_WORD]
        return Finding(path, f"unknown key '{shown}'{_guess_key(path, value, parsed)}")
    if kind == "literal_error":
        given = path[-1] if is_key else _at(value, path)
        return Finding(path, _allowed(str(context["expected"]), given))
    return Finding(path, _NOT_A.get(kind, str(item["msg"]).lower()))


def _guess_key(path: Key, value: Any, parsed: Any) -> str:
    siblings = _at(value, path[:-1])
    known = [
        key
        for key in _keys_at(parsed, path[:-1]) or _NOTES
        if not isinstance(siblings, dict) or key not in siblings
    ]
    return _guess(str(path[-1]), known)


def _keys_at(parsed: Any, path: Key) -> list[str]:
    """The keys that belong where `path` leads to inside a class; none where that is unknown."""
    for step in path:
        if isinstance(step, int):
            parsed = next(iter(get_args(parsed)), None)
        else:
            parsed = get_type_hints(parsed).get(step) if is_dataclass(parsed) else None
    return [field.name for field in fields(parsed)] if is_dataclass(parsed) else []


def _allowed(expected: str, given: Any) -> str:
    choices = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    shown = str(given)[:LONGEST_WORD] if isinstance(given, str | int) else "this"
    return f"'{shown}' is not allowed{_guess(shown, choices)}; choose from {', '.join(choices)}"


def _guess(word: str, known: Sequence[str]) -> str:
    near = closest(word, known, most=1)
    return f" (did you mean '{near[0]}'?)" if near else ""


def _at(value: Any, path: Key) -> Any:
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None if not isinstance(step, str) else step
    return value
