"""Writing a question of one's own: a few questions, a starter, the user's editor, a check."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from tpmprep.adapters import packs, schema
from tpmprep.adapters.bankcheck import check_files
from tpmprep.adapters.bankfiles import read_questions
from tpmprep.adapters.content import load_starter
from tpmprep.adapters.editor import edit, editor_of
from tpmprep.adapters.files import make_folder, read_bounded, replace_whole
from tpmprep.adapters.paths import for_people
from tpmprep.adapters.yamlfile import MAX_BYTES
from tpmprep.adapters.yamlwrite import questions_yaml
from tpmprep.cli.choices import one_of
from tpmprep.cli.env import Env
from tpmprep.cli.fronts import asker_for
from tpmprep.cli.output import emit, write_lines
from tpmprep.domain.lint import Known
from tpmprep.domain.question import AREAS, KINDS, LEVELS, TRACKS, Question
from tpmprep.domain.starter import next_id, started
from tpmprep.errors import BadData, Interrupted, NotFound, UsageProblem
from tpmprep.ui import bank_pages
from tpmprep.ui.ask import Asker

EVERY_TRACK = "all"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is known of the question; None is asked for."""

    area: str | None
    track: str | None
    level: str | None
    kind: str | None
    prompt: str | None
    name: str | None


def write_new(env: Env, wish: Wish, source: str | None) -> None:
    """Write a question into the user's own bank and say how to use it."""
    _require_known(wish)
    draft = env.home.drafts / f"question-{env.new_id()}.yaml"
    if source is None:
        question = _begun(env, _complete(env, wish))
        text = questions_yaml([question]).encode()
    else:
        text = _source(Path(source))
    make_folder(draft.parent)
    replace_whole(draft, text)
    _edited(env, draft)
    _file_away(env, draft)
    if source is not None and Path(source).parent == draft.parent:
        Path(source).unlink(missing_ok=True)  # it was a draft of ours, and is in the bank now


def _require_known(wish: Wish) -> None:
    one_of("area", wish.area, AREAS)
    one_of("track", wish.track, (*TRACKS, EVERY_TRACK))
    one_of("level", wish.level, LEVELS)
    one_of("kind", wish.kind, KINDS)


def _complete(env: Env, wish: Wish) -> Wish:
    """`wish` with everything that is needed, asked for where somebody can answer."""
    if env.settings.no_input or env.settings.json:
        if wish.area is None or wish.prompt is None:
            raise UsageProblem("nothing is asked here: give --area and --prompt")
        return replace(wish, level=wish.level or "senior", kind=wish.kind or "hypothetical")
    if None in (wish.area, wish.track, wish.level, wish.kind, wish.prompt):
        env.require_prompts("give --area, --track, --level, --kind and --prompt")
    try:
        return _asked(asker_for(env), wish)
    except (KeyboardInterrupt, EOFError) as error:
        raise Interrupted("Stopped. Nothing was written.") from error


def _asked(asker: Asker, wish: Wish) -> Wish:
    def choose(given: str | None, title: str, names: tuple[str, ...]) -> str:
        return given or asker.choose(title, {name: name for name in names})

    prompt = wish.prompt or ""
    while not prompt:
        prompt = asker.line("The question, as an interviewer asks it:")
    return replace(
        wish,
        prompt=prompt,
        area=choose(wish.area, "Which area does it test?", AREAS),
        kind=choose(wish.kind, "What kind of answer does it want?", KINDS),
        level=choose(wish.level, "From which level up is it fair?", LEVELS),
        track=choose(wish.track, "Which track does it belong to?", (*TRACKS, EVERY_TRACK)),
    )


def filed(env: Env, wish: Wish, before: Iterable[str] = ()) -> str:
    """Put a question as it begins into the user's own bank, and give its id.

    `before` are ids that were given since the bank was read. Raises BadData, CannotCreate or
    StorageFailed when the user's own file cannot take it.
    """
    question = _begun(env, wish, before)
    packs.add_own(env.home, question.area, questions_yaml([question]))
    return f"{packs.OWN}/{question.id}"


def _begun(env: Env, wish: Wish, before: Iterable[str] = ()) -> Question:
    own = f"{packs.OWN}/"
    names = [*env.bank.questions, *before]
    taken = [name.removeprefix(own) for name in names if name.startswith(own)]
    name = wish.name or next_id(taken)
    if name in taken:
        raise UsageProblem(f"you have a question {own}{name} already: give another --id")
    document = started(
        load_starter(),
        name,
        wish.prompt or "",
        area=wish.area or "",
        track=None if wish.track == EVERY_TRACK else wish.track,
        level=wish.level or "",
        kind=wish.kind or "",
    )
    question, findings = schema.parse(Question, document)
    if findings:
        raise BadData(f"the starter is broken: {findings[0].message}")
    return question  # type: ignore[no-any-return]  # parse gives what it was asked for


def _source(path: Path) -> bytes:
    if not path.exists():
        raise NotFound("file", str(path))
    return read_bounded(path, MAX_BYTES)


def _edited(env: Env, draft: Path) -> None:
    """Let the user edit the draft until it can be used, or stop with the text kept."""
    command = editor_of(env.environ)
    asks = env.is_interactive and not env.settings.no_input and not env.settings.json
    while asks and command:
        edit(command, draft)
        barring = check_files(draft).barring
        if not barring:
            return
        write_lines(env, "\n".join(bank_pages.problem_line(problem) for problem in barring))
        try:
            again = asker_for(env).choose(
                "What now?", {"edit": "edit again", "stop": "stop for now"}
            )
        except (KeyboardInterrupt, EOFError):
            again = "stop"
        if again == "stop":
            break


def _file_away(env: Env, draft: Path) -> None:
    """Move the draft's entry into the user's own bank. Raises BadData when it cannot be used."""
    checked = check_files(draft)
    if checked.barring:
        first = checked.barring[0]
        message = f"line {first.line}: {first.key}: {first.message}"
        raise BadData(message, f"Your text is safe. Go on with: tpmprep bank new --from {draft}")
    entries, _ = read_questions(draft, Known(env.bank.dimensions))
    question = entries[0].question
    text = read_bounded(draft, MAX_BYTES).decode()
    path = packs.add_own(env.home, question.area, text)
    draft.unlink(missing_ok=True)
    name = f"{packs.OWN}/{question.id}"
    where = for_people(path, env.environ)
    advice = [bank_pages.problem_line(problem) for problem in checked.problems]
    data = {"id": name, "file": str(path), "advice": advice}
    emit(env, "bank.new", data, bank_pages.written(name, where, env.look))
