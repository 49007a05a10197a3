"""Where things live: the user's folders and the shipped bank."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Home:
    """The user's folders. `data` may be synced, `state` never, `cache` may be deleted."""

    data: Path
    state: Path
    cache: Path

    @property
    def attempts(self) -> Path:
        """One write-once JSON file per attempt, in a folder per month."""
        return self.data / "attempts"

    @property
    def scores(self) -> Path:
        """Later scores, filed like attempts."""
        return self.data / "scores"

    @property
    def shares(self) -> Path:
        """What each page for a mentor was made of, filed like attempts."""
        return self.data / "shares"

    @property
    def mocks(self) -> Path:
        """What each finished mock said, filed like attempts."""
        return self.data / "mocks"

    @property
    def banks(self) -> Path:
        """Packs of questions, a folder each; the user's own is called `own`."""
        return self.data / "banks"

    @property
    def trash(self) -> Path:
        """What was removed; nothing is deleted."""
        return self.data / "trash"

    @property
    def plan(self) -> Path:
        """What the user decided about the plan."""
        return self.data / "plan.json"

    @property
    def programs(self) -> Path:
        """The inventory: one YAML file per program, to be edited by hand too."""
        return self.data / "programs"

    @property
    def stories(self) -> Path:
        """One YAML file per story."""
        return self.data / "stories"

    @property
    def notes(self) -> Path:
        """Risks, level story, close and questions for the day itself."""
        return self.data / "brief.yaml"

    @property
    def rounds(self) -> Path:
        """What real interviews were like, filed like attempts."""
        return self.data / "rounds"

    @property
    def outcomes(self) -> Path:
        """How real interviews ended, filed like attempts; the newest of a round counts."""
        return self.data / "outcomes"

    @property
    def forms(self) -> Path:
        """Answers to forms that are not finished."""
        return self.state / "forms"

    @property
    def drafts(self) -> Path:
        """Unfinished answers."""
        return self.state / "drafts"

    @property
    def sittings(self) -> Path:
        """Ladders and mocks that are not finished."""
        return self.state / "sittings"

    @property
    def log(self) -> Path:
        """Reports of our own bugs; never what was typed."""
        return self.state / "log"


def find_home(environ: Mapping[str, str]) -> Home:
    """The folders: below TPMPREP_HOME when it is set, else the platform's user folders."""
    root = environ.get("TPMPREP_HOME")
    if root:
        base = Path(root).expanduser().absolute()
        return Home(base / "data", base / "state", base / "cache")
    from platformdirs import PlatformDirs

    dirs = PlatformDirs("tpmprep", appauthor=False)
    return Home(dirs.user_data_path, dirs.user_state_path, dirs.user_cache_path)


def for_people(path: Path, environ: Mapping[str, str]) -> str:
    """`path` as people write it: `~` for the home folder, so that it fits on a line."""
    home = environ.get("HOME") or environ.get("USERPROFILE")
    if home and path.is_relative_to(home):
        return str(Path("~") / path.relative_to(home))
    return str(path)


def shipped_bank() -> Path:
    """The folder that holds `questions` and `rubrics`.

    In an installed wheel that is `_bank` inside the package, in a checkout the repository itself.
    Raises FileNotFoundError when neither is there.
    """
    packaged = PACKAGE / "_bank"
    if packaged.is_dir():
        return packaged
    checkout = PACKAGE.parents[1]
    if (checkout / "questions").is_dir():
        return checkout
    raise FileNotFoundError(packaged)


def content_dir() -> Path:
    """The guide's own data: the plan and the prompts about one's own work."""
    return PACKAGE / "content"
