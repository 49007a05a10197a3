"""Old records become current ones in memory, by steps in order. Files are never rewritten."""

from collections.abc import Callable
from typing import Any

from tpmprep.domain.attempt import SCHEMA

Document = dict[str, Any]

MIGRATIONS: tuple[Callable[[Document], Document], ...] = ()
"""Step n takes schema n + 1 to n + 2. Released steps are frozen: add one, and an old file."""


def upgrade(document: Document) -> Document:
    """`document` in the current schema; one of a newer program is passed on as it is."""
    version = document.get("schema")
    if not isinstance(version, int) or not 1 <= version <= SCHEMA:
        return document
    for number, step in enumerate(MIGRATIONS[version - 1 :], start=version + 1):
        document = {**step(dict(document)), "schema": number}
    return document


def is_newer(document: Document) -> bool:
    """Whether a newer program wrote this; it is shown and marked, never written."""
    version = document.get("schema")
    return isinstance(version, int) and version > SCHEMA
