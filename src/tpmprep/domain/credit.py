"""Which expected signals an answer reached, and which only after the interviewer asked for them."""

from collections.abc import Sequence
from dataclasses import dataclass

from tpmprep.domain.drill import Part, joined
from tpmprep.domain.question import Signal
from tpmprep.domain.signals import Mention, mentions

AFTER_A_PROBE = 0.5
"""What a signal counts that came only when asked for: interviewers note "with a nudge or two"."""


@dataclass(frozen=True, slots=True)
class Reached:
    """An expected signal: whether it was mentioned, where, and whether a probe had asked for it.

    One that was named only to deny it ("no rollback") is `negated` and not mentioned.
    """

    signal: str
    mentioned: bool
    quote: str = ""
    aided: bool = False
    negated: bool = False


def reached(signals: Sequence[Signal], parts: Sequence[Part], prompt: str = "") -> list[Reached]:
    """One Reached per signal, in the order given; words of `prompt` pasted back reach none.

    A signal is aided when it stands in no part before the one that a probe for it opened.
    """
    whole = mentions(signals, joined(parts), prompt)
    asked = {id_: n for n in reversed(range(len(parts))) for id_ in parts[n].expects}
    return [
        _reached(signal, m, parts, asked, prompt) for signal, m in zip(signals, whole, strict=True)
    ]


def _reached(
    signal: Signal, found: Mention, parts: Sequence[Part], asked: dict[str, int], prompt: str
) -> Reached:
    aided = False
    if found.mentioned and signal.id in asked:
        (before,) = mentions([signal], joined(parts[: asked[signal.id]]), prompt)
        aided = not before.mentioned
    return Reached(signal.id, found.mentioned, found.quote, aided, found.negated)
