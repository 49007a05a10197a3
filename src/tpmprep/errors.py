"""Every failure a user can meet: one class per fact, with a code, an exit code and a hint."""

from collections.abc import Sequence
from typing import ClassVar


class TpmprepError(Exception):
    """Something went wrong that the user can understand and act on.

    `code` is stable for scripts, `exit_code` ends the process, `hint` says what to do next.
    `is_fault` is off for what the user did on purpose.
    """

    code: ClassVar[str] = "error"
    exit_code: ClassVar[int] = 1
    is_fault: ClassVar[bool] = True

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageProblem(TpmprepError):
    """The command line asks for something that does not exist or does not fit together."""

    code, exit_code = "usage", 2


class UnknownChoice(UsageProblem):
    """A value outside a fixed list, such as an area or a format."""

    code = "unknown_choice"

    def __init__(self, what: str, value: str, allowed: Sequence[str]) -> None:
        near = closest(value, allowed)
        guess = f" Did you mean '{near[0]}'?" if near else ""
        super().__init__(f"there is no {what} '{value}'.{guess} Allowed: {', '.join(allowed)}")


class NeedsInput(UsageProblem):
    """A prompt would be needed, but prompting is off or impossible."""

    code = "needs_input"


class NotFound(TpmprepError):
    """A named thing (question, attempt, task, file) does not exist."""

    exit_code = 66

    def __init__(self, what: str, name: str, known: Sequence[str] = (), hint: str = "") -> None:
        self.what = what
        near = closest(name, known)
        guess = f" Did you mean {' or '.join(near)}?" if near else ""
        super().__init__(f"there is no {what} '{name}'.{guess}", hint)

    @property
    def code(self) -> str:  # type: ignore[override]  # one class, a stable code per kind of thing
        """`question_not_found`, `attempt_not_found` and so on."""
        return f"{self.what.replace(' ', '_')}_not_found"


class NoDraft(TpmprepError):
    """There is no unfinished answer to go on with."""

    code, exit_code = "draft_not_found", 66


class NothingFits(TpmprepError):
    """Filters that leave nothing to choose from."""

    code, exit_code = "question_not_found", 66


class BadData(TpmprepError):
    """A file holds something that cannot be used."""

    code, exit_code = "bad_data", 65


class CannotCreate(TpmprepError):
    """A folder or file of ours cannot be made where it belongs."""

    code, exit_code = "cannot_create", 73


class StorageFailed(TpmprepError):
    """Reading or writing failed: disk full, read-only, denied, broken."""

    code, exit_code = "storage_failed", 74


class Busy(TpmprepError):
    """Another terminal is using this right now."""

    code, exit_code = "busy", 75


NOTHING_SAVED = "Stopped. Nothing was written, nothing was saved."
"""What to say when somebody stops before there is anything to keep."""


class Interrupted(TpmprepError):
    """The user stopped with Ctrl-C; everything typed is kept."""

    code, exit_code = "interrupted", 130
    is_fault = False


class KilledBySignal(BaseException):
    """A signal asked the program to end; the process must die of that same signal.

    Not an `Exception`: no handler on the way may swallow it.
    """

    def __init__(self, signum: int) -> None:
        super().__init__(signum)
        self.signum = signum


def closest(word: str, known: Sequence[str], most: int = 3) -> list[str]:
    """Up to `most` known names that look like `word`, best first."""
    from difflib import get_close_matches

    return get_close_matches(word, known, n=most, cutoff=0.6)
