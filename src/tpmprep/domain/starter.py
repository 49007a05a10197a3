"""A question of one's own, begun from a starter so that it can be drilled at once."""

from collections.abc import Iterable, Mapping
from typing import Any

from tpmprep.domain.question import LEVELS

RUBRICS = {
    "execution": ("ex.scope", "ex.risk", "dl.answer_first", "dl.evidence"),
    "technical": ("te.tradeoffs", "te.failure", "dl.answer_first", "dl.evidence"),
    "stakeholder": ("st.influence", "st.decision", "dl.answer_first", "dl.evidence"),
    "case": ("ca.framing", "ca.decomposition", "ca.risk", "dl.structure"),
}
"""What an answer in each area is scored on until its author says otherwise."""


def started(
    starter: Mapping[str, Any],
    question_id: str,
    prompt: str,
    *,
    area: str,
    track: str | None,
    level: str,
    kind: str,
) -> dict[str, Any]:
    """The starter as the document of a question of this area, track (None: all), level and kind."""
    levels = LEVELS[LEVELS.index(level) :]
    return {
        **starter,
        "id": question_id,
        "prompt": prompt,
        "area": area,
        "tracks": [track] if track else [],
        "level": level,
        "kind": kind,
        "rubric": list(RUBRICS[area]),
        "bar": {name: starter["bar"][name] for name in levels},
    }


def next_id(taken: Iterable[str]) -> str:
    """The first of q-01, q-02 ... that is free."""
    names = set(taken)
    number = 1
    while f"q-{number:02}" in names:
        number += 1
    return f"q-{number:02}"
