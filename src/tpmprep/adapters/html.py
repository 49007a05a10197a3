"""The page for a mentor: one HTML file that asks for nothing else and sends nothing."""

import base64
import hashlib
from importlib.resources import files

from tpmprep.domain.raters import MOST_NAME
from tpmprep.domain.rubric import LEVEL_NUMBERS
from tpmprep.domain.share import MOST_COMMENT, REPLY_SCHEMA, Sheet
from tpmprep.domain.text import clean


def mentor_page(sheet: Sheet) -> str:
    """The whole page. Whatever the texts of `sheet` hold, they are shown and never obeyed."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    css, js = _ours("mentor.css"), _ours("mentor.js")
    environment = Environment(
        loader=PackageLoader("tpmprep.adapters"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
    )
    return environment.get_template("mentor.html.j2").render(
        sheet=sheet,
        schema=REPLY_SCHEMA,
        levels=LEVEL_NUMBERS,
        most_name=MOST_NAME,
        most_comment=MOST_COMMENT,
        policy=_policy(css, js),
        css=Markup(css),  # noqa: S704  # a file of this package
        js=Markup(js),  # noqa: S704  # a file of this package
    )


def _ours(name: str) -> str:
    return (files("tpmprep.adapters") / "templates" / name).read_text("utf-8")


def _shown(value: object) -> object:
    """What the template writes for `value`: every text but our own two files is cleaned."""
    is_ours = hasattr(value, "__html__")  # as Markup has
    return clean(value) if isinstance(value, str) and not is_ours else value


def _policy(css: str, js: str) -> str:
    """The browser runs and applies these very two texts, and loads nothing at all."""
    rules = {
        "default-src": "'none'",
        "script-src": _hash(js),
        "style-src": _hash(css),
        "img-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
