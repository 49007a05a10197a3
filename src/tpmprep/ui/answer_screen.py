"""The screen on which one answers: question, text, interruptions, and a clock in words.

Every key becomes an event of the engine; the screen decides nothing.
"""

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tpmprep.domain.clock import Clock
from tpmprep.domain.drill import Drill, Phase
from tpmprep.domain.engine import step
from tpmprep.domain.events import (
    Abandon,
    Event,
    Finish,
    Note,
    Spoke,
    Start,
    Suspend,
    Tick,
    Typed,
    Wake,
)
from tpmprep.errors import StorageFailed
from tpmprep.ui.answer_view import TYPED, AnswerView, Manner
from tpmprep.ui.widgets import Screen, no_interrupts, run

if TYPE_CHECKING:
    from prompt_toolkit import Application

SURE = "Ctrl-D again ends it and goes on to the scores"
MOST_CHARACTERS = 200_000
BIG_PASTE = 1_000
Persist = Callable[[Drill], None]


class AnswerScreen:
    """Runs one drill from its start (or its pause) to the end of the answer."""

    def __init__(
        self,
        drill: Drill,
        clock: Clock,
        persist: Persist,
        screen: Screen,
        *,
        manner: Manner = TYPED,
        tick_s: float = 1.0,
        noted: int = -1,
    ) -> None:
        """`persist` is called at least once a tick while things change, and once at the end.

        `noted` is the part that notes without a clock are about; at first the last one.
        """
        from prompt_toolkit.buffer import Buffer

        self.drill = drill
        self._clock, self._persist, self._screen = clock, persist, screen
        self._manner, self._tick_s = manner, tick_s
        self._saved: Drill | None = None
        self._saving = threading.Lock()
        self._note = self._notice = ""
        self._switching = False
        self._noted = noted % len(drill.parts) if drill.parts else 0
        text = drill.parts[self._noted].text if drill.parts else drill.format.sheet
        self._buffer = Buffer(multiline=True, on_text_changed=lambda _: self._edited())
        self._set_text(text)

    def run(self) -> Drill:
        """The drill when the answer is finished.

        Raises KeyboardInterrupt when the person stops; the draft is kept by then.
        """
        app = self._application()
        try:
            run(app)
        finally:
            with no_interrupts():
                self._save()
        return self.drill

    def _shown(self) -> Drill:
        """The drill as far as it is on the screen: notes are written part by part."""
        if self._manner.clock or not self.drill.parts:
            return self.drill
        return replace(self.drill, parts=self.drill.parts[: self._noted + 1])

    # -- events ---------------------------------------------------------------------------------

    def _send(self, event: Event) -> None:
        parts = len(self.drill.parts)
        self.drill = step(self.drill, event)
        if len(self.drill.parts) != parts and self._buffer.text != self.drill.part.text:
            self._set_text(self.drill.part.text)

    def _set_text(self, text: str) -> None:
        from prompt_toolkit.document import Document

        self._switching = True
        sheet = self.drill.format.sheet
        at = (
            sheet.find("\n") + 1 if text and text == sheet else len(text)
        )  # below its first heading
        self._buffer.reset(Document(text, at))  # an undo must not bring back another part's words
        self._switching = False

    def _edited(self) -> None:
        if self._switching:
            return
        text = self._buffer.text
        if len(text) > MOST_CHARACTERS:
            self._set_text(text[:MOST_CHARACTERS])
            self._notice = f"only {MOST_CHARACTERS:,} characters fit; the rest was left out"
            text = self._buffer.text
        else:
            self._notice = ""
        before = self.drill.part.text if self.drill.parts else ""
        now = self._clock.steady_s()
        event = Typed(now, text) if self._manner.clock else Note(text, self._noted)
        self._send(event)
        if abs(len(text) - len(before)) > BIG_PASTE:
            self._save()

    async def _ticks(self, app: "Application[None]") -> None:
        """Advance the clock at each second's edge; save in a thread so a slow disk never stalls."""
        loop = asyncio.get_running_loop()
        saving: asyncio.Future[None] | None = None
        while True:
            await asyncio.sleep(self._tick_s - self._clock.steady_s() % 1 * self._tick_s)
            if self._manner.clock:
                self._think_or_tick()
            app.invalidate()
            if saving is None or saving.done():
                saving = loop.run_in_executor(None, self._save)

    def _think_or_tick(self) -> None:
        now = self._clock.steady_s()
        self._send(Tick(now))
        if self.drill.phase is Phase.THINKING and self.drill.remaining_s <= 0:
            self._send(Start(now))

    def _save(self) -> None:
        """Keep the draft. Two threads come here: the newer text must be the last on disk."""
        with self._saving:
            drill = self.drill
            if drill is self._saved:
                return
            try:
                self._persist(drill)
            except StorageFailed as error:
                self._note = f"NOT SAVED: {error.message}"
            else:
                self._saved = drill
                if drill.parts:
                    self._note = "draft saved"

    # -- keys -----------------------------------------------------------------------------------

    def _application(self) -> "Application[None]":
        from prompt_toolkit import Application

        app: Application[None] = Application(
            layout=AnswerView(
                self._shown, lambda: self._notice or self._note, self._buffer, self._manner
            ).layout(),
            key_bindings=self._bindings(),
            erase_when_done=True,
            **self._screen.options(),
        )
        app.key_processor.before_key_press += self._any_key

        def start_ticking() -> None:
            app.create_background_task(self._ticks(app))

        app.pre_run_callables.append(start_ticking)
        return app

    def _bindings(self) -> Any:
        from prompt_toolkit.filters import Condition
        from prompt_toolkit.key_binding import KeyBindings

        keys = KeyBindings()
        keys.add("c-c")(self._stop)
        keys.add("c-d")(self._finish)
        keys.add("escape", "enter")(self._finish)
        keys.add("c-z")(self._pause)
        if not self._manner.editor:
            keys.add("enter")(self._finish)
            keys.add("space")(lambda _: self._send(Spoke(self._clock.steady_s())))
        elif self.drill.phase is Phase.THINKING:
            is_thinking = Condition(lambda: self.drill.phase is Phase.THINKING)
            keys.add("enter", filter=is_thinking)(
                lambda _: self._send(Start(self._clock.steady_s()))
            )
        return keys

    def _any_key(self, _: Any) -> None:
        """A paused answer goes on at the first key, whatever that key then does."""
        if self.drill.phase is Phase.PAUSED:
            self._send(Wake(self._clock.steady_s()))

    def _finish(self, event: Any) -> None:
        now = self._clock.steady_s()
        if self.drill.phase is Phase.THINKING:
            self._send(Start(now))
            return
        if not self._manner.clock:
            event.app.exit()
            return
        if self._manner.editor and self.drill.is_bare:
            self._notice = "nothing typed yet · Ctrl-C stops"
            return
        if self.drill.format.sheet and self._notice != SURE and self.drill.remaining_s > 0:
            self._notice = SURE  # what may take days does not end by one key
            return
        self._send(Finish(now))
        if self.drill.phase is Phase.SCORING:
            event.app.exit()

    def _stop(self, event: Any) -> None:
        if self._manner.clock:
            self._send(Abandon(self._clock.steady_s()))
        event.app.exit(exception=KeyboardInterrupt)

    def _pause(self, event: Any) -> None:
        event.app.create_background_task(self._suspended(event.app))

    async def _suspended(self, app: "Application[None]") -> None:
        """Stand still: as a stopped job where the system has jobs, else until the next key."""
        from prompt_toolkit.application import run_in_terminal

        self._send(Suspend(self._clock.steady_s()))
        self._save()
        if hasattr(signal, "SIGTSTP"):

            def stop() -> None:
                app.output.write("The clock stands. Type fg and Enter to go on.\n")
                app.output.flush()
                os.kill(0, signal.SIGTSTP)

            await run_in_terminal(stop)
            self._send(Wake(self._clock.steady_s()))
        app.invalidate()
