"""An unfinished drill as a plain document, and back: complete enough to go on without the bank."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from tpmprep.domain.attempt import Origin
from tpmprep.domain.drill import Drill, Part, Pause, Phase, Scoring
from tpmprep.domain.formats import FORMATS, Format, Stretch, paced
from tpmprep.domain.interviewer import Interviewer, Line
from tpmprep.domain.question import as_document, question_from

SCHEMA = 2


def draft_of(drill: Drill, origin: Origin) -> dict[str, Any]:
    """Everything that is needed to go on with `drill` later. Texts come last, they change most."""
    return {
        "schema": SCHEMA,
        "origin": {**asdict(origin), "started": origin.started.isoformat()},
        "question": as_document(drill.question),
        "format": asdict(drill.format),
        "interviewer": asdict(drill.interviewer),
        "phase": str(drill.phase),
        "elapsed_s": drill.elapsed_s,
        "think_s": drill.think_s,
        "pauses": [asdict(pause) for pause in drill.pauses],
        "scoring": asdict(drill.scoring),
        "parts": [asdict(part) for part in drill.parts],
    }


def restore(doc: Mapping[str, Any], away_s: float = 0.0) -> tuple[Drill, Origin]:
    """The drill of a draft, paused where it stopped, `away_s` seconds ago.

    Raises KeyError, TypeError or ValueError when the document is not a draft of ours.
    """
    doc = _upgraded(doc)
    said = doc["scoring"]
    origin = Origin(
        **{**doc["origin"], "started": datetime.fromisoformat(doc["origin"]["started"])}
    )
    drill = Drill(
        question=question_from(doc["question"]),
        format=_format_from(doc["format"]),
        interviewer=_interviewer_from(doc["interviewer"]),
        phase=_phase_to_resume(doc["phase"], bool(doc["parts"])),
        elapsed_s=float(doc["elapsed_s"]),
        think_s=float(doc["think_s"]),
        parts=tuple(_part_from(item) for item in doc["parts"]),
        pauses=tuple(Pause(**item) for item in doc["pauses"]),
        scoring=Scoring(**{**said, "red_flags": tuple(said["red_flags"])}),
    )
    if drill.phase is Phase.PAUSED and away_s > 0:
        stopped = Pause(drill.elapsed_s, away_s, "stopped")
        drill = replace(drill, pauses=(*drill.pauses, stopped))
    return drill, origin


def has_words(doc: Mapping[str, Any]) -> bool:
    """Whether anything was answered in this draft; one without words is not worth resuming."""
    spoken = doc["origin"]["mode"] == "aloud" and doc["elapsed_s"] > 0
    fmt = doc.get("format")
    headings = fmt["sheet"].strip() if isinstance(fmt, dict) else ""
    return spoken or any(part["text"].strip() not in ("", headings) for part in doc["parts"])


def _upgraded(doc: Mapping[str, Any]) -> Mapping[str, Any]:
    """A draft of schema 1 in today's shape: its words and times; nobody interrupts it any more."""
    if not isinstance(doc["format"], str):
        return doc
    fmt = paced(FORMATS[doc["format"]], doc["origin"].get("pace", "1.0"))
    new = {"line": "", "expects": (), "carries": "", "interrupts": False}
    return {
        **doc,
        "format": asdict(fmt),
        "interviewer": asdict(Interviewer(silent=True)),
        "parts": [{**new, **part} for part in doc["parts"]],
    }


def _format_from(doc: Mapping[str, Any]) -> Format:
    """The format as it was when the drill began; one that is not known any more is refused."""
    stretches = tuple(Stretch(**item) for item in doc["stretches"])
    lists = {key: tuple(doc[key]) for key in ("asks", "rubric")}
    return replace(FORMATS[doc["id"]], **{**doc, **lists, "stretches": stretches})


def _interviewer_from(doc: Mapping[str, Any]) -> Interviewer:
    general = tuple(Line(**{**line, "expects": tuple(line["expects"])}) for line in doc["general"])
    return Interviewer(**{**doc, "general": general})


def _part_from(doc: Mapping[str, Any]) -> Part:
    return Part(**{**doc, "expects": tuple(doc["expects"])})


def _phase_to_resume(phase: str, begun: bool) -> Phase:
    """What was finished stays so, an answer waits paused, before that one starts again."""
    if phase in (Phase.SCORING, Phase.REVEAL, Phase.DONE):
        return Phase(phase)
    return Phase.PAUSED if begun else Phase.READY
