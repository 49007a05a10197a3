"""One drill from its card to the last word: the order of things, whoever shows them."""

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tpmprep.domain.clock import Clock
from tpmprep.domain.credit import reached
from tpmprep.domain.drill import Drill, Phase
from tpmprep.domain.engine import step
from tpmprep.domain.events import Change, Felt, Graded, Noted, Predict, Said, Start, Think
from tpmprep.domain.rubric import Dimension
from tpmprep.errors import StorageFailed
from tpmprep.ui.front import Choice, Front, Place

THINK_S = 60.0
"""How long `t` on the card gives, when no other time was asked for."""


Offers = Callable[[Drill], Mapping[Choice, Callable[[], Drill]]]
"""What the card of a drill offers beside starting it, and the drill that each choice gives."""


def no_offers(_: Drill) -> Mapping[Choice, Callable[[], Drill]]:
    """The card of this drill, or none."""
    return {}


class Quit(Exception):
    """The person left the card without starting."""


@dataclass(frozen=True, slots=True)
class Session:
    """Runs drills on a front. `persist` keeps the draft and may raise StorageFailed."""

    front: Front
    clock: Clock
    persist: Callable[[Drill], None]
    dimensions: Callable[[Drill], Sequence[Dimension]]
    think_s: float = 0.0
    aloud: bool = False

    def run(self, drill: Drill, offers: Offers = no_offers) -> Drill:
        """The drill when everything is said. `offers` make another drill of the one on the card.

        Raises Quit when it was not started, KeyboardInterrupt when the person stops: by then the
        draft is kept.
        """
        return self.scored(self.answered(drill, offers))

    def answered(self, drill: Drill, offers: Offers = no_offers) -> Drill:
        """The drill with its answer, not scored yet. Raises as `run` does."""
        if drill.phase is Phase.READY:
            drill = self._opened(drill, offers)
        if drill.phase in (Phase.THINKING, Phase.ANSWERING, Phase.PAUSED):
            drill = self.front.answer(drill)
            self._keep(drill)
        if self.aloud and drill.phase is Phase.SCORING:
            drill = self._noted(drill)
        return drill

    def _noted(self, drill: Drill) -> Drill:
        """The drill with notes on each part; what was finished before is not asked for again."""
        for place in range(drill.scoring.noted, len(drill.parts)):
            drill = self._say(self.front.notes(drill, place), Noted())
        return drill

    def scored(self, drill: Drill) -> Drill:
        """The drill after its scoring; one that was partly scored goes on where it stopped."""
        if drill.phase is Phase.DONE:
            return drill
        if drill.phase is Phase.SCORING:
            drill = self._graded(drill)
        found = reached(drill.question.strong_signals, drill.parts, drill.question.asked)
        drill = self._say(drill, self.front.reveal(drill, found))
        return self._say(drill, Change(self.front.change()))

    def _opened(self, drill: Drill, offers: Offers) -> Drill:
        while True:
            others = offers(drill)
            opening = self.front.card(drill, tuple(others))
            if opening.choice is Choice.QUIT:
                raise Quit
            if opening.choice not in others:
                break
            drill = others[opening.choice]()
        predicted = opening.predicted_pass or drill.scoring.predicted_pass
        drill = step(drill, Predict(predicted))
        now = self.clock.steady_s()
        think_s = self.think_s or (THINK_S if opening.choice is Choice.THINK else 0.0)
        return step(drill, Think(now, think_s) if think_s else Start(now))

    def _graded(self, drill: Drill) -> Drill:
        if not drill.scoring.scores:
            drill = self._say(drill, Felt(self.front.felt(drill)))
        from tpmprep.domain.quotes import evidence_of

        dimensions = self.dimensions(drill)
        evidence = evidence_of(drill.text, drill.question.asked)
        for number, dimension in enumerate(dimensions, start=1):
            if dimension.id not in drill.scoring.scores:
                place = Place(number, len(dimensions))
                drill = self._say(drill, self.front.grade(dimension, place, evidence))
        return self._say(drill, Graded())

    def _say(self, drill: Drill, event: Said) -> Drill:
        drill = step(drill, event)
        self._keep(drill)
        return drill

    def _keep(self, drill: Drill) -> None:
        """Keep the draft. A failure is no reason to stop: the answer will be saved at the end."""
        with contextlib.suppress(StorageFailed):
            self.persist(drill)
