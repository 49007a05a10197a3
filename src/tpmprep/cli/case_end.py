"""What surrounds a case: the assumptions before it, coverage and papers after it."""

from pathlib import Path

from tpmprep.adapters.content import load_phrases, load_stretches
from tpmprep.adapters.files import create_once, failed, make_folder
from tpmprep.cli.env import Env
from tpmprep.cli.fronts import asker_for
from tpmprep.domain.attempt import Attempt
from tpmprep.domain.casework import coverage_of, sections_of
from tpmprep.domain.papers import papers
from tpmprep.domain.phrases import CHANGE_FIRST
from tpmprep.domain.question import Question
from tpmprep.errors import TpmprepError
from tpmprep.ui import case_pages, layout

BOARD = "board"


def assumed(env: Env) -> str:
    """Ask for the slots of the sentence that states assumptions, and print the sentence."""
    phrase = load_phrases().assumptions
    ask = asker_for(env)
    env.show(layout.text((phrase.why, "dim")))
    given = {}
    for slot in phrase.slots:
        hint = f" (Enter: {slot.default})" if slot.default else ""
        given[slot.id] = ask.line(f"{slot.ask}{hint}")
    sentence = phrase.said(given)
    env.show(
        layout.stack(
            "", layout.text(("Say this first", "bold")), layout.indented(layout.text(sentence))
        )
    )
    if not given[CHANGE_FIRST].strip():
        missing = "Without the parts that you would change first, it only sounds careful."
        env.show(layout.stack(layout.text(missing), ""))
    return sentence


def show_case(env: Env, attempt: Attempt, question: Question, export: str | None) -> None:
    """Show what a worked case covers; write its papers where they are asked for."""
    sections = sections_of(attempt, load_stretches()[BOARD])
    if not env.settings.json:
        coverage = coverage_of(question, sections)
        env.show(layout.stack("", case_pages.coverage_page(coverage, env.look)))
    if export is not None:
        texts = papers(question.asked, sections, attempt.assumptions)
        written = write_papers(Path(export).expanduser(), texts)
        if not env.settings.json:
            env.show(case_pages.exported([str(path) for path in written]))


def write_papers(folder: Path, texts: dict[str, str]) -> list[Path]:
    """Write each paper into the folder, never over a file that is there.

    Raises TpmprepError when one is there, CannotCreate or StorageFailed.
    """
    there = [folder / name for name in texts if (folder / name).exists()]
    if there:
        hint = "Name another folder, or move it away. Your answer is saved."
        raise TpmprepError(f"{there[0]} is there already; nothing was written", hint)
    make_folder(folder)
    for name, text in texts.items():
        try:
            create_once(folder / name, text.encode())
        except OSError as error:
            raise failed(f"cannot write {folder / name}", error) from error
    return [folder / name for name in texts]
