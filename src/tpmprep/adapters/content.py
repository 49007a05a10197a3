"""The guide as data: what ships inside the package beside the bank."""

from typing import TYPE_CHECKING, Any

from tpmprep.adapters.paths import content_dir
from tpmprep.adapters.shipped import build
from tpmprep.adapters.yamlfile import read_yaml
from tpmprep.errors import BadData

if TYPE_CHECKING:
    from tpmprep.domain.artifacts import Rules
    from tpmprep.domain.exemplars import Exemplar
    from tpmprep.domain.form import Field
    from tpmprep.domain.formats import Stretch
    from tpmprep.domain.guide import AskQuestion, Group
    from tpmprep.domain.interviewer import Line
    from tpmprep.domain.knowledge import Competency, Fact
    from tpmprep.domain.loops import Loop
    from tpmprep.domain.phrases import Phrases
    from tpmprep.domain.positioning import Positioning
    from tpmprep.domain.stages import Stage
    from tpmprep.domain.story import Theme
    from tpmprep.domain.translate import Length

GUIDE = ("interview", "areas", "questions", "answers", "before")
"""The files of the guide's topics, in the order of the list."""


def load_stages() -> "tuple[Stage, ...]":
    """The stages of the guide's plan. Raises BadData when the shipped file is broken."""
    from tpmprep.domain.stages import Stage

    return tuple(_shipped("plan.yaml", tuple[Stage, ...]))


def load_competencies() -> "dict[str, Competency]":
    """What interviews test, by id. Raises BadData when the shipped file is broken."""
    from tpmprep.domain.knowledge import Competency

    return {item.id: item for item in _shipped("competencies.yaml", tuple[Competency, ...])}


def load_facts() -> "dict[str, Fact]":
    """The dated facts that questions rest on, by id. Raises BadData as above."""
    from tpmprep.domain.knowledge import Fact

    return {item.id: item for item in _shipped("facts.yaml", tuple[Fact, ...])}


def load_lines() -> "tuple[Line, ...]":
    """What the interviewer says whatever the question. Raises BadData as above."""
    from tpmprep.domain.interviewer import Line

    return tuple(_shipped("interviewer.yaml", tuple[Line, ...]))


def load_stretches() -> "dict[str, tuple[Stretch, ...]]":
    """The timed parts of the long formats, by format. Raises BadData as above."""
    from tpmprep.domain.formats import Stretch

    return dict(_shipped("stretches.yaml", dict[str, tuple[Stretch, ...]]))


def load_loops() -> "dict[str, Loop]":
    """The interview loops, by id. Raises BadData as above."""
    from tpmprep.domain.loops import Loop

    return {loop.id: loop for loop in _shipped("loops.yaml", tuple[Loop, ...])}


def load_phrases() -> "Phrases":
    """The sentences to say as they stand. Raises BadData as above."""
    from tpmprep.domain.phrases import Phrases

    phrases: Phrases = _shipped("phrases.yaml", Phrases)
    return phrases


def load_asks() -> "tuple[AskQuestion, ...]":
    """The questions to ask the interviewer, in the guide's order. Raises BadData as above."""
    from tpmprep.domain.guide import AskQuestion

    return tuple(_shipped("ask.yaml", tuple[AskQuestion, ...]))


def load_topics() -> "tuple[Group, ...]":
    """The guide's topics, by group. Raises BadData as above."""
    from tpmprep.domain.guide import Group

    return tuple(_shipped(f"guide/{name}.yaml", Group) for name in GUIDE)


def load_artifacts() -> "Rules":
    """The artefacts of a program and what makes each change something. Raises BadData as above."""
    from tpmprep.domain.artifacts import Rules

    rules: Rules = _shipped("artifacts.yaml", Rules)
    return rules


def load_exemplars() -> "dict[str, Exemplar]":
    """The sample answers with their reference scores, by id. Raises BadData as above."""
    from tpmprep.domain.exemplars import Exemplar

    return {item.id: item for item in _shipped("exemplars.yaml", tuple[Exemplar, ...])}


def load_themes() -> "dict[str, Theme]":
    """The kinds of story that interviewers ask for, by id. Raises BadData as above."""
    from tpmprep.domain.story import Theme

    return {item.id: item for item in _shipped("themes.yaml", tuple[Theme, ...])}


def load_lengths() -> "tuple[Length, ...]":
    """The three lengths at which a program is told. Raises BadData as above."""
    from tpmprep.domain.translate import Length

    return tuple(_shipped("translate.yaml", tuple[Length, ...]))


def load_forms() -> "dict[str, tuple[Field, ...]]":
    """What is asked one thing after another, by form. Raises BadData as above."""
    from tpmprep.domain.form import Field

    return dict(_shipped("forms.yaml", dict[str, tuple[Field, ...]]))


def load_positioning() -> "Positioning":
    """The anchors of applications and recruiter calls, and the 45 seconds. Raises BadData."""
    from tpmprep.domain.positioning import Positioning

    positioning: Positioning = _shipped("positioning.yaml", Positioning)
    return positioning


def load_starter() -> "dict[str, Any]":
    """The document that a question of one's own begins from. Raises BadData as above."""
    value = read_yaml(content_dir() / "starter.yaml").value
    return dict(value)


def _shipped(name: str, kind: Any) -> Any:
    try:
        return build(kind, read_yaml(content_dir() / name).value)
    except (TypeError, ValueError, AttributeError, KeyError) as error:
        raise BadData(f"the shipped {name} is broken: {error}") from error
