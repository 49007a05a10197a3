"""The commands by name. A command's module is imported when the command is called, not before."""

from importlib import import_module
from typing import Any

import typer

from tpmprep.cli.as_typed import Command, Group

COMMANDS = {
    "drill": "Answer one question on the clock, score it, and save it.",
    "mock": "Sit through an interview loop or one stage of it; feedback comes at the end.",
    "score": "Score a saved attempt, or score it again blind.",
    "hints": "Show what stands in a text: numbers, owners, hedges and more.",
    "share": "Let somebody else score an answer, and take the scores back.",
    "calibrate": "Score shipped sample answers and see how far off you are.",
    "review": "List attempts, newest first, or show one, or a mock, in full.",
    "plan": "Plan the days until the interview, from today on.",
    "story": "Your programs and stories: write, check, tell on the clock.",
    "brief": "Print the page for the day before, filled from what you keep.",
    "bank": "The questions: list, read, search, check, count, add your own.",
    "guide": "What the interviews test and how to answer, topic by topic.",
}
"""Name and first line of help, in the order of the help page; `cli/NAME.py` holds its `app`."""


class Root(Group):
    """All commands: listed, completed and suggested by name, and loaded one at a time."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        for name, about in COMMANDS.items():
            self.add_command(Command(name=name, help=about))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the words call, with its options."""
        from tpmprep.domain.formats import FORMATS, LADDER
        from tpmprep.errors import UsageProblem

        if args and args[0] in (*FORMATS, LADDER):
            hint = f"Try: tpmprep drill --format {args[0]}"
            raise UsageProblem(f"{args[0]} is a kind of drill, not a command", hint)
        name, _, rest = super().resolve_command(ctx, args)
        return name, loaded(name), rest


def loaded(name: str | None) -> Any:
    """The command of that name, out of its module."""
    return typer.main.get_command(import_module(f"tpmprep.cli.{name}").app)
