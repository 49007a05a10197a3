"""Who shows a drill and who asks: the screen where a terminal can redraw, plain lines elsewhere."""

from collections.abc import Callable

from tpmprep.cli.env import Env
from tpmprep.cli.output import write_lines
from tpmprep.domain.drill import Drill
from tpmprep.ui.ask import Asker, PlainAsker, ScreenAsker
from tpmprep.ui.front import Front
from tpmprep.ui.widgets import Screen


def front_for(env: Env, persist: Callable[[Drill], None], *, aloud: bool) -> Front:
    """What shows a drill. `persist` keeps its draft."""
    if env.look.plain:
        from tpmprep.ui.plain_front import PlainFront

        return PlainFront(env.lines, env.clock, persist, env.show, env.look, aloud, env.tick_s)
    from tpmprep.ui.screen_front import ScreenFront

    return ScreenFront(Screen(env.look), env.clock, persist, env.show, aloud, env.tick_s)


def asker_for(env: Env) -> Asker:
    """What asks a few questions one after another."""
    if not env.look.plain:
        return ScreenAsker(Screen(env.look))
    return PlainAsker(env.lines, lambda line: write_lines(env, line))
