"""The page for a mentor as text: its parts, its policy, and hostile data that stays data."""

import base64
import hashlib
import inspect
import re
from dataclasses import dataclass, field, fields, replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sheets import ATTACKS, HOSTILE, KEY, TOKEN, a_hostile_sheet, a_sheet, an_anonymous_sheet
from tpmprep.adapters import html
from tpmprep.adapters.html import mentor_page
from tpmprep.domain.raters import MOST_NAME
from tpmprep.domain.share import MOST_COMMENT, REPLY_SCHEMA, Sheet
from tpmprep.domain.text import clean

OURS = Path(inspect.getfile(html)).with_name("templates")
ELEMENTS = re.findall(
    r"\S+",
    """html head meta title style body header h1 h2 h3 p bdi noscript main section dl div dt dd b
    form fieldset legend label input span textarea button footer script""",
)
ATTRIBUTES = re.findall(
    r"\S+",
    """lang charset http-equiv content name class id dir tabindex hidden for type value checked
    rows maxlength required autocomplete novalidate role aria-labelledby aria-describedby
    aria-hidden data-answer data-dimension data-key data-schema data-token""",
)
EMPTY = {"meta", "input"}


@dataclass
class Seen(HTMLParser):
    """A page as a parser sees it."""

    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    inlined: dict[str, list[str]] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    declared: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element and its attributes."""
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names))
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Elements end in the order they began."""
        assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        """Text, and what stands inside script and style."""
        if self.open and self.open[-1] in ("script", "style"):
            self.inlined.setdefault(self.open[-1], []).append(data)
        else:
            self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        """No comment is expected."""
        self.declared.append(data)

    def handle_decl(self, decl: str) -> None:
        """The document type."""
        self.declared.append(decl)

    def unknown_decl(self, data: str) -> None:
        """CDATA and the like."""
        self.declared.append(data)

    def handle_pi(self, data: str) -> None:
        """Processing instructions."""
        self.declared.append(data)


def seen(sheet: Sheet) -> Seen:
    """The parsed page of `sheet`; all of its elements are closed."""
    parser = Seen()
    parser.feed(mentor_page(sheet))
    parser.close()
    assert [] == parser.open
    return parser


def words(page: Seen) -> str:
    """The text of a page on one line."""
    return " ".join("".join(page.texts).split())


@pytest.mark.parametrize("sheet", [a_sheet(), an_anonymous_sheet(), a_hostile_sheet()])
def test_only_known_elements_and_attributes(sheet: Sheet) -> None:
    """No link, image, frame, address, inline style or event handler, whatever the data says."""
    page = seen(sheet)
    assert {tag for tag, _ in page.tags} <= set(ELEMENTS)
    assert {name for _, attributes in page.tags for name in attributes} <= set(ATTRIBUTES)
    assert ["doctype html"] == page.declared


def test_hostile_texts_add_nothing() -> None:
    """The same elements as on a harmless page of the same shape."""
    attacked = a_hostile_sheet()
    texts = {f.name: "x" for f in fields(Sheet) if isinstance(getattr(attacked, f.name), str)}
    plain = replace(attacked, **texts)  # type: ignore[arg-type]  # only the texts are replaced
    assert [tag for tag, _ in seen(plain).tags] == [tag for tag, _ in seen(attacked).tags]


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_texts_are_shown_as_they_are(attack: str) -> None:
    """Once for every field that shows it; control and direction characters are made visible."""
    page = seen(a_hostile_sheet())
    shown = "".join(page.texts)
    fields_shown = 1 + 6 + 3 + 3 * (2 + 4) + 1  # by, question, parts, dimensions, date
    assert fields_shown == shown.count(clean(attack))
    form = next(attributes for tag, attributes in page.tags if tag == "form")
    assert clean(HOSTILE) == form["data-key"] == form["data-token"]
    source = mentor_page(a_hostile_sheet())
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u2028\u202e\u2066\ud800\U000e0041]", source)
    source.encode()


def test_the_policy_allows_our_two_files_and_nothing_else() -> None:
    """Right after the character set; the hashes are those of what is inlined."""
    page = seen(a_hostile_sheet())
    head = [attributes for tag, attributes in page.tags if tag == "meta"]
    assert {"charset": "utf-8"} == head[0]
    assert "Content-Security-Policy" == head[1]["http-equiv"]
    (css,), (js,) = page.inlined["style"], page.inlined["script"]
    rules = [
        "default-src 'none'",
        f"script-src {digest(js)}",
        f"style-src {digest(css)}",
        "img-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert "; ".join(rules) == head[1]["content"]
    assert {"name": "referrer", "content": "no-referrer"} in head
    assert {"name": "robots", "content": "noindex"} in head


def test_only_our_own_files_are_inlined() -> None:
    """Byte for byte, on every page the same."""
    for sheet in (a_sheet(), a_hostile_sheet()):
        inlined = seen(sheet).inlined
        assert [(OURS / "mentor.css").read_text("utf-8")] == inlined["style"]
        assert [(OURS / "mentor.js").read_text("utf-8")] == inlined["script"]


def test_our_own_files_build_no_markup_and_know_no_address() -> None:
    """Text is set as text, nothing is fetched, and the template trusts no data."""
    js = (OURS / "mentor.js").read_text("utf-8")
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|Function\(", js
    )
    assert not re.search(r"\bfetch\b|XMLHttp|sendBeacon|WebSocket|localStorage|cookie", js)
    template = (OURS / "mentor.html.j2").read_text("utf-8")
    assert not re.search(r"\|\s*safe|autoescape|Markup", template)
    for text in (js, template, (OURS / "mentor.css").read_text("utf-8")):
        assert not re.search(r"https?:|//\w|url\(|@import", text.replace("// ", ""))


def test_it_asks_for_what_a_reply_holds() -> None:
    """Per dimension five radios with "cannot say" chosen; limits and names as the contract has."""
    page = seen(a_sheet())
    inputs = [attributes for tag, attributes in page.tags if tag == "input"]
    for number in (1, 2, 3):
        radios = [i for i in inputs if i.get("name") == f"level-{number}"]
        assert ["1", "2", "3", "4", ""] == [radio["value"] for radio in radios]
        assert [""] == [radio["value"] for radio in radios if "checked" in radio]
    form = next(attributes for tag, attributes in page.tags if tag == "form")
    assert (REPLY_SCHEMA, TOKEN, KEY) == (
        form["data-schema"],
        form["data-token"],
        form["data-key"],
    )
    boxes = [attributes for tag, attributes in page.tags if tag == "textarea"]
    assert {str(MOST_COMMENT)} == {box["maxlength"] for box in boxes}
    assert 3 * 2 + 1 == len(boxes)
    assert str(MOST_NAME) == next(i for i in inputs if i.get("id") == "rater")["maxlength"]


def test_every_reference_has_its_target() -> None:
    """Labels and descriptions point at ids that are there once."""
    page = seen(a_sheet())
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    wanted = {
        attributes[name]
        for _, attributes in page.tags
        for name in ("for", "aria-labelledby", "aria-describedby")
        if name in attributes
    }
    assert wanted <= set(ids)
    assert 1 == sum(tag == "h1" for tag, _ in page.tags)


def test_everything_of_the_sheet_is_on_it() -> None:
    """Question, answer and rubric in full."""
    sheet, shown = a_sheet(), words(seen(a_sheet()))
    texts = [sheet.prompt, sheet.context, sheet.bar, sheet.time, sheet.by, sheet.answered_on]
    texts += [text for part in sheet.parts for text in (part.asked, part.text)]
    for dimension in sheet.dimensions:
        texts += [dimension.name, dimension.looks_at, *dimension.levels.values()]
    assert [] == [text for text in texts if " ".join(text.split()) not in shown]


def test_an_anonymous_page_has_no_name_and_no_date() -> None:
    """It is somebody's; and no share or attempt id is on any page."""
    page = mentor_page(an_anonymous_sheet())
    shown = words(seen(an_anonymous_sheet()))
    assert "Somebody is preparing" in shown
    assert not re.search(r"Ada|Example|November|2026|Answered on|<bdi", page)
    assert "Ada Example is preparing" in words(seen(a_sheet()))


def test_what_is_empty_leaves_no_heading() -> None:
    """No context, bar or time: nothing stands where they would."""
    shown = words(seen(replace(a_sheet(), context="", bar="", time="")))
    assert "good enough" not in shown
    assert "Time:" not in shown


def test_no_score_of_the_candidate_can_be_on_it() -> None:
    """A sheet has no field for one, and the page says that they are left out."""
    assert not [f.name for f in fields(Sheet) if re.search("score|quote|note|guess", f.name)]
    shown = words(seen(a_sheet()))
    assert "The candidate’s own scores are not on this page, on purpose" in shown
    assert not re.search(r"of 4\b(?!:)|[Ss]elf-|scored|average|mean\b|your level", shown)


def test_a_page_is_small() -> None:
    """It goes by mail: under 60 kB, most of it the answer."""
    assert len(mentor_page(a_sheet()).encode()) < 60_000
    assert sum(path.stat().st_size for path in OURS.iterdir()) < 25_000


def digest(text: str) -> str:
    """The source expression that lets a browser take `text`."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
