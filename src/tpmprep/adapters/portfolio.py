"""One's own programs, stories and notes: YAML files that may be edited by hand, checked like packs.

What is wrong with a file is a list of Problems; the file stays as it is, and the rest is used.
"""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from tpmprep.adapters import schema
from tpmprep.adapters.bankfiles import ENDINGS
from tpmprep.adapters.files import (
    create_once,
    failed,
    make_folder,
    read_bounded,
    reason,
    replace_whole,
)
from tpmprep.adapters.paths import Home
from tpmprep.adapters.yamlfile import MAX_BYTES, Tree, YamlProblem, read_yaml
from tpmprep.adapters.yamlwrite import document_yaml
from tpmprep.domain.lint import Finding, Problem
from tpmprep.domain.notes import Notes
from tpmprep.domain.own_files import check_notes, check_program, check_story, unknown_program
from tpmprep.domain.portfolio import Portfolio
from tpmprep.domain.program import Program
from tpmprep.domain.story import Story
from tpmprep.errors import BadData, NotFound, StorageFailed, UsageProblem

T = TypeVar("T", Program, Story)
MOST_FILES = 500
LONGEST_ID = 24
"""An id is typed: it takes the first words of a title, as far as they fit."""
KINDS: dict[str, Any] = {"program": Program, "story": Story}
CHECKS: dict[str, Any] = {"program": check_program, "story": check_story}


@dataclass(frozen=True, slots=True)
class Shelf:
    """The portfolio, the file of each entry, and what is wrong with the files."""

    portfolio: Portfolio
    files: dict[str, Path] = field(default_factory=dict)
    """By kind and id, for example `story/sign-in`."""
    problems: list[Problem] = field(default_factory=list)

    def file_of(self, kind: str, entry_id: str) -> Path:
        """The file of a program or story, also one that cannot be read. Raises NotFound."""
        return self.files[f"{kind}/{self.id_of(kind, entry_id)}"]

    def id_of(self, kind: str, begun: str) -> str:
        """The whole id that `begun` is, or is the unmistakable beginning of.

        Raises NotFound, or UsageProblem when several begin like this.
        """
        known = [name.partition("/")[2] for name in self.files if name.startswith(f"{kind}/")]
        meant = [name for name in known if begun and name.startswith(begun)]
        if begun in known:
            return begun
        if len(meant) > 1:
            told = f"{len(meant)} of them begin with '{begun}': {', '.join(sorted(meant)[:3])}"
            raise UsageProblem(told, f"See them with: {LISTS[kind]}")
        if not meant:
            raise NotFound(kind, begun, known, f"See them with: {LISTS[kind]}")
        return meant[0]


LISTS = {"program": "tpmprep story program list", "story": "tpmprep story list"}
ADDS = {"program": "tpmprep story program add", "story": "tpmprep story add"}


def load_shelf(home: Home) -> Shelf:
    """Everything of one's own that can be read."""
    files: dict[str, Path] = {}
    problems: list[Problem] = []
    programs = _read_all(home.programs, "program", check_program, files, problems)
    stories = _read_all(home.stories, "story", check_story, files, problems)
    notes, wrong = notes_at(home.notes)
    problems += wrong
    for story in stories.values():
        told = unknown_program(story, programs)
        if told is not None and f"program/{story.program}" not in files:
            problems.append(remark(files[f"story/{story.id}"], told))
    return Shelf(Portfolio(programs, stories, notes), files, problems)


def remark(path: Path, finding: Finding) -> Problem:
    """Something about a file that can be used all the same."""
    line, key = schema.place(_tree(path)[0] or Tree({}), finding.path)
    return Problem(str(path), line, key, finding.message, False)


def check_file(path: Path, kind: str) -> list[Problem]:
    """What is wrong with one file of a kind (`program`, `story` or `notes`)."""
    return notes_at(path)[1] if kind == "notes" else _one(path, KINDS[kind], CHECKS[kind])[1]


def check_draft(draft: Path, kind: str, path: Path) -> list[Problem]:
    """What is wrong with a text that is to stand in place of the file at `path`."""
    problems = check_file(draft, kind)
    if problems or kind == "notes":
        return problems
    tree = read_yaml(draft)
    owner = _owners(path.parent, but=path).get(tree.value["id"])
    if owner is None:
        return []
    return [_taken(draft, tree, owner)]


def save_new(folder: Path, kind: str, document: dict[str, Any], today: date) -> tuple[Any, Path]:
    """Write a new program or story, never over another file, and give it with its place.

    `document` holds its keys without the id, which is made of `name` or `title`.
    Raises BadData when the file would be refused, CannotCreate or StorageFailed.
    """
    make_folder(folder)
    stem = id_of(str(document.get("title") or document.get("name") or kind))
    taken = {path.stem for path in _yaml_in(folder)} | set(_owners(folder))
    name = next(n for n in _names(stem) if n not in taken)
    value, wrong = schema.parse(KINDS[kind], {"id": name, **document, "added": today.isoformat()})
    wrong = wrong or CHECKS[kind](value)
    if wrong:
        key = ".".join(step for step in wrong[0].path if isinstance(step, str))
        hint = f"Give it anew: {ADDS[kind]} --set {key}=..." if key else ""
        message = f"{key}: {wrong[0].message}" if key else wrong[0].message
        raise BadData(f"cannot save this {kind}: {message}", hint)
    path = folder / f"{name}.yaml"
    try:
        create_once(path, document_yaml(asdict(value)).encode())
    except OSError as error:
        raise StorageFailed(f"could not save your {kind}: {reason(error)}") from error
    return value, path


def replaced(path: Path, text: bytes) -> None:
    """Put an edited text in place of a file. Raises StorageFailed."""
    try:
        replace_whole(path, text)
    except OSError as error:
        raise failed(f"cannot write {path}", error) from error


def text_of(path: Path) -> bytes:
    """The bytes of a file of one's own, for the editor. Raises BadData or StorageFailed."""
    try:
        return read_bounded(path, MAX_BYTES)
    except OSError as error:
        raise failed(f"cannot read {path}", error) from error


def trash(home: Home, path: Path, stamp: str) -> Path:
    """Move a file of one's own to the trash and give its place there."""
    folder = home.trash / path.parent.name
    make_folder(folder)
    target = unused(folder / f"{path.stem}-{stamp}{path.suffix}")
    try:
        path.rename(target)
    except OSError as error:
        raise failed(f"cannot remove {path}", error) from error
    return target


def unused(path: Path) -> Path:
    """`path`, or one beside it that does not exist yet: what is in the trash is never replaced."""
    names = (path.with_name(f"{name}{path.suffix}") for name in _names(path.stem))
    return next(place for place in names if not place.exists())


def id_of(title: str) -> str:
    """A file name and id out of a title: small letters, digits and hyphens."""
    from unicodedata import normalize

    plain = normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = "".join(sign if sign.isalnum() else " " for sign in plain).split()
    name = ""
    for word in words:
        if len(name) + len(word) >= LONGEST_ID:
            break
        name += f"-{word}" if name else word
    return name or "".join(words)[:LONGEST_ID] or "own"


def _names(stem: str) -> Iterable[str]:
    yield stem
    yield from (f"{stem}-{n}" for n in range(2, MOST_FILES + 2))


def _read_all(
    folder: Path,
    kind: str,
    check: Callable[[Any], list[Finding]],
    files: dict[str, Path],
    problems: list[Problem],
) -> dict[str, Any]:
    """The entries of a folder by id, those that were added first in front."""
    found: dict[str, Any] = {}
    for path in _yaml_in(folder):
        value, wrong = _one(path, KINDS[kind], check)
        if value is not None and value.id in found:
            owner = files[f"{kind}/{value.id}"].name
            wrong = [_taken(path, _tree(path)[0] or Tree({}), owner)]
        if wrong:
            files.setdefault(f"{kind}/{path.stem}", path)
        else:
            found[value.id] = value
            files[f"{kind}/{value.id}"] = path
        problems += wrong
    return dict(sorted(found.items(), key=lambda item: (item[1].added, item[0])))


def _taken(path: Path, tree: Tree, owner: str) -> Problem:
    line, key = schema.place(tree, ("id",))
    return Problem(str(path), line, key, f"'{tree.value.get('id')}' is taken by {owner}")


def _owners(folder: Path, but: Path | None = None) -> dict[str, str]:
    """The names of the files of a folder by the ids that stand in them."""
    found: dict[str, str] = {}
    for path in _yaml_in(folder):
        tree, _ = _tree(path)
        if path != but and tree is not None and isinstance(tree.value, dict):
            found.setdefault(str(tree.value.get("id")), path.name)
    return found


def _yaml_in(folder: Path) -> list[Path]:
    """The YAML files of a folder; none of its folders, and links are refused when read."""
    try:
        names = sorted(path for path in folder.iterdir() if path.suffix in ENDINGS)
    except OSError:
        return []
    return [path for path in names if not path.name.startswith(".")][:MOST_FILES]


def notes_at(path: Path) -> tuple[Notes, list[Problem]]:
    """The notes in a file, empty ones without a file, and what is wrong with it."""
    if not path.exists() and not path.is_symlink():
        return Notes(), []
    notes, problems = _one(path, Notes, check_notes)
    return notes or Notes(), problems


def _one(path: Path, kind: Any, check: Callable[[Any], list[Finding]]) -> tuple[Any, list[Problem]]:
    """The value of a file, or None with what is wrong with it."""
    tree, problems = _tree(path)
    if tree is None:
        return None, problems
    value, findings = schema.parse(kind, _filled_keys(tree.value))
    if value is not None:
        findings = check(value)
    told = []
    for finding in findings[: schema.MOST_PROBLEMS]:
        line, key = schema.place(tree, finding.path)
        told.append(Problem(str(path), line, key, finding.message))
    return (None if told else value), told


def _tree(path: Path) -> tuple[Tree | None, list[Problem]]:
    try:
        return read_yaml(path), []
    except YamlProblem as error:
        return None, [Problem(str(path), error.line, "", error.message)]


def _filled_keys(value: Any) -> Any:
    """A document without the keys that were left blank: they mean that nothing was written yet."""
    if not isinstance(value, dict):
        return value
    return {key: _filled_keys(item) for key, item in value.items() if item != ""}
