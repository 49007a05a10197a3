"""JSON as our records use it: strict on the way in, plain UTF-8 on the way out."""

import json
import math
from typing import Any

from tpmprep.errors import BadData


def load(data: bytes) -> dict[str, Any]:
    """The object in `data`. Raises BadData in words when it is anything else."""
    if not data:
        raise BadData("it is empty")
    if b"\x00" in data[:4096]:
        raise BadData("it holds zero bytes, as after a power cut")
    if data.startswith((b"<<<<<<<", b"=======")) or b"\n<<<<<<< " in data:
        raise BadData("it holds the marks of an unfinished merge")
    try:
        doc = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_no_twins,
            parse_constant=_no_constant,
            parse_float=_finite,
        )
    except BadData:
        raise
    except UnicodeDecodeError as error:
        raise BadData("it is not UTF-8 text") from error
    except RecursionError as error:
        raise BadData("it is nested too deep") from error
    except ValueError as error:
        raise BadData("it is not complete JSON") from error
    if not isinstance(doc, dict):
        raise BadData("it is not a JSON object")
    return doc


def dump(doc: object) -> bytes:
    """`doc` as readable UTF-8 JSON with a final line end. Raises ValueError for NaN."""
    text = json.dumps(doc, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    return text.encode("utf-8", "backslashreplace")


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    doc = dict(pairs)
    if len(doc) != len(pairs):
        raise BadData("a key appears twice")
    return doc


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise BadData("it holds a number without bounds")
    return number


def _no_constant(name: str) -> Any:
    raise BadData(f"it holds {name}")
