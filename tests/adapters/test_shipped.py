"""Our own files are built without a checker: to the same values that the checker gives."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

import pytest

from tpmprep.adapters import content
from tpmprep.adapters.paths import content_dir
from tpmprep.adapters.schema import parse
from tpmprep.adapters.shipped import build
from tpmprep.adapters.yamlfile import read_yaml
from tpmprep.domain.artifacts import Rules
from tpmprep.domain.exemplars import Exemplar
from tpmprep.domain.form import Field
from tpmprep.domain.formats import Stretch
from tpmprep.domain.guide import AskQuestion
from tpmprep.domain.interviewer import Line
from tpmprep.domain.knowledge import Competency, Fact
from tpmprep.domain.loops import Loop
from tpmprep.domain.phrases import Phrases
from tpmprep.domain.positioning import Positioning
from tpmprep.domain.stages import Stage
from tpmprep.domain.story import Theme
from tpmprep.domain.translate import Length
from tpmprep.errors import BadData

KINDS: dict[str, Any] = {
    "plan.yaml": tuple[Stage, ...],
    "competencies.yaml": tuple[Competency, ...],
    "facts.yaml": tuple[Fact, ...],
    "interviewer.yaml": tuple[Line, ...],
    "stretches.yaml": dict[str, tuple[Stretch, ...]],
    "loops.yaml": tuple[Loop, ...],
    "phrases.yaml": Phrases,
    "exemplars.yaml": tuple[Exemplar, ...],
    "artifacts.yaml": Rules,
    "ask.yaml": tuple[AskQuestion, ...],
    "positioning.yaml": Positioning,
    "themes.yaml": tuple[Theme, ...],
    "forms.yaml": dict[str, tuple[Field, ...]],
    "translate.yaml": tuple[Length, ...],
}
LOADERS: dict[str, Callable[[], Any]] = {
    "plan.yaml": content.load_stages,
    "competencies.yaml": content.load_competencies,
    "facts.yaml": content.load_facts,
    "interviewer.yaml": content.load_lines,
    "stretches.yaml": content.load_stretches,
    "loops.yaml": content.load_loops,
    "phrases.yaml": content.load_phrases,
    "exemplars.yaml": content.load_exemplars,
    "artifacts.yaml": content.load_artifacts,
    "ask.yaml": content.load_asks,
    "positioning.yaml": content.load_positioning,
    "themes.yaml": content.load_themes,
    "forms.yaml": content.load_forms,
    "translate.yaml": content.load_lengths,
}
NOT_BUILT = {"openers.yaml", "starter.yaml"}
"""Questions are checked with the bank; what one of one's own begins from stays a document."""


@dataclass(frozen=True)
class Inner:
    """A value inside another."""

    id: str
    when: date | None = None


@dataclass(frozen=True)
class Sample:
    """One of each kind of value."""

    name: str
    size: int = 0
    share: float = 0.5
    on: bool = False
    kind: Literal["a", "b"] = "a"
    inner: Inner | None = None
    many: tuple[Inner, ...] = ()
    by_name: dict[str, tuple[int, ...]] | None = None


def same_types(one: Any, other: Any) -> bool:
    """Whether two equal values are of the same types: 1, 1.0 and True are equal."""
    if type(one) is not type(other):
        return False
    if isinstance(one, tuple | list):
        return all(map(same_types, one, other))
    if isinstance(one, dict):
        return all(map(same_types, one.items(), other.items()))
    return not hasattr(one, "__dataclass_fields__") or all(
        same_types(getattr(one, name), getattr(other, name)) for name in one.__dataclass_fields__
    )


@pytest.mark.parametrize("name", sorted(KINDS))
def test_what_is_built_is_what_the_checker_gives(name: str) -> None:
    """For every shipped file: no finding, equal values, and of the same types."""
    value = read_yaml(content_dir() / name).value
    checked, findings = parse(KINDS[name], value)
    built = build(KINDS[name], value)
    assert [] == findings
    assert checked == built
    assert same_types(checked, built)


def test_every_shipped_file_is_compared() -> None:
    """A new file cannot be forgotten here."""
    assert set(KINDS) | NOT_BUILT == {path.name for path in content_dir().glob("*.yaml")}
    assert set(KINDS) == set(LOADERS)


def test_scalars_are_read_from_text() -> None:
    """The reader gives text; the class says what it is, and what is not given stays as it is."""
    value = {
        "name": "5",
        "size": "5",
        "share": "1",
        "on": "true",
        "kind": "b",
        "inner": {"id": "1", "when": "2026-11-24"},
        "many": [{"id": "2"}, {"id": "3", "when": None}],
        "by_name": {"a": ["1", "2"]},
    }
    inner = Inner("1", date(2026, 11, 24))
    expected = Sample("5", 5, 1.0, True, "b", inner, (Inner("2"), Inner("3")), {"a": (1, 2)})
    built = build(Sample, value)
    assert expected == built
    assert same_types(expected, built)
    assert Sample("x") == build(Sample, {"name": "x"})
    assert [1, 2] == build(list[int], ["1", "2"])


@pytest.mark.parametrize(
    ("value", "error"),
    [
        ({"name": "x", "odd": "y"}, (KeyError, TypeError)),
        ({}, TypeError),
        ("x", AttributeError),
        (["x"], AttributeError),
        (None, AttributeError),
        ({"name": "x", "size": "many"}, ValueError),
        ({"name": "x", "size": ["1"]}, TypeError),
        ({"name": "x", "share": "half"}, ValueError),
        ({"name": "x", "inner": "y"}, AttributeError),
        ({"name": "x", "inner": {"id": "y", "when": "soon"}}, ValueError),
        ({"name": "x", "many": "y"}, AttributeError),
        ({"name": "x", "by_name": ["y"]}, AttributeError),
        ({"name": "x", "by_name": {"y": ["z"]}}, ValueError),
    ],
    ids=str,
)
def test_another_shape_is_an_error(value: Any, error: type[Exception]) -> None:
    """Never a value that is half of one."""
    with pytest.raises(error):
        build(Sample, value)


@pytest.mark.parametrize("name", sorted(LOADERS))
@pytest.mark.parametrize("text", ["- {odd: x}", "word", "- [x]", "{a: b}"])
def test_a_broken_installation_is_told(
    name: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A shipped file that somebody changed is BadData with its name, not a bug of ours."""
    monkeypatch.setattr(content, "content_dir", lambda: tmp_path)
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(BadData, match=f"the shipped {name} is broken"):
        LOADERS[name]()
