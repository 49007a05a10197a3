"""An answer that is given to a mentor, and the scores that come back."""

import json
import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from inside import tpmprep
from program import ANSWER, data_of, save_one
from tpmprep.domain.share import REPLY_SCHEMA, Reply, seal_of

if TYPE_CHECKING:
    import subprocess

FLAGS = ("--score", "ex.control=3", "--score", "dl.concision=2", "--next", "Lead with the claim.")


def records(home: Path) -> list[dict[str, Any]]:
    """The later scores on disk, oldest first."""
    found = [json.loads(path.read_text("utf-8")) for path in (home / "data/scores").rglob("*.json")]
    return sorted(found, key=lambda record: str(record["scored_at"]))


def shares(home: Path) -> list[dict[str, Any]]:
    """The shares on disk."""
    return [json.loads(path.read_text("utf-8")) for path in (home / "data/shares").rglob("*.json")]


def reply_to(share: dict[str, Any], **changes: Any) -> Reply:
    """What a mentor's page would save for this share: sealed with its key."""
    reply = Reply(
        schema=REPLY_SCHEMA,
        share=share["token"],
        reply="00112233445566ff",
        rater="Grace Mentor",
        scores={"ex.control": 2, "dl.concision": 3},
        seal="",
        quotes={"ex.control": "a threshold and an owner", "dl.concision": "a paraphrase"},
        comments={"ex.control": "Which threshold?"},
        comment="Good bones.\nAdd a figure.",
    )
    reply = replace(reply, **changes)
    return replace(reply, seal=seal_of(reply, share["key"]))


def saved(folder: Path, reply: Reply, **changes: Any) -> str:
    """The file of a reply; `changes` are made by hand, under the old seal."""
    path = folder / "tpmprep-scores.json"
    path.write_text(json.dumps({**asdict(reply), **changes}), "utf-8")
    return str(path)


def refused(run: "subprocess.CompletedProcess[str]", codes: tuple[int, ...], words: str) -> None:
    """Refused in one line that holds these words; a hint may follow."""
    first, *hints = run.stderr.splitlines()
    assert run.returncode in codes
    assert "" == run.stdout
    assert first.startswith("error: ")
    assert words in first
    assert all(line.startswith("       ") for line in hints)


@pytest.fixture
def handed(home: Path, tmp_path: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """An answer that was scored and handed out, and its share."""
    attempt = save_one(home, *FLAGS)
    data_of(
        tpmprep(home, "share", "out", attempt["id"], "--to", str(tmp_path / "a.html"), "--json")
    )
    (share,) = shares(home)
    return attempt, share


@pytest.fixture
def no_umask() -> Iterator[None]:
    """A shell that takes no right away from new files."""
    before = os.umask(0)
    yield
    os.umask(before)


def test_a_page_with_a_name(home: Path, tmp_path: Path) -> None:
    """Question, answer, name and date; nothing of one's own scores."""
    attempt = save_one(home, *FLAGS)
    page = tmp_path / "answer.html"
    arguments = ("share", "out", attempt["id"][:20], "--to", str(page), "--name", "Ada Example")
    run = tpmprep(home, *arguments)
    assert (0, "") == (run.returncode, run.stderr)
    assert str(page) in "".join(run.stdout.split())
    html = page.read_text("utf-8")
    began = datetime.fromisoformat(attempt["started_at"]).astimezone()
    for words in (ANSWER, "Ada Example", f"{began:%d %B %Y}", attempt["question"]["prompt"]):
        assert words in html
    for words in (attempt["id"], "Lead with the claim", "unsupported"):
        assert words not in html
    (share,) = shares(home)
    assert attempt["id"] == share["attempt"]
    assert share["token"] in html


def test_an_anonymous_page_tells_nobody(home: Path, tmp_path: Path) -> None:
    """No name, no date, no attempt, no folder; and a name beside it is a contradiction."""
    attempt = save_one(home, *FLAGS)
    page = tmp_path / "answer.html"
    arguments = ("share", "out", attempt["id"], "--to", str(page), "--anonymous")
    data = data_of(tpmprep(home, *arguments, "--json"))
    kept = shares(home)[0]["id"]
    assert {"share": kept, "attempt": attempt["id"], "path": str(page)} == data
    html = page.read_text("utf-8")
    began = datetime.fromisoformat(attempt["started_at"]).astimezone()
    for words in (
        attempt["id"],
        shares(home)[0]["id"],
        str(home),
        f"{began:%B %Y}",
        f"{began:%Y-%m}",
    ):
        assert words not in html
    assert "Example" not in html
    both = (*arguments[:3], "--to", str(tmp_path / "b.html"), "--anonymous", "--name", "Ada")
    refused(tpmprep(home, *both), (2,), "--anonymous and --name do not go together")
    assert not (tmp_path / "b.html").exists()


def test_a_page_takes_no_file_away(home: Path, tmp_path: Path) -> None:
    """Neither a file, nor a folder, nor a link that leads nowhere; unknown answers are told."""
    attempt = save_one(home)
    taken, link = tmp_path / "mine.html", tmp_path / "link.html"
    taken.write_text("mine", "utf-8")
    link.symlink_to(tmp_path / "nowhere.html")
    for to in (taken, tmp_path):
        run = tpmprep(home, "share", "out", attempt["id"], "--to", str(to))
        refused(run, (73,), "is there already; nothing was written over it")
    assert [] == shares(home)
    refused(tpmprep(home, "share", "out", attempt["id"], "--to", str(link)), (73,), "cannot write")
    assert ("mine", False) == (taken.read_text("utf-8"), (tmp_path / "nowhere.html").exists())
    new = str(tmp_path / "new.html")
    refused(tpmprep(home, "share", "out", "nonesuch", "--to", new), (66,), "there is no attempt")
    far = str(tmp_path / "far" / "new.html")
    refused(tpmprep(home, "share", "out", attempt["id"], "--to", far), (73,), "cannot write")
    refused(tpmprep(home, "share", "out", attempt["id"]), (2,), "--to")
    assert not Path(new).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="modes mean little there")
@pytest.mark.usefixtures("no_umask", "handed")
def test_shares_are_private(home: Path, tmp_path: Path) -> None:
    """The page and all that is kept: folders 0700, files 0600."""
    paths = [tmp_path / "a.html", *(home / "data").rglob("*")]
    modes = {(path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in paths}
    assert {(True, 0o700), (False, 0o600)} == modes


def test_a_mentors_scores_are_filed(
    home: Path, tmp_path: Path, handed: tuple[dict[str, Any], dict[str, Any]]
) -> None:
    """Under the mentor's name, beside one's own, which stay; with gap, quote and comments."""
    attempt, share = handed
    before = Path(attempt["path"]).read_bytes()
    run = tpmprep(home, "share", "in", saved(tmp_path, reply_to(share)))
    assert (0, "") == (run.returncode, run.stderr)
    assert "2.5 of 4 by Grace Mentor, yours 2.5" in run.stdout
    assert f"tpmprep review {attempt['id']}" in run.stdout
    (record,) = records(home)
    assert ("Grace Mentor", attempt["id"], "score") == tuple(
        record[key] for key in ("rater", "attempt", "kind")
    )
    assert {"ex.control": 2, "dl.concision": 3} == record["scores"]
    assert {"ex.control": ["a threshold and an owner"]} == record["quotes"]
    data = data_of(tpmprep(home, "review", attempt["id"], "--json"))
    assert ([record], None) == (data["others"], data["blind"])
    assert ({"ex.control": 3, "dl.concision": 2}, 2.5) == (data["scores"], data["score"])
    assert before == Path(attempt["path"]).read_bytes()
    shown = tpmprep(home, "review", attempt["id"]).stdout
    for words in ("Scored by Grace Mentor", "you 1 higher", "you 1 lower", "Add a figure."):
        assert words in shown
    assert '"a threshold and an owner"' in shown
    assert "Which threshold?" in shown
    assert "“a paraphrase”" in shown
    assert '"a paraphrase"' not in shown


def test_the_same_file_twice_counts_once(
    home: Path, tmp_path: Path, handed: tuple[dict[str, Any], dict[str, Any]]
) -> None:
    """One line says so; what the mentor changed and saved again does count."""
    _, share = handed
    file = saved(tmp_path, reply_to(share))
    first = data_of(tpmprep(home, "share", "in", file, "--json"))
    again = tpmprep(home, "share", "in", file)
    assert (0, "", 1) == (again.returncode, again.stderr, len(again.stdout.splitlines()))
    assert "were taken before" in again.stdout
    second = data_of(tpmprep(home, "share", "in", file, "--json"))
    assert ({**first, "new": False}, True) == (second, first["new"])
    assert 1 == len(records(home))
    changed = reply_to(share, reply="ff" * 8, scores={"ex.control": 4})
    data_of(tpmprep(home, "share", "in", saved(tmp_path, changed), "--json"))
    assert 2 == len(records(home))
    shown = tpmprep(home, "review", share["attempt"]).stdout
    assert 1 == shown.count("Scored by Grace Mentor  4.0 of 4")
    assert 1 == shown.count("Scored by")


def test_a_mentor_called_self_is_somebody_else(
    home: Path, tmp_path: Path, handed: tuple[dict[str, Any], dict[str, Any]]
) -> None:
    """And whatever stands in the comments, the terminal does not obey it."""
    attempt, share = handed
    hostile = "\x1b[31mred\x1b]0;t\x07 \x9b2J\u202e [bold]x[/bold]\nsecond line"
    reply = reply_to(share, rater="Self", comment=hostile, comments={"ex.control": hostile})
    runs = [tpmprep(home, "share", "in", saved(tmp_path, reply)) for _ in range(2)]
    runs += [tpmprep(home, "review", attempt["id"]), tpmprep(home, "review", "--calibration")]
    assert [0] * 4 == [run.returncode for run in runs]
    assert not {"\x1b", "\x9b", "\x07", "\u202e"} & set("".join(run.stdout for run in runs))
    assert "<U+001B>[31mred" in runs[2].stdout
    assert "Scored by mentor" in runs[2].stdout
    assert ["mentor"] == [record["rater"] for record in records(home)]


def test_what_is_no_whole_reply_is_refused(
    home: Path, tmp_path: Path, handed: tuple[dict[str, Any], dict[str, Any]]
) -> None:
    """Each in one line with its reason, and nothing is filed."""
    _, share = handed
    whole = asdict(reply_to(share))
    foreign = reply_to({**share, "token": "f" * 32})
    texts = {
        "": "it is empty",
        "{": "it is not complete JSON",
        "[]": "it is not a JSON object",
        "{}": "it is not a mentor's reply",
        '{"a": NaN}': "it holds NaN",
        '{"a": 1, "a": 2}': "a key appears twice",
        "[" * 100_000: "it is n",
        json.dumps(asdict(foreign)): "it answers a page that was not made here",
        json.dumps({**whole, "comment": "Great!"}): "it was changed after the mentor saved it",
        json.dumps({**whole, "schema": "tpmprep.reply/9"}): "it is of a newer or unknown kind",
        json.dumps({**whole, "more": 1}): "it is not a mentor's reply: more",
        json.dumps({**whole, "quotes": None}): "it is not a mentor's reply: quotes",
        json.dumps({**whole, "comment": ["x"]}): "it is not a mentor's reply: comment",
        **{
            json.dumps({**whole, "scores": {"ex.control": level}}): "it is not a mentor's reply"
            for level in ("3", 3.5, True, None)
        },
        json.dumps(asdict(reply_to(share, scores={"ex.control": 5}))): "a level is not 1 to 4",
        json.dumps(asdict(reply_to(share, rater=" "))): "it does not say who scored",
        json.dumps({**whole, "comment": "x" * 1_000_000}): "it is larger than 1 MB",
    }
    for text, words in texts.items():
        path = tmp_path / "reply.json"
        path.write_text(text, "utf-8")
        refused(tpmprep(home, "share", "in", str(path)), (65,), f"was not taken: {words}"[:60])
    assert [] == records(home)


def test_only_a_file_is_read(
    home: Path, tmp_path: Path, handed: tuple[dict[str, Any], dict[str, Any]]
) -> None:
    """No link, no folder, no pipe, nothing that is not there."""
    link, fifo = tmp_path / "link.json", tmp_path / "fifo.json"
    link.symlink_to(saved(tmp_path, reply_to(handed[1])))
    os.mkfifo(fifo)
    refused(tpmprep(home, "share", "in", str(link)), (65, 74), "it is a link")
    refused(tpmprep(home, "share", "in", str(fifo)), (65,), "it is not a regular file")
    refused(tpmprep(home, "share", "in", str(tmp_path)), (74,), "a folder stands where a file")
    refused(tpmprep(home, "share", "in", str(tmp_path / "x.json")), (66,), "there is no file")
    assert [] == records(home)
