"""Text that somebody hands in: out of a file or through a pipe, bounded and in UTF-8."""

from pathlib import Path

from tpmprep.adapters.files import reason
from tpmprep.cli.env import Env
from tpmprep.errors import BadData, NotFound, StorageFailed

MOST_BYTES = 1_000_000


def text_from(env: Env, source: str, what: str) -> str:
    """The text in the file `source`, or what waits in the pipe for `-`; without its last line end.

    Raises NotFound, BadData (too long; a file that is not UTF-8) or StorageFailed.
    """
    text = _from_input(env, what) if source == "-" else _from_file(source)
    return text.removesuffix("\n").removesuffix("\r")


def _from_input(env: Env, what: str) -> str:
    if env.stdin is None:
        return ""
    text = env.stdin.read(MOST_BYTES + 1)
    if len(text) > MOST_BYTES:
        raise BadData(f"the {what} is longer than {MOST_BYTES:,} characters")
    return text


def _from_file(name: str) -> str:
    try:
        with Path(name).expanduser().open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise BadData(f"{name} is longer than {MOST_BYTES:,} bytes")
        return data.decode("utf-8-sig")
    except FileNotFoundError as error:
        raise NotFound("file", name) from error
    except UnicodeDecodeError as error:
        raise BadData(f"{name} is not UTF-8 text") from error
    except OSError as error:
        raise StorageFailed(f"cannot read {name}: {reason(error)}") from error
