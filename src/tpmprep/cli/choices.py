"""Checking what stands on a command line, with messages that list what is allowed."""

from collections.abc import Iterable, Mapping, Sequence

from tpmprep.errors import UnknownChoice, UsageProblem


def one_of(what: str, value: str | None, allowed: Sequence[str]) -> str | None:
    """`value`, which may be missing. Raises UnknownChoice when it is not in `allowed`."""
    if value is not None and value not in allowed:
        raise UnknownChoice(what, value, allowed)
    return value


def whole_number(flag: str, value: str | None, low: int, high: int) -> int | None:
    """`value` as a number from `low` to `high`. Raises UsageProblem."""
    if value is None:
        return None
    digits = value.removeprefix("-")
    number = int(value) if digits.isascii() and digits.isdigit() and len(digits) < 12 else None
    if number is None or not low <= number <= high:
        raise UsageProblem(f"{flag} takes a whole number from {low} to {high}, not '{value}'")
    return number


def seconds(flag: str, value: str | None, high: float) -> float | None:
    """`value` as seconds from 0 to `high`. Raises UsageProblem."""
    if value is None:
        return None
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number <= high:
        raise UsageProblem(f"{flag} takes seconds from 0 to {high:.0f}, not '{value}'")
    return number


def pairs(flag: str, values: Iterable[str]) -> list[tuple[str, str]]:
    """Each `name=value` cut in two. Raises UsageProblem."""
    cut = [value.partition("=") for value in values]
    for name, sign, _ in cut:
        if not sign:
            raise UsageProblem(f"{flag} takes name=value, for example ex.scope=3, not '{name}'")
    return [(name.strip(), value.strip()) for name, _, value in cut]


def levels(values: Iterable[str], dimensions: Mapping[str, object]) -> dict[str, int]:
    """`--score` flags as levels by dimension. Raises UnknownChoice or UsageProblem."""
    found: dict[str, int] = {}
    for name, value in pairs("--score", values):
        _known_dimension(name, dimensions)
        if value not in ("1", "2", "3", "4"):
            raise UsageProblem(f"--score {name} takes a level from 1 to 4, not '{value}'")
        found[name] = int(value)
    return found


def quotes(
    values: Iterable[str], scores: Mapping[str, int], dimensions: Mapping[str, object], text: str
) -> dict[str, tuple[str, ...]]:
    """`--quote` flags by dimension; each must stand in `text` and belong to a score.

    Raises UnknownChoice or UsageProblem.
    """
    from tpmprep.domain.text import holds_quote

    found: dict[str, tuple[str, ...]] = {}
    for name, quote in pairs("--quote", values):
        _known_dimension(name, dimensions)
        if name not in scores:
            raise UsageProblem(f"--quote {name} has no score: add --score {name}=N")
        if not holds_quote(text, quote):
            raise UsageProblem(f"--quote {name}: these words are not in the answer: '{quote}'")
        found[name] = (*found.get(name, ()), quote)
    return found


def _known_dimension(name: str, dimensions: Mapping[str, object]) -> None:
    if name not in dimensions:
        raise UnknownChoice("rubric dimension", name, sorted(dimensions))
