"""Questions beside the shipped ones: packs of other people, and the user's own."""

import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from tpmprep.adapters.bank import Pack
from tpmprep.adapters.bankfiles import ENDINGS, MOST_FILES
from tpmprep.adapters.files import create_once, failed, make_folder, read_bounded, reason
from tpmprep.adapters.files import replace_whole as replace_file
from tpmprep.adapters.paths import Home
from tpmprep.adapters.yamlfile import MAX_BYTES
from tpmprep.domain.lint import ID, Checked, Problem
from tpmprep.errors import BadData, NotFound, StorageFailed, TpmprepError, UsageProblem

OWN = "own"
"""The pack of the user's own questions."""

MOST_PACK_BYTES = 20_000_000
DEEPEST = 4


def installed(home: Home) -> list[Pack]:
    """The packs in the data folder, by name."""
    try:
        folders = sorted(path for path in home.banks.iterdir() if path.is_dir())
    except OSError:
        return []
    return [Pack(path.name, path) for path in folders if ID.fullmatch(path.name)]


def pack_at(path: Path) -> Pack:
    """A file or folder as a pack, without installing it. Raises NotFound or UsageProblem."""
    if not path.exists():
        raise NotFound("file or folder", str(path))
    return Pack(_name_of(path), path)


def install(home: Home, path: Path, name: str | None = None) -> tuple[Pack, Checked]:
    """Copy the YAML files at `path` into the data folder, if every question there can be used.

    What was copied is what was checked. Raises NotFound, UsageProblem, CannotCreate,
    StorageFailed; a Checked with problems that bar it means that nothing was installed.
    """
    from tpmprep.adapters.bankcheck import check_files

    if not path.exists() and not path.is_symlink():
        raise NotFound("file or folder", str(path))
    name = name or _name_of(path)
    _require_free(home, name)
    waiting = home.state / "incoming" / name
    shutil.rmtree(waiting, ignore_errors=True)
    try:
        refused = _copied(path, waiting)
        checked = Checked(0, 0, refused) if refused else check_files(waiting, shown_as=path)
        if not checked.barring:
            make_folder(home.banks)
            waiting.rename(home.banks / name)
    except OSError as error:
        raise failed(f"cannot install {path}", error) from error
    finally:
        shutil.rmtree(waiting, ignore_errors=True)
    return Pack(name, home.banks / name), checked


def remove(home: Home, name: str, stamp: str) -> Path:
    """Move a pack to the trash and give its place there. Raises NotFound or StorageFailed."""
    names = [pack.name for pack in installed(home)]
    if name not in names:
        raise NotFound("pack", name, names, "See them with: tpmprep bank stats")
    target = home.trash / "banks" / f"{name}-{stamp}"
    make_folder(target.parent)
    try:
        (home.banks / name).rename(target)
    except OSError as error:
        raise StorageFailed(f"cannot remove {name}: {reason(error)}") from error
    return target


def add_own(home: Home, area: str, entry: str) -> Path:
    """Append the YAML of one entry to the user's own file of an area, and give its path.

    What stands in the file stays as it is. Raises BadData when the file would not be usable with
    the entry, CannotCreate or StorageFailed.
    """
    path = home.banks / OWN / f"{area}.yaml"
    make_folder(path.parent)
    try:
        before = read_bounded(path, MAX_BYTES) if path.exists() else b""
        gap = b"\n" if before.endswith(b"\n") else b"\n\n" if before else b""
        text = before + gap + entry.encode()
        _require_usable(home, path, text)
        if before:
            replace_file(path, text)
        else:
            create_once(path, text)
    except OSError as error:
        raise failed(f"cannot write {path}", error) from error
    return path


def _require_usable(home: Home, path: Path, text: bytes) -> None:
    from tpmprep.adapters.bankcheck import check_files

    trial = home.state / "incoming" / path.name
    make_folder(trial.parent)
    try:
        replace_file(trial, text)
        barring = check_files(trial, shown_as=path).barring
    finally:
        trial.unlink(missing_ok=True)
    if barring:
        first = barring[0]
        raise BadData(f"{first.file}:{first.line}: {first.key}: {first.message}")


def _require_free(home: Home, name: str) -> None:
    if not ID.fullmatch(name):
        raise UsageProblem(f"'{name}' cannot be the name of a pack: use small letters and digits")
    if name == OWN:
        raise UsageProblem("'own' is kept for your own questions: give --name")
    if (home.banks / name).exists():
        hint = f"Remove it first: tpmprep bank remove {name}"
        raise TpmprepError(f"a pack '{name}' is installed already", hint)


def _name_of(path: Path) -> str:
    name = path.resolve().stem.lower().replace(" ", "-") if path.is_file() else path.resolve().name
    return name.lower()


def _copied(path: Path, target: Path) -> list[Problem]:
    """Copy the YAML files at `path`; what must not be in a pack is told and stops it."""
    make_folder(target)
    refused: list[Problem] = []
    total = count = 0
    for source, inside in _walk(path):
        mode = source.lstat().st_mode
        if stat.S_ISLNK(mode) or not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            what = "a link" if stat.S_ISLNK(mode) else "no regular file"
            refused.append(Problem(str(source), 0, "", f"is {what}; a pack holds plain files"))
            continue
        if source.suffix not in ENDINGS or not stat.S_ISREG(mode):
            continue
        count += 1
        try:
            data = read_bounded(source, MAX_BYTES)
        except BadData as error:
            refused.append(Problem(str(source), 0, "", error.message))
            continue
        total += len(data)
        if count > MOST_FILES or total > MOST_PACK_BYTES:
            refused.append(Problem(str(path), 0, "", "is too large for a pack"))
            break
        make_folder((target / inside).parent)
        replace_file(target / inside, data)
    if not refused and not count:
        refused.append(Problem(str(path), 0, "", "holds no YAML file"))
    return refused[:MOST_FILES]


def _walk(path: Path) -> Iterator[tuple[Path, Path]]:
    """Everything at `path` down to DEEPEST, with its place inside; links are not followed."""
    if path.is_symlink() or not path.is_dir():
        yield path, Path(path.name)
        return
    waiting = [(path, Path())]
    while waiting:
        folder, inside = waiting.pop(0)
        for child in sorted(folder.iterdir()):
            yield child, inside / child.name
            if child.is_dir() and not child.is_symlink() and len(inside.parts) + 1 < DEEPEST:
                waiting.append((child, inside / child.name))
