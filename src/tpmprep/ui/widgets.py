"""Running prompt_toolkit and questionary so that keys, signals and hang-ups end in order.

Every widget of the product runs through `run`. It never prints a traceback into the screen and
never waits for Enter, and a signal that asks us to end restores the terminal first.
"""

import asyncio
import contextlib
import errno
import signal
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from tpmprep.domain.text import clean_line, shorten
from tpmprep.errors import KilledBySignal
from tpmprep.ui.theme import WIDGET_STYLE, Look

if TYPE_CHECKING:
    from prompt_toolkit import Application
    from prompt_toolkit.formatted_text import StyleAndTextTuples as Lines
    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output
    from questionary.prompts.common import Choice

T = TypeVar("T")

DEADLY = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGQUIT") if hasattr(signal, name)
)
_HANG_UP = (errno.EIO, errno.EBADF, errno.ENXIO)


@dataclass(frozen=True, slots=True)
class Screen:
    """Where widgets read and write, and how they look. Tests give a pipe and a silent output."""

    look: Look
    input: "Input | None" = None
    output: "Output | None" = None

    def options(self) -> dict[str, Any]:
        """What every widget is made with."""
        from prompt_toolkit.output import ColorDepth
        from prompt_toolkit.styles import Style

        depth = None if self.look.color else ColorDepth.DEPTH_1_BIT
        style = Style.from_dict(WIDGET_STYLE if self.look.color else _colourless(WIDGET_STYLE))
        return {"input": self.input, "output": self.output, "color_depth": depth, "style": style}


def run(app: "Application[T]") -> T:
    """Run a widget to its result.

    Raises KeyboardInterrupt for Ctrl-C, EOFError for the end of input, KilledBySignal when a
    signal or a closed terminal ends the program.
    """

    def watch() -> None:
        loop = asyncio.get_running_loop()
        for signum in DEADLY:
            with contextlib.suppress(NotImplementedError):  # Windows has no such handlers
                loop.add_signal_handler(signum, _leave, app, signum)

    try:
        return app.run(pre_run=watch, set_exception_handler=False)
    except OSError as error:
        if error.errno in _HANG_UP:
            raise KilledBySignal(getattr(signal, "SIGHUP", signal.SIGTERM)) from error
        raise


@contextlib.contextmanager
def no_interrupts() -> Iterator[None]:
    """While this is open, a second impatient Ctrl-C does not break off a save."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def press(screen: Screen, lines: "Callable[[], Lines]", keys: "Keys[T]") -> T:
    """Show `lines` (style and text) and wait for one of `keys`.

    A key's function returns the result, or None to stay and show the lines again.
    """
    from prompt_toolkit import Application
    from prompt_toolkit.key_binding import KeyBindings
    from prompt_toolkit.layout import FormattedTextControl, Layout, Window

    bindings = KeyBindings()
    for names, act in keys.items():
        for name in names:
            bindings.add(name)(_pressed(act))
    bindings.add("c-c")(_interrupt)
    bindings.add("c-d")(_end)
    window = Window(FormattedTextControl(lines, show_cursor=False), wrap_lines=True)
    app: Application[T] = Application(
        Layout(window), key_bindings=bindings, erase_when_done=True, **screen.options()
    )
    return run(app)


CHOOSING = "Arrows or the key, then Enter · Ctrl-C stops"
"""How one of several is chosen: said below every such question."""

Keys = Mapping[tuple[str, ...], Callable[[], T | None]]


def select(screen: Screen, title: str, options: Sequence[tuple[str, str]], at: str = "") -> str:
    """The key of one of `options` (key and text), chosen by arrow or by its key, then Enter.

    The pointer stands at the option `at` first.
    """
    import questionary

    has_keys = all(len(key) == 1 for key, _ in options)
    choices = [
        questionary.Choice(
            _hanging(text, screen.look), key, shortcut_key=key if has_keys else False
        )
        for key, text in options
    ]
    question = questionary.select(
        title,
        choices,
        default=at or None,
        instruction=f"\n {CHOOSING}\n",
        qmark="",
        pointer=">",
        use_shortcuts=has_keys,
        use_jk_keys=False,
        erase_when_done=True,
        **screen.options(),
    )
    return str(run(_ended(question.application)))


def tick(
    screen: Screen, title: str, options: Sequence[tuple[str, str]], on: Sequence[str] = ()
) -> list[str]:
    """Those of `options` (value and text) that are ticked; `on` are ticked at first."""
    import questionary

    room = max(20, screen.look.width - 8)
    choices: list[Choice] = [
        questionary.Choice(shorten(clean_line(text), room), value, checked=value in on)
        for value, text in options
    ]
    question = questionary.checkbox(
        title,
        choices,
        instruction="\n Arrows, Space ticks, Enter goes on\n",
        qmark="",
        pointer=">",
        use_jk_keys=False,
        erase_when_done=True,
        **screen.options(),
    )
    return [str(value) for value in run(_ended(question.application, ("a", "i")))]


def one_line(screen: Screen, title: str, on_stop: Callable[[str], None] = lambda _: None) -> str:
    """A line of text; empty when nothing was typed.

    `on_stop` gets what stands there when the person stops, or when the program is asked to end.
    """
    import questionary

    question = questionary.text(title, qmark="", erase_when_done=True, **screen.options())
    try:
        return str(run(question.application)).strip()
    except (KeyboardInterrupt, EOFError, KilledBySignal):
        on_stop(question.application.current_buffer.text.strip())
        raise


def _leave(app: "Application[Any]", signum: int) -> None:
    """Ask a running widget to end because of a signal; the first reason counts."""
    with contextlib.suppress(Exception):
        app.exit(exception=KilledBySignal(signum))


def _pressed(act: Callable[[], Any]) -> Callable[[Any], None]:
    def handle(event: Any) -> None:
        result = act()
        if result is not None:
            event.app.exit(result=result)

    return handle


def _interrupt(event: Any) -> None:
    event.app.exit(exception=KeyboardInterrupt)


def _ended(app: "Application[Any]", idle: Sequence[str] = ()) -> "Application[Any]":
    """A list in which Ctrl-D ends the input, as everywhere, and `idle` keys do nothing.

    A list to be ticked takes letters for "all" and "invert": who types words too early would tick.
    """
    from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings

    ends = KeyBindings()
    ends.add("c-d")(_end)
    for key in idle:
        ends.add(key, eager=True)(lambda _: None)
    app.key_bindings = merge_key_bindings([app.key_bindings or KeyBindings(), ends])
    return app


def _end(event: Any) -> None:
    event.app.exit(exception=EOFError)


def _hanging(text: str, look: Look) -> str:
    """`text` wrapped so that its further lines stand below its first, not below the number."""
    room = max(20, look.width - 7)
    return ("\n" + " " * 6).join(textwrap.wrap(clean_line(text), room) or [""])


def _colourless(style: dict[str, str]) -> dict[str, str]:
    words = {name: rule.split() for name, rule in style.items()}
    return {n: " ".join(w for w in ws if not w.startswith("#")) for n, ws in words.items()}
