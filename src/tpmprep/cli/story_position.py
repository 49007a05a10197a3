"""`story pitch` and `story resume`: one's programs as a recruiter and an application want them."""

from dataclasses import asdict, replace

from tpmprep.adapters.content import load_positioning
from tpmprep.adapters.portfolio import Shelf
from tpmprep.cli.env import Env
from tpmprep.cli.output import emit
from tpmprep.cli.own_drill import OwnDrill
from tpmprep.cli.own_files import program_in, shelf_of
from tpmprep.cli.texts import text_from
from tpmprep.domain.formats import FORMATS
from tpmprep.domain.pace import own_pace
from tpmprep.domain.positioning import (
    Frame,
    Positioning,
    flagged,
    recruiter_frame,
    resume_lines,
    said,
    strongest,
)
from tpmprep.domain.program import Program
from tpmprep.errors import UsageProblem
from tpmprep.ui import layout, positioning_pages, story_pages

RECRUITER = FORMATS["recruiter"]


def pitch_recruiter(env: Env, program_id: str | None, *, drill: bool) -> None:
    """Print the frame of the 45 seconds, and with `drill` say them on the clock.

    Without a program it is the one with the most anchors.
    """
    shelf, positioning = shelf_of(env), load_positioning()
    held = shelf.portfolio
    program = _meant(shelf, program_id, positioning)
    if program is None:
        emit(env, "story.pitch", None, story_pages.program_list(held, env.look))
        return
    pace = own_pace(env.history())
    frame = recruiter_frame(held, program, positioning, pace)
    if drill:
        env.require_prompts("leave out --drill")
        _drilled(env, program, frame)
        return
    emit(env, "story.pitch", asdict(frame), positioning_pages.pitch_page(frame, env.look))


def draft_resume(env: Env, program_id: str | None, file: str | None) -> None:
    """Print lines for an application: drafted from a program, or those of a file, checked.

    Without a program it is the one with the most anchors.
    """
    if file is not None:
        if program_id is not None:
            raise UsageProblem("--check reads the lines you have: leave out the program")
        lines = flagged(text_from(env, file, "text"), load_positioning())
        page = positioning_pages.resume_text_page(lines, env.look)
        emit(env, "story.resume.check", [asdict(line) for line in lines], page)
        return
    shelf, positioning = shelf_of(env), load_positioning()
    held = shelf.portfolio
    program = _meant(shelf, program_id, positioning)
    if program is None:
        emit(env, "story.resume", [], story_pages.program_list(held, env.look))
        return
    drafts = resume_lines(program, positioning.kinds)
    page = positioning_pages.resume_page(drafts, env.look)
    others = [f"tpmprep story resume {name}" for name in held.programs if name != program.id]
    steps = layout.commands([(step, "another program") for step in others[:3]], env.look)
    head = layout.text((f"{program.name}\n", "bold"))
    page = layout.stack(head, page, *([steps] if others and program_id is None else []))
    emit(env, "story.resume", [asdict(line) for line in drafts], page)


def _meant(shelf: Shelf, program_id: str | None, positioning: Positioning) -> Program | None:
    """The program that was named, else the one with the most anchors; None without any."""
    if program_id is not None:
        return program_in(shelf, program_id)
    return strongest(shelf.portfolio, positioning.recruiter)


def _drilled(env: Env, program: Program, frame: Frame) -> None:
    """The 45 seconds on the clock, and which anchors they named."""
    anchors = "; ".join(anchor.words for anchor in frame.anchors)
    asked = env.bank.question(str(RECRUITER.opener))
    beside = f"Yours to name: {anchors}." if anchors else f"About {program.name}."
    own = OwnDrill(env, program, "1.0", frame.words_per_minute)
    finished = own.run(replace(asked, context=beside), RECRUITER, env.new_seed())
    if finished is not None and not env.settings.json:
        named = said(frame.anchors, finished.text)
        env.show(positioning_pages.anchors_said_page(frame.anchors, named, env.look))
