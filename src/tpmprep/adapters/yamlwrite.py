"""Our YAML as a person likes to edit it: long texts folded, short lists on one line."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from tpmprep.domain.question import Question, as_document

WIDTH = 84
"""A word that begins before this column still goes on the line, so lines stay within about 100."""

LONG_TEXT = 78
"""Longer texts begin on a line of their own."""

_LISTS = ("tracks", "competencies", "formats", "facts", "expects", "rubric")
_LEFT_OUT_WHEN_EMPTY = (
    "competencies",
    "context",
    "formats",
    "facts",
    "unless",
    "expects",
    "workstreams",
)
_ORDER = (
    "id",
    "prompt",
    "context",
    "area",
    "tracks",
    "level",
    "kind",
    "formats",
    "competencies",
    "facts",
    "tests",
    "follow_ups",
    "strong_signals",
    "workstreams",
    "red_flags",
    "outline",
    "rubric",
    "bar",
)


def questions_yaml(questions: Iterable[Question]) -> str:
    """A bank file with these questions, a blank line between them."""
    return "\n".join(_entry(question) for question in questions)


def document_yaml(document: Mapping[str, Any]) -> str:
    """A file with these keys, in their order; empty ones too, so that one sees what there is."""
    return _dumped(_shaped(document, keep_empty=True))


class _Folded(str):
    """Text that begins on the next line, wrapped."""

    __slots__ = ()


class _Quoted(str):
    """Text in double quotes."""

    __slots__ = ()


class _Row(list[Any]):
    """A list on one line."""


class _Cell(dict[str, Any]):
    """A mapping on one line."""


def _entry(question: Question) -> str:
    document = as_document(question)
    ordered = {key: document[key] for key in _ORDER if key in document}
    return _dumped([_shaped(ordered)])


def _dumped(shaped: Any) -> str:
    import yaml

    text: str = yaml.dump(
        shaped, Dumper=_dumper(), width=WIDTH, sort_keys=False, allow_unicode=True
    )
    return text


def _shaped(value: Any, key: str = "", *, keep_empty: bool = False) -> Any:
    """The document with every part marked for the style it is written in."""
    if isinstance(value, dict):
        kept = {
            name: _shaped(item, name, keep_empty=keep_empty)
            for name, item in value.items()
            if item or keep_empty or name not in _LEFT_OUT_WHEN_EMPTY
        }
        short = set(kept) == {"s", "say"} and len(kept["say"]) <= LONG_TEXT
        return _Cell(kept) if short else kept
    if isinstance(value, list | tuple):
        if key in ("keywords", "workstreams"):
            return [_Row(_Quoted(alias) for alias in group) for group in value]
        shaped = [_shaped(item, key) for item in value]
        return _Row(shaped) if key in _LISTS or not shaped else shaped
    if isinstance(value, str):
        return _Folded(value) if len(value) > LONG_TEXT and "\n" not in value else value
    return value


@cache
def _dumper() -> Any:
    import yaml

    class Dumper(yaml.SafeDumper):
        """Indents lists below their key, as people write them."""

        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
            super().increase_indent(flow, indentless=False)

        def write_double_quoted(self, text: str, split: bool = True) -> None:  # noqa: ARG002
            super().write_double_quoted(text, split=False)

    def text(style: str) -> Any:
        return lambda dumper, value: dumper.represent_scalar(
            "tag:yaml.org,2002:str", str(value), style
        )

    Dumper.add_representer(_Folded, text(">"))
    Dumper.add_representer(_Quoted, text('"'))
    Dumper.add_representer(
        _Row, lambda d, v: d.represent_sequence("tag:yaml.org,2002:seq", v, flow_style=True)
    )
    Dumper.add_representer(
        _Cell, lambda d, v: d.represent_mapping("tag:yaml.org,2002:map", v, flow_style=True)
    )
    return Dumper
