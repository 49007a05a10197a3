"""Asking the fields of a form at the terminal; every answer is kept on disk before the next one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tpmprep.adapters.drafts import Journal, find_drafts, open_journal
from tpmprep.adapters.files import make_folder
from tpmprep.adapters.portfolio import unused
from tpmprep.cli.env import Env
from tpmprep.cli.fronts import asker_for
from tpmprep.domain.form import (
    Answer,
    Answers,
    Field,
    field_before,
    next_field,
    plain_words,
    problem_of,
)
from tpmprep.errors import Interrupted, KilledBySignal, StorageFailed, UsageProblem
from tpmprep.ui import form_pages, layout
from tpmprep.ui.ask import Asker
from tpmprep.ui.words import count

if TYPE_CHECKING:
    from rich.console import RenderableType

BACK, NOTHING = "<", "-"
"""Typed alone: the question before once more; no answer after all, or one line less."""

NOTES, EVERY_PART = "brief-", "all"
COMMANDS = {
    "program": "tpmprep story program add",
    "story": "tpmprep story add",
    "debrief": "tpmprep brief debrief",
}
"""The command of each form; those of the notes begin with NOTES and end with their part."""

Offers = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked. An unfinished form of the same `name` is gone on with, by `resume`.

    `offers` are choices by the name that fields have for them. `given` was answered on the command
    line, `known` stands in a file already: Enter keeps it. `checks` say what is wrong with an
    answer, in words, or nothing.
    """

    name: str
    fields: Sequence[Field]
    resume: str
    offers: Offers = field(default_factory=dict)
    given: Mapping[str, Answer] = field(default_factory=dict)
    known: Mapping[str, Answer] = field(default_factory=dict)
    checks: Mapping[str, Callable[[str], str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Filled:
    """The answers of a form. They stay on disk until `done` says that they are filed elsewhere."""

    answers: Answers
    _journal: Journal

    def done(self) -> None:
        """Remove the kept answers: they are in a file of their own now."""
        self._journal.close()
        self._journal.delete()


def filled(env: Env, form: Form) -> Filled:
    """Ask every field that has no answer yet and give all answers.

    Raises Interrupted when the person stops; what was answered is kept, also a line half typed.
    Raises UsageProblem when something else was answered before than is given now. Raises Busy,
    StorageFailed or CannotCreate when the answers cannot be kept.
    """
    journal = open_journal(env.home.forms, form.name)
    try:
        asking = _Asking(env, form, journal, **_kept(env, form.name))
        asking.begin()
        asking.ask_all()
    except (KeyboardInterrupt, EOFError) as error:
        raise _stopped(journal, asking, form.resume) from error
    except (KilledBySignal, UsageProblem, StorageFailed):
        journal.close()
        raise
    return Filled(asking.answers, journal)


def start_afresh(env: Env, name: str) -> None:
    """Put an unfinished form aside, in the trash. Raises Busy, StorageFailed or CannotCreate."""
    path = env.home.forms / f"{name}.draft"
    if path.exists():
        open_journal(env.home.forms, name).close()  # not while another terminal writes it
        folder = env.home.trash / "forms"
        make_folder(folder)
        target = unused(folder / f"{name}-{env.clock.now():%Y%m%d-%H%M%S}.draft")
        path.rename(target)
        env.warn(f"what was answered before is in {target}")


def waiting(env: Env) -> dict[str, int]:
    """How many answers each unfinished form holds, by its name."""
    if not env.home.forms.is_dir():
        return {}
    found = {draft.path.stem: draft.document for draft in find_drafts(env.home.forms)[0]}
    counts = {name: sum(map(bool, _part(doc, "answers").values())) for name, doc in found.items()}
    return {name: number for name, number in counts.items() if number}


def begun_page(env: Env, *names: str) -> "RenderableType":
    """The unfinished forms whose names begin like this, with how to go on; or nothing."""
    found = [
        (command_of(name), number)
        for name, number in waiting(env).items()
        if name.startswith(names)
    ]
    return layout.stack("", form_pages.begun(found, env.look)) if found else layout.stack()


def command_of(name: str) -> str:
    """The command that goes on with a form."""
    if name.startswith(NOTES):
        part = name.removeprefix(NOTES)
        return "tpmprep brief fill" if part == EVERY_PART else f"tpmprep brief fill {part}"
    return COMMANDS.get(name, f"tpmprep {name}")


@dataclass(slots=True)
class _Asking:
    """One form being asked. `begun` are the lines of lists, `half` what was not sent off."""

    env: Env
    form: Form
    journal: Journal
    answers: Answers
    begun: dict[str, list[str]]
    half: dict[str, str]

    def begin(self) -> None:
        """Say where it stands, and take what was given. Raises UsageProblem."""
        given, fields = self.form.given, self.form.fields
        asked = {one.id: one for one in fields}
        for name, answer in given.items():
            if told := problem_of(asked.get(name, Field(name, name, "")), answer):
                raise UsageProblem(f"{name}: {told}")
            before = self.answers.get(name) or self.begun.get(name) or self.half.get(name)
            if before and before != answer:
                told = f"an unfinished one waits, with {count(len(self.answers), 'answer')}"
                hint = f"Go on with it: {self.form.resume}\nBegin anew: add --fresh"
                raise UsageProblem(told, hint)
        if self.is_begun:
            done = sum(one.id in self.answers for one in fields)
            self.env.show(form_pages.going_on(done, len(fields)))
        else:
            self.env.show(form_pages.how_to_answer())
        if given:
            self.answers.update(given)
            self.keep()

    @property
    def is_begun(self) -> bool:
        """Whether anything is there to be kept."""
        return any(map(any, (self.answers.values(), self.begun.values(), self.half.values())))

    def ask_all(self) -> None:
        """Ask until every field has an answer. Raises as prompts do, and StorageFailed."""
        asker = asker_for(self.env)
        one = next_field(self.form.fields, self.answers)
        while one is not None:
            answer = self._asked(asker, one)
            if answer == BACK:
                one = field_before(self.form.fields, one)
                continue
            if told := self._problem(one, answer):
                self.env.show(form_pages.again(told))
                continue
            self.answers[one.id] = answer
            self.keep()
            one = next_field(self.form.fields, self.answers)

    def keep(self) -> None:
        """Put the answers so far on disk. Raises StorageFailed."""
        document = {"answers": self.answers, "begun": self.begun, "half": self.half}
        try:
            self.journal.save(document, self.env.clock.now())
        except StorageFailed as error:
            hint = f"What was answered before is kept. Mend that, then run: {self.form.resume}"
            raise StorageFailed(f"cannot keep this answer: {error.message}", hint) from error

    def _problem(self, one: Field, answer: Answer) -> str:
        check = self.form.checks.get(one.id)
        told = problem_of(one, answer)
        return told or (check(answer) if check and isinstance(answer, str) else "")

    def _asked(self, asker: Asker, one: Field) -> Answer:
        fields = self.form.fields
        place = fields.index(one) + 1
        self.env.show(form_pages.field(one, place, len(fields), self.env.look))
        if offered := self.form.offers.get(one.offers):
            return self._chosen(asker, one, offered, is_first=place == 1)
        before = self.half.get(one.id) or self.answers.get(one.id, self.form.known.get(one.id, ""))
        return self._lines(asker, one, before) if one.many else self._text(asker, one, before)

    def _text(self, asker: Asker, one: Field, before: Answer) -> str:
        if before:
            self.env.show(form_pages.before(str(before)))
        line = self._line(asker, f"{one.title}:", lambda words: self._half(one, words))
        self.half.pop(one.id, None)
        if line == NOTHING:
            return ""
        return line or str(before)

    def _lines(self, asker: Asker, one: Field, before: Answer) -> Answer:
        lines = self.begun.setdefault(one.id, list(before) if isinstance(before, list) else [])
        self.answers.pop(one.id, None)  # asked again, also after going back from here
        if lines:
            self.env.show(form_pages.kept(lines))

        def half(words: str) -> None:
            lines.extend([words] if words else [])
            self.keep()

        while line := self._line(asker, f"{one.title}, {len(lines) + 1}:", half):
            if line == BACK:
                return BACK
            if line == NOTHING:
                del lines[-1:]
            elif told := problem_of(one, [*lines, line]):
                self.env.show(form_pages.again(told))
                continue
            else:
                lines.append(line)
            self.keep()
        return self.begun.pop(one.id)

    def _half(self, one: Field, words: str) -> None:
        """Keep a line that was not sent off: it is there again when the form goes on."""
        if words:
            self.half[one.id] = words
            self.keep()

    def _chosen(
        self, asker: Asker, one: Field, offered: Mapping[str, str], *, is_first: bool
    ) -> str:
        back = {} if is_first else {BACK: "back to the question before"}
        choice = asker.choose(one.title, {**offered, **back})
        self._show(offered.get(choice, ""))
        return choice

    def _line(self, asker: Asker, title: str, on_stop: Callable[[str], None]) -> str:
        def stop(words: str) -> None:
            on_stop("" if words in (BACK, NOTHING) else plain_words(words))

        line = plain_words(asker.line(title, stop))
        self._show(line or "(nothing)")
        return line

    def _show(self, line: str) -> None:
        """Leave what was said on the screen; plain lines stand there anyway."""
        if line and not self.env.look.plain:
            self.env.show(form_pages.answered(line))


def _kept(env: Env, name: str) -> dict[str, Any]:
    """What is on disk of an unfinished form."""
    found = [draft for draft in find_drafts(env.home.forms)[0] if draft.path.stem == name]
    document = found[0].document if found else {}
    return {key: _part(document, key) for key in ("answers", "begun", "half")}


def _part(document: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = document.get(key)
    return dict(value) if isinstance(value, dict) else {}


def _stopped(journal: Journal, asking: _Asking, resume: str) -> Interrupted:
    journal.close()
    if asking.is_begun:
        return Interrupted("Stopped. Your answers are kept.", f"Go on with: {resume}")
    journal.delete()
    return Interrupted("Stopped. There was nothing to keep.")
