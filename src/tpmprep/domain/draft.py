"""An unfinished drill as a plain document, and back: complete enough to go on without the bank."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from tpmprep.domain.attempt import Origin
from tpmprep.domain.drill import Drill, Part, Pause, Phase, Scoring
from tpmprep.domain.formats import FORMATS, paced
from tpmprep.domain.question import as_document, follow_up_from, question_from
from tpmprep.domain.script import Script

SCHEMA = 1


def draft_of(drill: Drill, origin: Origin) -> dict[str, Any]:
    """Everything that is needed to go on with `drill` later. Texts come last, they change most."""
    script = drill.script
    return {
        "schema": SCHEMA,
        "origin": {**asdict(origin), "started": origin.started.isoformat()},
        "question": as_document(drill.question),
        "format": drill.format.id,
        "script": {
            "redirect": asdict(script.redirect) if script.redirect else None,
            "redirect_at_s": script.redirect_at_s,
            "follow_ups": [asdict(follow_up) for follow_up in script.follow_ups],
        },
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
    said, script = doc["scoring"], doc["script"]
    origin = Origin(
        **{**doc["origin"], "started": datetime.fromisoformat(doc["origin"]["started"])}
    )
    drill = Drill(
        question=question_from(doc["question"]),
        format=paced(FORMATS[doc["format"]], origin.pace),
        script=Script(
            follow_up_from(script["redirect"]) if script["redirect"] else None,
            float(script["redirect_at_s"]),
            tuple(follow_up_from(item) for item in script["follow_ups"]),
        ),
        phase=_phase_to_resume(doc["phase"], bool(doc["parts"])),
        elapsed_s=float(doc["elapsed_s"]),
        think_s=float(doc["think_s"]),
        parts=tuple(Part(**item) for item in doc["parts"]),
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
    return spoken or any(part["text"].strip() for part in doc["parts"])


def _phase_to_resume(phase: str, begun: bool) -> Phase:
    """What was finished stays so, an answer waits paused, before that one starts again."""
    if phase in (Phase.SCORING, Phase.REVEAL, Phase.DONE):
        return Phase(phase)
    return Phase.PAUSED if begun else Phase.READY
