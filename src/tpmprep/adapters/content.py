"""The guide as data: what ships inside the package beside the bank."""

from typing import Any

from tpmprep.adapters import schema
from tpmprep.adapters.paths import content_dir
from tpmprep.adapters.yamlfile import read_yaml
from tpmprep.domain.knowledge import Competency, Fact
from tpmprep.domain.stages import Stage
from tpmprep.errors import BadData


def load_stages() -> tuple[Stage, ...]:
    """The stages of the guide's plan. Raises BadData when the shipped file is broken."""
    return tuple(_shipped("plan.yaml", tuple[Stage, ...]))


def load_competencies() -> dict[str, Competency]:
    """What interviews test, by id. Raises BadData when the shipped file is broken."""
    return {item.id: item for item in _shipped("competencies.yaml", tuple[Competency, ...])}


def load_facts() -> dict[str, Fact]:
    """The dated facts that questions rest on, by id. Raises BadData as above."""
    return {item.id: item for item in _shipped("facts.yaml", tuple[Fact, ...])}


def load_starter() -> dict[str, Any]:
    """The document that a question of one's own begins from. Raises BadData as above."""
    value = read_yaml(content_dir() / "starter.yaml").value
    return dict(value)


def _shipped(name: str, kind: Any) -> Any:
    value, findings = schema.parse(kind, read_yaml(content_dir() / name).value)
    if findings:
        raise BadData(f"the shipped {name} is broken: {findings[0].message}")
    return value
