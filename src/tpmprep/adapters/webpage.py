"""One HTML file that asks for nothing else: our template, style and script, and data as text."""

import base64
import hashlib
from importlib.resources import files
from typing import Any

from tpmprep.domain.text import clean


def filled(name: str, *, has_script: bool = False, **values: Any) -> str:
    """The page `name`.html.j2 with `name`.css and `name`.js inlined.

    Whatever `values` hold, it is shown and never obeyed. The template gets `css`, `js` and
    `policy` beside the values.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    css, js = _ours(f"{name}.css"), _ours(f"{name}.js") if has_script else ""
    environment = Environment(
        loader=PackageLoader("tpmprep.adapters"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
    )
    return environment.get_template(f"{name}.html.j2").render(
        css=Markup(css),  # noqa: S704  # a file of this package
        js=Markup(js),  # noqa: S704  # a file of this package
        policy=_policy(css, js),
        **values,
    )


def _ours(name: str) -> str:
    return (files("tpmprep.adapters") / "templates" / name).read_text("utf-8")


def _shown(value: object) -> object:
    """What the template writes for `value`: every text but our own files is cleaned."""
    is_ours = hasattr(value, "__html__")  # as Markup has
    return clean(value) if isinstance(value, str) and not is_ours else value


def _policy(css: str, js: str) -> str:
    """The browser runs and applies these very texts, and loads nothing at all."""
    rules = {
        "default-src": "'none'",
        "script-src": _hash(js) if js else "'none'",
        "style-src": _hash(css),
        "img-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
