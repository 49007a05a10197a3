"""How a drill ends: saved, or stopped with its draft kept, or at the very least printed."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tpmprep.adapters.drafts import Journal, find_drafts, open_journal
from tpmprep.adapters.paths import for_people
from tpmprep.cli.env import Env
from tpmprep.cli.output import emit, write_lines
from tpmprep.domain.attempt import Attempt, Origin, attempt_of
from tpmprep.domain.calibration import planning_bias
from tpmprep.domain.draft import draft_of, has_words
from tpmprep.domain.drill import Drill, Phase
from tpmprep.domain.formats import CASE_FORMATS
from tpmprep.domain.history import History
from tpmprep.domain.ladder import next_format
from tpmprep.errors import NOTHING_SAVED, CannotCreate, Interrupted, StorageFailed, TpmprepError
from tpmprep.ui import pages
from tpmprep.ui.widgets import no_interrupts

GIVEN = (Phase.SCORING, Phase.REVEAL, Phase.DONE)
"""The answer is given; what is left is to score it."""

ABOVE = "----- your answer -----"
BELOW = "----- end of your answer -----"


@dataclass(slots=True)
class Keeper:
    """Keeps the draft of one drill on disk and knows its latest state."""

    env: Env
    origin: Origin
    latest: Drill | None = None
    _journal: Journal | None = None
    _is_behind: bool = False

    def open(self) -> Journal:
        """The draft's journal, made when it is not there.

        Raises Busy, CannotCreate or StorageFailed.
        """
        if self._journal is None:
            self._journal = open_journal(self.env.home.drafts, self.origin.id)
        return self._journal

    def keep(self, drill: Drill) -> None:
        """Put the drill's state on disk. Raises StorageFailed; the state is remembered anyway."""
        self.latest, self._is_behind = drill, True
        self.open().save(draft_of(drill, self.origin), self.env.clock.now())
        self._is_behind = False

    def discard(self) -> None:
        """Remove the draft: its answer is saved, or there is none."""
        if self._journal is not None:
            self._journal.close()  # first: some systems delete no file that is open
            self._journal.delete()

    def stopped(self) -> TpmprepError:
        """What to tell after Ctrl-C. A draft without words is removed, and the disk is asked."""
        with no_interrupts():
            if self.let_go() and not self._is_behind:
                is_given = self.latest is not None and self.latest.phase in GIVEN
                what = "scoring it" if is_given else "the time that was left"
                hint = f"Go on with {what}: tpmprep drill --resume"
                return Interrupted("Stopped. Your answer is kept.", hint)
            if self.latest is not None and has_words(draft_of(self.latest, self.origin)):
                return printed(self.env, self.latest, "the draft could not be written")
            return Interrupted(NOTHING_SAVED)

    def let_go(self) -> bool:
        """Close the draft and say whether it holds words; one without words is removed."""
        if self._journal is not None:
            self._journal.close()  # some systems let nobody read a file that is locked
        kept = self._on_disk()
        if not kept:
            self.discard()
        return kept

    def _on_disk(self) -> bool:
        found, _ = find_drafts(self.env.home.drafts)
        return any(d.path.stem == self.origin.id and has_words(d.document) for d in found)


def finish(env: Env, keeper: Keeper, drill: Drill) -> None:
    """Save a finished drill, remove its draft, and show the end. Raises StorageFailed."""
    attempt, path = saved(env, keeper, drill)
    show_end(env, attempt, path)
    if attempt.format in CASE_FORMATS:
        from tpmprep.cli.case_end import show_case

        show_case(env, attempt, drill.question, keeper.origin.export)


def saved(env: Env, keeper: Keeper, drill: Drill) -> tuple[Attempt, Path]:
    """Save what a drill holds, remove its draft, and give the attempt. Raises StorageFailed."""
    with no_interrupts():
        attempt = attempt_of(drill, keeper.origin)
        try:
            path = env.store.save(attempt)
        except (StorageFailed, CannotCreate) as error:
            raise _not_saved(env, keeper, drill, error) from error
        keeper.discard()
    return attempt, path


def show_end(env: Env, attempt: Attempt, path: Path) -> None:
    """Print a saved attempt: the end screen, or the attempt itself with --json."""
    history = env.history()
    command = f"tpmprep score {attempt.id}"
    if attempt.scores:
        command = _next_command(env, attempt, history)
    ending = pages.Ending(
        attempt=attempt,
        where=for_people(path, env.environ),
        names={name: dimension.name for name, dimension in env.bank.dimensions.items()},
        changes=history.changes_by_dimension(attempt),
        change=history.change(attempt),
        next_command=command,
    )
    emit(env, "drill", document(attempt, path=str(path)), pages.end(ending, env.look))


def _next_command(env: Env, attempt: Attempt, history: History) -> str:
    """The next drill of the plan; without one, the same question at its next length.

    After a program of one's own it is its next length, after its summary the page for the day.
    """
    from tpmprep.cli.plan_made import next_drill

    if attempt.program:
        is_summary = attempt.format == "recruiter"
        return "tpmprep brief" if is_summary else f"tpmprep story translate {attempt.program}"
    if next_drill(env) is not None:
        return "tpmprep drill"
    known = env.bank.has(attempt.question.id)
    made_for = env.bank.question(attempt.question.id).formats if known else ()
    bias = planning_bias(history)
    fmt = next_format(history.of_question(attempt.question.id), made_for, bias)
    return f"tpmprep drill --question {attempt.question.id} --format {fmt}"


def document(attempt: Attempt, **more: Any) -> dict[str, Any]:
    """The attempt as it is stored, with its mean score."""
    return {**asdict(attempt), "score": attempt.score, **more}


def printed(env: Env, drill: Drill, why: str) -> StorageFailed:
    """Print the answer between markers: the last resort when the disk takes nothing."""
    write_lines(env, f"{ABOVE}\n{drill.text}\n{BELOW}")
    hint = "Your answer is printed above, between the markers: copy it from there."
    return StorageFailed(f"could not save your answer: {why}", hint)


def _not_saved(
    env: Env, keeper: Keeper, drill: Drill, error: StorageFailed | CannotCreate
) -> TpmprepError:
    try:
        keeper.keep(drill)
    except (StorageFailed, CannotCreate):
        return printed(env, drill, error.message.removeprefix("could not save your answer: "))
    hint = "Your draft is safe. Mend that, then run: tpmprep drill --resume"
    if "full" in error.message:
        hint = "Your draft is safe. Free some space, then run: tpmprep drill --resume"
    return type(error)(error.message, hint)
