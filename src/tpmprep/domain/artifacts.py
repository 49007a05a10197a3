"""The artefacts of a program as data: what each must change, its parts, and its empty page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, Literal

from tpmprep.domain.artifact_text import bare, plain
from tpmprep.domain.text import in_a_sentence

Shape = Literal["sections", "rows"]
Kind = Literal["text", "owner", "sign", "number"]
_STRICT: dict[str, Any] = {"extra": "forbid"}

BAR = "\\|"
EXAMPLE = "Example:"
PLACEHOLDER = "…"
EMPTY_ROWS = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A column or section. `names` are other words for it; `why` is what its absence does.

    `kind`: an owner is a person; a sign can be seen; a number has a figure in it. Not `needed`:
    without it the paper still works, and its absence is only a remark.
    """

    id: str
    title: str
    ask: str
    example: str
    why: str
    names: tuple[str, ...] = ()
    kind: Kind = "text"
    needed: bool = True

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT


@dataclass(frozen=True)
class Artifact:
    """One of the papers. `one` and `many` are the words for what it lists, or for the paper.

    `named` are the words by which a title or a heading names it. Of rows, the first part says
    which row it is.
    """

    id: str
    title: str
    one: str
    many: str
    named: tuple[str, ...]
    shape: Shape
    changes: str
    parts: tuple[Piece, ...]

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT

    @property
    def needed(self) -> tuple[Piece, ...]:
        """The parts without which it changes nothing."""
        return tuple(part for part in self.parts if part.needed)

    @cached_property
    def by_name(self) -> Mapping[str, str]:
        """The id of a part by every name it has, as `plain` gives names."""
        return {
            plain(name): part.id
            for part in self.parts
            for name in (*part.names, part.title, part.id)
        }

    def is_named(self, title: str) -> bool:
        """Whether a title or heading names this paper."""
        words = f" {plain(title)} "
        return any(name in words for name in self._named)

    @cached_property
    def _named(self) -> tuple[str, ...]:
        return tuple(f" {plain(name)} " for name in self.named)


@dataclass(frozen=True)
class Rules:
    """The papers, and the words that fill a place without saying anything.

    `missing` anywhere, `nobody` where a person should stand; `signs` begin the words of what can
    be seen.
    """

    missing: tuple[str, ...]
    nobody: tuple[str, ...]
    signs: tuple[str, ...]
    artifacts: tuple[Artifact, ...]

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT

    @property
    def by_id(self) -> dict[str, Artifact]:
        """The papers by their names on the command line."""
        return {artifact.id: artifact for artifact in self.artifacts}

    @cached_property
    def prompts(self) -> frozenset[str]:
        """What empty pages say by themselves, as `plain` gives it: no words of the user's."""
        parts = [part for artifact in self.artifacts for part in artifact.parts]
        asks = [text for part in parts for text in (part.ask, prompt(part))]
        return frozenset(map(plain, [*asks, *map(must_change, self.artifacts)]))

    def of(self, shape: Shape) -> tuple[Artifact, ...]:
        """The papers of a shape."""
        return tuple(artifact for artifact in self.artifacts if artifact.shape == shape)


def is_example(text: str) -> bool:
    """Whether a line or a cell is marked as the example of the empty page."""
    return bare(text[:40]).lower().lstrip("( ").startswith("example:")


def prompt(part: Piece) -> str:
    """What to write in a column, in a line above the table."""
    return f"{part.title}: {in_a_sentence(part.ask)}"


def must_change(artifact: Artifact) -> str:
    """The first line of the page: what the paper must change in what people do."""
    return f"What this must change: {in_a_sentence(artifact.changes)}"


def template(artifact: Artifact) -> str:
    """The empty page, in Markdown: what it must change, short prompts, one example to replace."""
    blocks = [f"# {artifact.title}", f"> {must_change(artifact)}"]
    if artifact.shape == "sections":
        for part in artifact.parts:
            blocks += [f"## {part.title}", f"_{part.ask}_", f"{EXAMPLE} {part.example}"]
            blocks.append(PLACEHOLDER)
    else:
        blocks.append("\n".join(f"- _{prompt(part)}_" for part in artifact.parts))
        blocks.append(_table(artifact.parts))
    return "\n\n".join(blocks) + "\n"


def _table(parts: Sequence[Piece]) -> str:
    first, *others = [part.example for part in parts]
    rows = [[part.title for part in parts], ["---"] * len(parts)]
    rows += [[f"{EXAMPLE} {first}", *others], *[[PLACEHOLDER] * len(parts)] * EMPTY_ROWS]
    cut = (" | ".join(cell.replace("|", BAR) for cell in row) for row in rows)
    return "\n".join(f"| {row} |" for row in cut)
