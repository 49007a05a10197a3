"""How far scores can be believed, in words; and the sample answers with their reference."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from tpmprep.domain.calibration import Against, Calibration
from tpmprep.domain.exemplars import Exemplar
from tpmprep.domain.forecasts import FORECAST_FROM, PARTS_FROM, Predictions
from tpmprep.domain.ratings import BIAS_FROM, KAPPA_FROM, Estimate
from tpmprep.domain.rubric import Dimension
from tpmprep.domain.text import clean_line
from tpmprep.ui.layout import commands, grid, indented, stack, text
from tpmprep.ui.theme import ACCENT, Look

if TYPE_CHECKING:
    from rich.console import RenderableType

CLOSE = 0.1
"""A bias under this is none that anybody would notice."""

UNSCORED = ": answers that you have not scored yourself. Score them: tpmprep score ID"
IN_BRACKETS = "A pair is an answer and a second score of it. In brackets: 90% intervals."
NOBODY = (
    "Nobody else has scored an answer of yours yet. People judge themselves too kindly or too "
    "harshly, and cannot tell which without somebody else."
)


def calibration_page(
    found: Calibration, dimensions: Mapping[str, Dimension], look: Look
) -> "RenderableType":
    """Every comparison in words; where the pairs are too few, how many are missing."""
    raters = f", by {', '.join(clean_line(name) for name in found.raters)}" if found.raters else ""
    blocks: list[RenderableType] = [text(("How far your scores can be believed", "bold")), text("")]
    if not found.others.agreement.pairs:
        by = ", ".join(map(clean_line, found.raters))
        blocks += [text(f"Scored by {by}{UNSCORED}" if by else NOBODY), text("")]
    blocks += _against(f"Against others{raters}", "others", found.others, dimensions)
    blocks += _against(
        "Against the reference of sample answers", "the reference", found.reference, dimensions
    )
    blocks += _against(
        "Against yourself, blind, a day or more later",
        "yourself a day later",
        found.later_self,
        dimensions,
    )
    blocks += _predicted("Your chance to pass, said before answering", found.predicted)
    blocks += _predicted("Your chance to pass, said right after", found.felt)
    blocks += _planned(found.planning_bias)
    rows = [
        ("tpmprep share out ID --to FILE.html", "asks somebody else"),
        ("tpmprep calibrate", "scores a sample answer"),
    ]
    if found.others.agreement.bias or found.reference.agreement.bias:
        blocks += [text((IN_BRACKETS, "dim")), text("")]
    return stack(*blocks, commands(rows, look))


def sample(exemplar: Exemplar, prompt: str) -> "RenderableType":
    """A sample answer to be scored: nothing of its reference is told yet."""
    return stack(
        text((f"A sample answer to {exemplar.question}", "dim")),
        text((prompt, "bold")),
        text(""),
        indented(text(exemplar.answer)),
        text(""),
    )


def revealed(
    exemplar: Exemplar, levels: Mapping[str, int], dimensions: Mapping[str, Dimension]
) -> "RenderableType":
    """Your levels beside the reference, and for each the words and the reason."""
    table = grid("Dimension", "Yours", "Reference", "Gap", right=(1, 2))
    blocks: list[RenderableType] = [
        text("\n", (f"Reference: {exemplar.overall} of 4", "bold"), f", {exemplar.label}"),
        indented(table),
        text(""),
    ]
    for reference in exemplar.scores:
        name = _name(reference.dimension, dimensions)
        own = levels[reference.dimension]
        cells = (name, str(own), str(reference.level), gap(own, reference.level))
        table.add_row(*(text(cell) for cell in cells))
        blocks.append(indented(text((f"{name} {reference.level}", "bold"))))
        blocks.append(indented(text((f'"{clean_line(reference.quote)}"', ACCENT)), 4))
        blocks.append(indented(text(reference.reason), 4))
    blocks += [text(""), text(_manner(exemplar))]
    blocks.append(text("\n", ("Now         ", "bold"), "tpmprep review --calibration"))
    return stack(*blocks)


def samples(exemplars: Sequence[Exemplar], scored: Collection[str], look: Look) -> "RenderableType":
    """The sample answers by question. Their levels are not told here."""
    table = grid("Id", "Question", "Scored")
    for exemplar in exemplars:
        mark = look.marks.yes if exemplar.id in scored else look.marks.none
        table.add_row(*(text(cell) for cell in (exemplar.id, exemplar.question, mark)))
    return stack(table, text(""), commands([("tpmprep calibrate --id ID", "scores one")], look))


def gap(own: int, other: int) -> str:
    """The difference in words."""
    if own == other:
        return "the same"
    return f"you {abs(own - other)} {'higher' if own > other else 'lower'}"


def bias_in_words(bias: Estimate, whom: str, on: str = "") -> str:
    """`You score about 0.6 higher than others on ownership`, with the interval."""
    where = f" on {on}" if on else ""
    spread = f"({bias.low:+.1f} to {bias.high:+.1f}, {bias.pairs} pairs)"
    if bias.low == bias.high:  # nothing varies, so nothing can be said of how sure it is
        spread = f"(the same in all {bias.pairs} pairs so far)"
    if abs(bias.value) < CLOSE:
        return f"You score about the same as {whom}{where} {spread}."
    way = "higher" if bias.value > 0 else "lower"
    return f"You score about {abs(bias.value):.1f} {way} than {whom}{where} {spread}."


def _against(
    title: str, whom: str, found: Against, dimensions: Mapping[str, Dimension]
) -> "list[RenderableType]":
    figures = found.agreement
    if not figures.pairs:
        return []
    blocks: list[RenderableType] = [text((title, "bold"), f"  {_pairs(figures.pairs)}")]
    if figures.bias is None:
        return [*blocks, _nothing_yet(figures.pairs), text("")]
    lines = [bias_in_words(figures.bias, whom)]
    lines += [
        bias_in_words(bias, whom, _name(name, dimensions).lower())
        for name, bias in found.bias_by_dimension.items()
        if abs(bias.value) >= 2 * CLOSE
    ]
    if figures.mean_error and figures.within_one:
        within = f"{figures.within_one.value:.0%} of the levels within one"
        lines.append(f"On average {_figure(figures.mean_error)} apart; {within}.")
    if figures.weighted_kappa:
        lines.append(
            f"Agreement beyond chance {_figure(figures.weighted_kappa)} (kappa; 1 is all)."
        )
    elif figures.pairs < KAPPA_FROM:
        lines.append(f"Agreement beyond chance: {_too_few(figures.pairs, KAPPA_FROM)}")
    else:
        lines.append("Agreement beyond chance: not defined, every level is the same.")
    return [*blocks, *(indented(text(line)) for line in lines), text("")]


def _predicted(title: str, found: Predictions) -> "list[RenderableType]":
    if not found.count:
        return []
    blocks: list[RenderableType] = [text((title, "bold"), f"  {_answers(found.count)}")]
    if found.mean_percent is None or found.pass_rate is None:
        return [*blocks, _nothing_yet(found.count), text("")]
    said, did = f"{found.mean_percent:.0f}%", f"{found.pass_rate:.0%}"
    lines = [f"You said {said} on average; by the other levels {did} passed."]
    if found.brier:
        lines.append(f"Brier score {_figure(found.brier)}; 0 is perfect, 0.25 is always 50%.")
    else:
        lines.append(f"Brier score: {_too_few(found.count, FORECAST_FROM)}")
    if parts := found.parts:
        lines.append(
            f"Its parts: reliability {parts.reliability:.2f} (less is better), "
            f"resolution {parts.resolution:.2f} (more is better), "
            f"uncertainty {parts.uncertainty:.2f}, within the bins {parts.remainder:+.2f}."
        )
    elif found.brier:
        lines.append(f"Its parts: {_too_few(found.count, PARTS_FROM)}")
    return [*blocks, *(indented(text(line)) for line in lines), text("")]


def _planned(bias: float | None) -> "list[RenderableType]":
    if bias is None or abs(bias) < CLOSE:
        return []
    way = f"takes {bias:.1f} off" if bias > 0 else f"adds {-bias:.1f} to"
    about = "when it chooses the length to practise next"
    return [text(f"The plan {way} your scores {about}."), text("")]


def _nothing_yet(have: int) -> "RenderableType":
    said = _too_few(have, BIAS_FROM)
    return indented(text(said[:1].upper() + said[1:]))


def _too_few(have: int, need: int) -> str:
    return f"too early to say: from {need} on, you have {have}."


def _figure(estimate: Estimate) -> str:
    return f"{estimate.value:.2f} ({estimate.low:.2f} to {estimate.high:.2f})"


def _pairs(count: int) -> str:
    """A pair is an answer and a second score of it."""
    return "1 pair" if count == 1 else f"{count} pairs"


def _answers(count: int) -> str:
    return "1 answer" if count == 1 else f"{count} answers"


def _name(dimension: str, dimensions: Mapping[str, Dimension]) -> str:
    known = dimensions.get(dimension)
    return known.name if known else dimension


def _manner(exemplar: Exemplar) -> str:
    if exemplar.sounds == exemplar.overall:
        return "Here manner and matter agree."
    way = "better" if exemplar.sounds > exemplar.overall else "worse"
    return (
        f"It sounds {way} than it is: on manner alone listeners tend to give it {exemplar.sounds}."
    )
