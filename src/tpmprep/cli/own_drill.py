"""A drill about a program of one's own: an opener with the program beside it, saved as its own."""

from dataclasses import dataclass

from tpmprep import __version__
from tpmprep.cli.drill_end import Keeper, finish
from tpmprep.cli.drill_live import answer_with
from tpmprep.cli.env import Env
from tpmprep.domain.attempt import Origin
from tpmprep.domain.drill import Drill
from tpmprep.domain.formats import Format
from tpmprep.domain.interviewer import interviewer_for
from tpmprep.domain.program import Program
from tpmprep.domain.question import Question
from tpmprep.ui import translate_pages
from tpmprep.ui.session import Quit, no_offers


@dataclass(frozen=True, slots=True)
class OwnDrill:
    """How one program is told: by whom, on which clocks, at which pace of speech."""

    env: Env
    program: Program
    pace: str
    words_per_minute: int

    def run(self, question: Question, fmt: Format, seed: int) -> Drill | None:
        """Drill it and save it; None when it was left before it began.

        Raises Interrupted when the person stops; the answer is kept then.
        """
        rng = self.env.random(seed)
        who = interviewer_for(fmt, seed, rng, (), typed=True)
        drill = Drill(question, fmt, who, words_per_minute=self.words_per_minute)
        keeper = Keeper(self.env, self._origin(seed))
        keeper.open()
        try:
            finished = answer_with(self.env, keeper, drill, 0.0, no_offers, scored=True)
        except Quit:
            keeper.discard()
            self.env.show(translate_pages.left(self.program, self.env.look))
            return None
        finish(self.env, keeper, finished)
        return finished

    def _origin(self, seed: int) -> Origin:
        return Origin(
            id=self.env.new_id(),
            app=__version__,
            started=self.env.clock.now(),
            mode="type",
            seed=seed,
            pace=self.pace,
            redirects=False,
            program=self.program.id,
        )
