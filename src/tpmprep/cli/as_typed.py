"""Commands whose values stay what was typed: text, lists of text, switches.

Typer 0.29 builds a pydantic adapter for every parameter of a command that runs, even for --help,
and importing pydantic costs more than the rest of the start together. Our parameters are text,
lists of text and switches, checked later by `choices`, so there is nothing to convert. The step
fills the slot in which Typer keeps its converter; where a Typer has no such slot, nothing changes,
and tests/contract/test_start_up.py says so.
"""

from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

SLOT = "_runtime_param"


class Command(TyperCommand):
    """A command that takes its values as they were typed."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The parameters, ready to take values without a converter."""
        return _prepared(super().get_params(ctx))


class Group(TyperGroup):
    """A group that takes the values of its own options as they were typed."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The parameters, ready to take values without a converter."""
        return _prepared(super().get_params(ctx))


def alone(function: Callable[..., None]) -> typer.Typer:
    """An app of one command."""
    app = typer.Typer(rich_markup_mode=None, add_completion=False)
    app.command(cls=Command)(function)
    return app


class _AsTyped:
    """Stands where Typer keeps its converter."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """`value` itself where it is text, a list of text or a switch; else Typer's conversion."""
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        if isinstance(value, list | tuple):
            if all(isinstance(item, str) for item in value):
                return list(value)
        elif isinstance(value, str | bool) and isinstance(value, param.type_descriptor.annotation):
            return value
        setattr(param, SLOT, None)
        return param.get_runtime_param().coerce(value, param=param, ctx=ctx)


def _prepared(params: list[Any]) -> list[Any]:
    for param in params:
        if getattr(param, SLOT, param) is None:
            setattr(param, SLOT, _AsTyped())
    return params
