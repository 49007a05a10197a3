"""The only reader of YAML: bounded, without types, anchors, tags or surprises.

Every scalar is text (so `no`, `1:30` and `010` stay what was written); whoever needs a number
asks the schema for it. Refused: anchors, aliases, tags, several documents, duplicate keys, depth
over 20, more than 50,000 values, files over 2 MB. Nothing in a file can run, loop or explode.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tpmprep.adapters.files import read_bounded, reason
from tpmprep.errors import BadData

MAX_BYTES = 2_000_000
MAX_DEPTH = 20
MAX_VALUES = 50_000

Key = tuple[str | int, ...]


class YamlProblem(BadData):
    """What is wrong with a YAML file, and on which line (from 1; 0 when it is the whole file)."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class Tree:
    """The content of a file and the line on which each value begins."""

    value: Any
    lines: dict[Key, int] = field(default_factory=dict)

    def line_of(self, key: Key) -> int:
        """The line of `key`, or of the nearest thing around it that exists."""
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key, 1)


def read_yaml(path: Path) -> Tree:
    """The content of a YAML file. Raises YamlProblem."""
    try:
        data = read_bounded(path, MAX_BYTES)
    except OSError as error:
        raise YamlProblem(f"cannot be read: {reason(error)}") from error
    except BadData as error:
        raise YamlProblem(error.message) from error
    return parse_yaml(data)


def parse_yaml(data: bytes) -> Tree:
    """The content of YAML bytes. Raises YamlProblem."""
    import yaml

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise YamlProblem("is not UTF-8 text") from error
    try:
        return _Builder(iter(yaml.parse(text, Loader=yaml.SafeLoader))).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlProblem(_retold(error.problem or "is not YAML"), _line(mark)) from error
    except yaml.reader.ReaderError as error:
        message = f"holds the character U+{int(error.character):04X}, which is not allowed"
        raise YamlProblem(message, text[: error.position].count("\n") + 1) from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # also a code point past Unicode
        raise YamlProblem("is not YAML") from error


class _Builder:
    """Builds plain lists, mappings and text from YAML events, within the limits."""

    def __init__(self, events: Iterator[Any]) -> None:
        self._events = events
        self._values = 0
        self._lines: dict[Key, int] = {}

    def document(self) -> Tree:
        import yaml

        value: Any = None
        seen = False
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if seen:
                    raise YamlProblem("holds more than one document", _line(event.start_mark))
                seen = True
                value = self._value(next(self._events), (), 0)
        return Tree(value, self._lines)

    def _value(self, event: Any, key: Key, depth: int) -> Any:
        import yaml

        self._guard(event, depth)
        self._lines.setdefault(key, _line(event.start_mark))
        if isinstance(event, yaml.ScalarEvent):
            return event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(key, depth)
        return self._mapping(key, depth)

    def _sequence(self, key: Key, depth: int) -> list[Any]:
        import yaml

        items: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._value(event, (*key, len(items)), depth + 1))
        return items

    def _mapping(self, key: Key, depth: int) -> dict[str, Any]:
        import yaml

        found: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            line = _line(event.start_mark)
            self._guard(event, depth)
            if not isinstance(event, yaml.ScalarEvent):
                raise YamlProblem("a key must be plain text", line)
            name = event.value
            if name in found:
                raise YamlProblem(f"the key '{name}' appears twice", line)
            self._lines[(*key, name)] = line
            found[name] = self._value(next(self._events), (*key, name), depth + 1)
        return found

    def _guard(self, event: Any, depth: int) -> None:
        import yaml

        line = _line(event.start_mark)
        self._values += 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise YamlProblem("anchors and aliases (& and *) are not allowed", line)
        if getattr(event, "tag", None):
            raise YamlProblem("tags (!) are not allowed", line)
        if depth > MAX_DEPTH:
            raise YamlProblem(f"is nested deeper than {MAX_DEPTH} levels", line)
        if self._values > MAX_VALUES:
            raise YamlProblem(f"holds more than {MAX_VALUES:,} values", line)


def _line(mark: Any) -> int:
    return int(mark.line) + 1 if mark else 0


def _retold(problem: str) -> str:
    """The parser's complaint in our words where it is a common slip."""
    if "'\\t'" in problem:
        return "a TAB is used for indentation; use spaces"
    if "<stream end>" in problem:
        return "ends in the middle of a value; is a bracket or a quote not closed?"
    if "mapping values are not allowed here" in problem:
        return 'a text with ": " in it needs quotes around it'
    return problem
