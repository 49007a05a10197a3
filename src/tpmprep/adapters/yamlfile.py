"""The only reader of YAML: bounded, without types, anchors, tags or surprises.

Every scalar is text (so `no`, `1:30` and `010` stay what was written); whoever needs a number
asks the schema for it. Refused: anchors, aliases, tags, several documents, duplicate keys, depth
over 20, more than 50,000 values, files over 2 MB. Nothing in a file can run, loop or explode.
"""

from collections.abc import Callable
from functools import cached_property
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


class Tree:
    """The content of a file. Where a value begins is found out when somebody asks."""

    def __init__(self, value: Any, text: str = "") -> None:
        self.value = value
        self._text = text

    def line_of(self, key: Key) -> int:
        """The line of `key`, or of the nearest thing around it that exists."""
        while key and key not in self._lines:
            key = key[:-1]
        return self._lines.get(key, 1)

    @cached_property
    def _lines(self) -> dict[Key, int]:
        """The line of every value. The file is parsed again for it: most files have no problem."""
        import yaml

        lines: dict[Key, int] = {}
        _Builder(yaml.SafeLoader(self._text).get_event, lines).document()
        return lines


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
        value = _built(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlProblem(_retold(error.problem or "is not YAML"), _line(mark)) from error
    except yaml.reader.ReaderError as error:
        message = f"holds the character U+{int(error.character):04X}, which is not allowed"
        raise YamlProblem(message, text[: error.position].count("\n") + 1) from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # also a code point past Unicode
        raise YamlProblem("is not YAML") from error
    return Tree(value, text)


def _built(text: str) -> Any:
    """The content by the parser in C where there is one: ten times as fast.

    Only its events are used, one by one: its composer dies of deep nesting. What it refuses is
    read again by the parser in Python, whose complaints name the sign that is wrong.
    """
    import yaml

    if yaml.__with_libyaml__:
        try:
            return _Builder(yaml.CSafeLoader(text).get_event).document()
        except (yaml.YAMLError, ValueError, OverflowError):
            pass
    return _Builder(yaml.SafeLoader(text).get_event).document()


class _Builder:
    """Builds plain lists, mappings and text from YAML events, within the limits.

    With `lines`, the line of each value is noted there under the keys that lead to it.
    """

    def __init__(self, get_event: Callable[[], Any], lines: dict[Key, int] | None = None) -> None:
        import yaml

        self._next = get_event
        self._values = 0
        self._lines = lines
        self._scalar, self._list = yaml.ScalarEvent, yaml.SequenceStartEvent
        self._list_end, self._mapping_end = yaml.SequenceEndEvent, yaml.MappingEndEvent
        self._document, self._stream_end = yaml.DocumentStartEvent, yaml.StreamEndEvent

    def document(self) -> Any:
        """The one document of the stream; None when it is empty. Raises YamlProblem."""
        value: Any = None
        seen = False
        while not isinstance(event := self._next(), self._stream_end):
            if isinstance(event, self._document):
                if seen:
                    raise YamlProblem("holds more than one document", _line(event.start_mark))
                seen = True
                value = self._value(self._next(), (), 0)
        return value

    def _value(self, event: Any, key: Key, depth: int) -> Any:
        self._guard(event, depth)
        if self._lines is not None:
            self._lines.setdefault(key, _line(event.start_mark))
        if type(event) is self._scalar:
            return event.value
        if type(event) is self._list:
            return self._sequence(key, depth + 1)
        return self._mapping(key, depth + 1)

    def _sequence(self, key: Key, depth: int) -> list[Any]:
        items: list[Any] = []
        tracked = self._lines is not None
        while type(event := self._next()) is not self._list_end:
            items.append(self._value(event, (*key, len(items)) if tracked else key, depth))
        return items

    def _mapping(self, key: Key, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        inside = key
        while type(event := self._next()) is not self._mapping_end:
            self._guard(event, depth - 1)
            if type(event) is not self._scalar:
                raise YamlProblem("a key must be plain text", _line(event.start_mark))
            name = event.value
            if name in found:
                raise YamlProblem(f"the key '{name}' appears twice", _line(event.start_mark))
            if self._lines is not None:
                inside = (*key, name)
                self._lines[inside] = _line(event.start_mark)
            found[name] = self._value(self._next(), inside, depth)
        return found

    def _guard(self, event: Any, depth: int) -> None:
        """Refuse what must not be in a file of ours. Raises YamlProblem."""
        self._values += 1
        if event.anchor is not None:  # an alias has the anchor that it leads to
            raise YamlProblem(
                "anchors and aliases (& and *) are not allowed", _line(event.start_mark)
            )
        if event.tag is not None:
            raise YamlProblem("tags (!) are not allowed", _line(event.start_mark))
        if depth > MAX_DEPTH:
            raise YamlProblem(f"is nested deeper than {MAX_DEPTH} levels", _line(event.start_mark))
        if self._values > MAX_VALUES:
            raise YamlProblem(f"holds more than {MAX_VALUES:,} values", _line(event.start_mark))


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
