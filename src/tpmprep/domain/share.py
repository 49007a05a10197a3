"""An answer given to somebody else to score: what they get, and what of theirs is taken back."""

import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from tpmprep.domain.attempt import SELF, Attempt
from tpmprep.domain.raters import rater_name
from tpmprep.domain.rubric import LEVEL_NUMBERS, Dimension
from tpmprep.domain.text import holds_quote

REPLY_SCHEMA = "tpmprep.reply/1"
MOST_COMMENT = 4000
"""Characters of one comment."""
_STRICT: dict[str, Any] = {"extra": "forbid", "strict": True}


@dataclass(frozen=True, slots=True)
class Share:
    """One handing out of one answer. Only a reply that carries its seal is taken.

    `token` names it on the page, `key` (hex) seals the reply. Neither tells whose answer it is.
    """

    id: str
    attempt: str
    token: str
    key: str
    made_at: str
    dimensions: list[str]
    schema: int = 1


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that stands on the page for a mentor. No self-score is among it.

    `by` and `answered_on` are empty on an anonymous page.
    """

    token: str
    key: str
    prompt: str
    context: str
    area: str
    level: str
    bar: str
    """What is good enough at the level of the question; empty where nobody wrote it down."""
    time: str
    """How long it took against the limit, in words."""
    parts: tuple["SheetPart", ...]
    dimensions: tuple[Dimension, ...]
    by: str = ""
    answered_on: str = ""


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One part of the answer; `asked` is what the interviewer said before it, if anything."""

    asked: str
    text: str


def parts_of(attempt: Attempt) -> tuple[SheetPart, ...]:
    """The answer as the mentor reads it: what was assumed, then part by part.

    A part whose words a later one took over is left out, as in the answer itself.
    """
    said = [
        SheetPart("" if segment.kind == "main" else segment.prompt, segment.text)
        for segment in attempt.segments
        if segment.text in attempt.answer or segment.kind != "task"
    ]
    assumed = [SheetPart("", attempt.assumptions)] if attempt.assumptions else []
    parts = [part for part in said if part.text or part.asked]
    return (*assumed, *(parts or [SheetPart("", attempt.answer)]))


@dataclass(frozen=True, slots=True)
class Reply:
    """What comes back. `reply` is drawn by the page, so that the same file counts once."""

    schema: str
    share: str
    reply: str
    rater: str
    scores: dict[str, int]
    seal: str
    quotes: dict[str, str] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    comment: str = ""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT


def sealed_text(reply: Reply) -> str:
    """What the seal is made over: all that the mentor said, in one fixed order.

    The page makes the same text with JSON.stringify: no blanks, only the signs escaped that JSON
    demands, dimensions in the order of their ids.
    """
    rows = [
        [name, reply.scores[name], reply.quotes.get(name, ""), reply.comments.get(name, "")]
        for name in sorted(reply.scores)
    ]
    whole = [reply.schema, reply.share, reply.reply, reply.rater, rows, reply.comment]
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def seal_of(reply: Reply, key: str) -> str:
    """HMAC-SHA256 of the sealed text under the share's key, in hex (RFC 2104)."""
    data = sealed_text(reply).encode("utf-8", "surrogatepass")
    return hmac.new(bytes.fromhex(key), data, "sha256").hexdigest()


def why_refused(reply: Reply, shares: Sequence[Share]) -> str:
    """Why a reply cannot be taken, in words; empty when it can."""
    share = share_of(reply, shares)
    if reply.schema != REPLY_SCHEMA:
        return "it is of a newer or unknown kind"
    if share is None:
        return "it answers a page that was not made here"
    if not hmac.compare_digest(seal_of(reply, share.key).encode(), reply.seal.encode()):
        return "it was changed after the mentor saved it"
    return _why_wrong(reply, share)


def share_of(reply: Reply, shares: Sequence[Share]) -> Share | None:
    """The share that a reply answers, if it is one of ours."""
    return next((share for share in shares if share.token == reply.share), None)


def rater_of(reply: Reply) -> str:
    """The mentor's name as scores are filed under it, never one's own."""
    name = rater_name(reply.rater)
    return "mentor" if name == SELF else name


def quotes_in(reply: Reply, attempt: Attempt) -> dict[str, list[str]]:
    """The mentor's quotes that do stand in the answer."""
    scored = {name: quote for name, quote in reply.quotes.items() if name in reply.scores}
    return {n: [quote] for n, quote in scored.items() if holds_quote(attempt.answer, quote)}


def comments_in(reply: Reply, attempt: Attempt) -> dict[str, str]:
    """The mentor's comments; a quote that does not stand in the answer is kept among them."""
    found = quotes_in(reply, attempt)
    loose = {n: f"“{q}”" for n, q in reply.quotes.items() if q.strip() and n not in found}
    said = {n: text for n, text in reply.comments.items() if text.strip()}
    names = [name for name in (*reply.scores, *loose, *said) if name in loose or name in said]
    return {n: " ".join(filter(None, [loose.get(n, ""), said.get(n, "")])) for n in names}


def _why_wrong(reply: Reply, share: Share) -> str:
    if not reply.reply:
        return "it is not whole"
    if not rater_name(reply.rater):
        return "it does not say who scored"
    if not reply.scores:
        return "it holds no score"
    if not all(name in share.dimensions for name in reply.scores):
        return "it scores what was not on the page"
    if not all(level in LEVEL_NUMBERS for level in reply.scores.values()):
        return "a level is not 1 to 4"
    said = [reply.comment, *reply.comments.values(), *reply.quotes.values()]
    if any(len(text) > MOST_COMMENT for text in said):
        return "a comment is too long"
    if not {*reply.quotes, *reply.comments} <= {*share.dimensions}:
        return "it comments on what was not on the page"
    return ""
