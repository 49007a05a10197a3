"""`story translate`: one program at three lengths, each on its clock."""

from tpmprep.adapters.content import load_lengths
from tpmprep.adapters.portfolio import Shelf
from tpmprep.cli.choices import one_of, whole_number
from tpmprep.cli.env import Env
from tpmprep.cli.fronts import asker_for
from tpmprep.cli.own_drill import OwnDrill
from tpmprep.cli.own_files import program_in, shelf_of
from tpmprep.domain.formats import PACES
from tpmprep.domain.pace import own_pace
from tpmprep.domain.program import Program
from tpmprep.domain.translate import Length, asked_of, still_to_tell, told
from tpmprep.errors import NothingFits, UsageProblem
from tpmprep.ui import translate_pages

GO_ON = {"next": "go on", "stop": "stop for now; what is done is saved"}


def translate_program(
    env: Env, program_id: str | None, only: str | None, pace: str, seed: str | None
) -> None:
    """Drill a program at the lengths that are still to tell. Raises as a drill does.

    Where there is only one program it need not be named.
    """
    lengths = load_lengths()
    one_of("part", only, [length.id for length in lengths])
    one_of("pace", pace, tuple(PACES))
    wanted = whole_number("--seed", seed, 0, 2**31 - 1)
    program = _meant(shelf_of(env), program_id)
    env.require_prompts("a program is told at a terminal")
    history = env.history()
    done = told(history.attempts, program)
    todo = [one for one in lengths if one.id == only] or still_to_tell(lengths, done)
    env.show(translate_pages.overview(program, lengths, done, env.look))
    own = OwnDrill(env, program, pace, own_pace(history))
    for place, length in enumerate(todo):
        if place and not _goes_on(env, length):
            return
        question = asked_of(env.bank.question(length.question), length, program)
        first = env.new_seed() if wanted is None else wanted
        if own.run(question, length.format(pace), first + place) is None:
            return


def _meant(shelf: Shelf, program_id: str | None) -> Program:
    programs = shelf.portfolio.programs
    if program_id is not None:
        return program_in(shelf, program_id)
    if not programs:
        raise NothingFits("there is no program yet", "Write one: tpmprep story program add")
    if len(programs) > 1:
        raise UsageProblem(f"say which program: {', '.join(programs)}")
    return next(iter(programs.values()))


def _goes_on(env: Env, length: Length) -> bool:
    env.show(translate_pages.coming(length))
    try:
        return asker_for(env).choose("Now?", GO_ON) == "next"
    except (KeyboardInterrupt, EOFError):
        return False
