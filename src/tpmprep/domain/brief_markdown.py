"""The page for the day as Markdown. What somebody wrote is text in it, and never markup."""

import re

from tpmprep.domain.brief_parts import Brief, Line, Missing, Section
from tpmprep.domain.text import clean_line

_MARKUP = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)|(?<!\S)#|#(?!\S)")
"""What means something anywhere in a line."""

_IN_FRONT = re.compile(r"[-+=](?=[-+=\s]|$)|(\d+)([.)])(?=\s|$)")
"""What means something at the beginning of one."""


def markdown(brief: Brief) -> str:
    """The whole page, with every text in full."""
    parts = [f"# {_shown(brief.role) or 'Interview brief'}"]
    if brief.on:
        parts.append(f"Interview on {brief.on}")
    parts += [_section(section) for section in brief.sections]
    if brief.missing:
        parts.append("\n".join(["## Still missing", "", *map(_missing, brief.missing)]))
    return "\n\n".join([*parts, _shown(brief.foot)]) + "\n"


def _section(section: Section) -> str:
    lines = [_line(line) for line in section.lines] or ["Not written yet."]
    return "\n".join([f"## {section.title}", "", *lines])


def _line(line: Line) -> str:
    """`- **Title** (theme): number; program`, with whatever of it there is."""
    label = f"**{line.label}:** " if line.label else ""
    words = f"**{_shown(line.text)}**" if line.story else _shown(line.text)
    about = "; ".join(_shown(one) for one in (line.number, line.theme, line.program) if one)
    beside = f" ({about})" if about else ""
    return f"- {label}{words}{beside}{' *suggested*' if line.suggested else ''}"


def _missing(lack: Missing) -> str:
    return f"- {_shown(lack.what)}: `{clean_line(lack.command).replace('`', '')}`"


def _shown(text: str) -> str:
    """A text on one line that Markdown shows as it is."""
    escaped = _MARKUP.sub(r"\\\g<0>", clean_line(text))
    front = _IN_FRONT.match(escaped)
    if front is None:
        return escaped
    number, sign = front.groups()
    return f"{number}\\{escaped[len(number) :]}" if sign else f"\\{escaped}"
