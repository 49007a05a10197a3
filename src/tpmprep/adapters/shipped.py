"""Builds our own shipped files into the domain's classes, quickly.

The files come with the program and tests check them against the schema (tests/test_content.py), so
nothing is checked again at every start: the checker costs more than all the files.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

Builder = Callable[[Any], Any]

SCALARS: dict[Any, Builder] = {
    bool: lambda value: value == "true",
    int: int,
    float: float,
    date: date.fromisoformat,
}
"""The bounded reader gives every scalar as text."""


def build(kind: Any, value: Any) -> Any:
    """`value`, read from YAML, as a `kind`: a dataclass, a tuple, a mapping, text or a number.

    Raises KeyError, TypeError, ValueError or AttributeError when it cannot be built; that it has
    the right shape otherwise is what the tests are for.
    """
    return _builder(kind)(value)


@cache
def _builder(kind: Any) -> Builder:
    origin, arguments = get_origin(kind), get_args(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        return _class_builder(kind)
    if origin is tuple:
        one = _builder(arguments[0])
        return lambda value: tuple(one(item) for item in value)
    if origin is list:
        one = _builder(arguments[0])
        return lambda value: [one(item) for item in value]
    if origin is dict:
        key, one = (_builder(argument) for argument in arguments)
        return lambda value: {key(name): one(item) for name, item in value.items()}
    if origin in (Union, UnionType):
        return _builder(next(a for a in arguments if a is not type(None)))
    if origin is Literal:
        return str
    scalar: Builder = SCALARS.get(kind, str)
    return scalar


def _class_builder(kind: Any) -> Builder:
    hints = get_type_hints(kind)
    builders = {field.name: _builder(hints[field.name]) for field in fields(kind)}

    def made(value: Any) -> Any:
        given = {name: builders[name](item) for name, item in value.items() if item is not None}
        return kind(**given)

    return made
