"""What surrounds a case: the assumptions before it, coverage and papers after it."""

from pathlib import Path

from tpmprep.adapters.content import load_phrases, load_stretches
from tpmprep.adapters.files import create_once, failed, make_folder
from tpmprep.cli.env import Env
from tpmprep.cli.fronts import asker_for
from tpmprep.domain.attempt import Attempt
from tpmprep.domain.casework import coverage_of, sections_of
from tpmprep.domain.formats import BOARD, CASE_FORMATS
from tpmprep.domain.papers import PAPERS, papers
from tpmprep.domain.phrases import CHANGE_FIRST
from tpmprep.domain.question import Question
from tpmprep.errors import NOTHING_SAVED, CannotCreate, Interrupted, UsageProblem
from tpmprep.ui import case_pages, layout


def assumed(env: Env) -> str:
    """Ask for the slots of the sentence that states assumptions, and print the sentence."""
    phrase = load_phrases().assumptions
    ask = asker_for(env)
    env.show(layout.text((phrase.why, "dim")))
    given = {}
    for slot in phrase.slots:
        hint = f" (Enter: {slot.default})" if slot.default else ""
        try:
            given[slot.id] = ask.line(f"{slot.ask}{hint}")
        except (KeyboardInterrupt, EOFError) as error:
            raise Interrupted(NOTHING_SAVED) from error
    sentence = phrase.said(given)
    env.show(
        layout.stack(
            "", layout.text(("Say this first", "bold")), layout.indented(layout.text(sentence))
        )
    )
    if not given[CHANGE_FIRST].strip():
        missing = "The last one is empty: name the parts of the plan that would change first."
        env.show(layout.stack(layout.text(missing), ""))
    return sentence


def show_case(env: Env, attempt: Attempt, question: Question, export: str) -> None:
    """Show what a worked case covers; write its papers into `export` if that is named."""
    sections = sections_of(attempt, load_stretches()[BOARD])
    if not env.settings.json:
        coverage = coverage_of(question, sections)
        env.show(layout.stack("", case_pages.coverage_page(coverage, env.look)))
    if export:
        written = papers_of(attempt, export)
        if not env.settings.json:
            env.show(case_pages.exported(written))


def papers_of(attempt: Attempt, export: str) -> list[str]:
    """Write the papers of a saved case into a folder, and name them. Raises as write_papers does.

    Raises UsageProblem when the attempt is no worked case.
    """
    if attempt.format not in CASE_FORMATS:
        names = " or ".join(CASE_FORMATS)
        raise UsageProblem(f"papers come out of a {names}, and this is a {attempt.format}")
    sections = sections_of(attempt, load_stretches()[BOARD])
    asked = attempt.question
    prompt = f"{asked.prompt} {asked.context}".strip()
    texts = papers(prompt, sections, attempt.assumptions)
    return [str(path) for path in write_papers(Path(export), texts)]


def refuse_existing(export: str) -> None:
    """Raises CannotCreate when a paper, or a file of another kind, is in the way in the folder."""
    folder = Path(export)
    ways = [folder, *(folder / name for name in PAPERS)]
    there = next((path for path in ways if path.exists() and not path.is_dir()), None)
    if there is not None:
        hint = "Name another folder; later too: tpmprep review ID --export DIR"
        raise CannotCreate(f"{there} is there already; nothing was written over it", hint)


def write_papers(folder: Path, texts: dict[str, str]) -> list[Path]:
    """Write each paper into the folder, never over a file that is there.

    Raises CannotCreate or StorageFailed.
    """
    refuse_existing(str(folder))
    make_folder(folder)
    for name, text in texts.items():
        try:
            create_once(folder / name, text.encode())
        except OSError as error:
            raise failed(f"cannot write {folder / name}", error) from error
    return [folder / name for name in texts]
