"""`tpmprep brief debrief` and `outcome`: real interviews, noted right after, and how they ended."""

from typing import TYPE_CHECKING, Annotated

import typer

from tpmprep.cli.options import MaybeText, option
from tpmprep.domain.question import AREAS

if TYPE_CHECKING:
    from tpmprep.cli.env import Env

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Questions = Annotated[
    list[str] | None, option("A question they asked; repeat it.", "TEXT", "--question")
]
HeardLines = Annotated[
    list[str] | None,
    option("What you heard; N: the guide's question 1 to 5, or yours.", "N=TEXT", "--heard"),
]
BankArea = Annotated[MaybeText, option(f"File new questions under {', '.join(AREAS)}.", "AREA")]
Fresh = Annotated[
    bool, typer.Option("--fresh", help="Begin again; what was answered moves to the trash.")
]


def debrief(
    ctx: typer.Context,
    *,
    company: Annotated[MaybeText, option("Which company it was.", "NAME")] = None,
    stage: Annotated[MaybeText, option("Which round, in your words.", "NAME")] = None,
    on: Annotated[MaybeText, option("Its day; today at first.", "YYYY-MM-DD")] = None,
    questions: Questions = None,
    heard: HeardLines = None,
    felt: Annotated[MaybeText, option("How likely you passed, 0 to 100.", "PERCENT")] = None,
    notes: Annotated[MaybeText, option("Anything else.", "TEXT")] = None,
    bank_area: BankArea = None,
    listed: Annotated[bool, typer.Option("--list", help="List the rounds you noted.")] = False,
    shown: Annotated[MaybeText, option("Print one round in full.", "ROUND", "--show")] = None,
    fresh: Fresh = False,
    json: Json = False,
) -> None:
    """Note a real interview while it is fresh.

    Their questions, what you heard, and how it felt.

    \b
    Asked step by step:  tpmprep brief debrief
    Without prompts:     tpmprep brief debrief --company Acme --question "How do you cut scope?"
    What you noted:      tpmprep brief debrief --list

    Each answer is kept as soon as it is given; call it again to go on where you stopped. Questions
    that the bank does not have can go into your own, to be drilled.
    """
    from tpmprep.cli.round_new import Flags, note_round

    env: Env = ctx.obj
    flags = Flags(
        company, stage, on, tuple(questions or ()), tuple(heard or ()), felt, notes, bank_area
    )
    if listed or shown is not None:
        _require_alone(flags, fresh=fresh, both=listed and shown is not None)
        rounds(env) if shown is None else _show(env, shown)
    else:
        note_round(env, flags, fresh=fresh)


def outcome(
    ctx: typer.Context,
    round_id: Annotated[
        MaybeText,
        typer.Argument(metavar="ROUND", help="Which round, where several are open."),
    ] = None,
    result: Annotated[
        MaybeText, typer.Argument(metavar="RESULT", help="passed, failed, or open again.")
    ] = None,
    *,
    json: Json = False,
) -> None:
    """Say how a real interview ended.

    From three on, `review` holds it against your practice.

    \b
    The only open round:  tpmprep brief outcome passed
    One of several:       tpmprep brief outcome 20261124-1805 failed
    """
    from tpmprep.cli.round_outcome import note_outcome
    from tpmprep.errors import UsageProblem

    if round_id is None:
        hint = "For example: tpmprep brief outcome passed"
        raise UsageProblem("outcome needs passed, failed or open", hint)
    if result is None:
        note_outcome(ctx.obj, None, round_id)
    else:
        note_outcome(ctx.obj, round_id, result)


def rounds(env: "Env") -> None:
    """List the rounds, newest first."""
    from dataclasses import asdict

    from tpmprep.cli.output import emit
    from tpmprep.cli.round_outcome import logbook
    from tpmprep.ui import round_pages

    book = logbook(env)
    data = [{**asdict(r), "outcome": book.result(r)} for r in reversed(book.rounds)]
    emit(env, "brief.rounds", data, round_pages.round_list(book, env.look))


def _show(env: "Env", begun: str) -> None:
    from dataclasses import asdict

    from tpmprep.cli.output import emit
    from tpmprep.cli.round_outcome import logbook, round_in
    from tpmprep.ui import round_pages

    book = logbook(env)
    found = round_in(book, begun)
    data = {**asdict(found), "outcome": book.result(found)}
    emit(env, "brief.round", data, round_pages.round_page(found, book.result(found), env.look))


def _require_alone(flags: object, *, fresh: bool, both: bool) -> None:
    from tpmprep.cli.round_new import Flags
    from tpmprep.errors import UsageProblem

    if flags != Flags() or fresh or both:
        raise UsageProblem("--list and --show only print: give them alone")
