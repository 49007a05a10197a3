"""Checking, counting, adding and removing questions."""

from dataclasses import asdict
from pathlib import Path

from tpmprep.adapters import packs
from tpmprep.adapters.bankcheck import check_path
from tpmprep.adapters.paths import for_people
from tpmprep.cli.env import Env
from tpmprep.cli.output import emit, write_lines
from tpmprep.domain.bank_stats import stats_of
from tpmprep.domain.lint import Checked, Problem
from tpmprep.errors import BadData
from tpmprep.ui import bank_pages


def check_bank(env: Env, path: str | None) -> int:
    """Tell every problem at `path` and give the exit code."""
    checked = check_path(Path(path) if path is not None else None)
    if env.settings.json:
        emit(env, "bank.check", checked)
    else:
        write_lines(env, "\n".join(bank_pages.check_lines(checked)))
    return BadData.exit_code if checked.problems else 0


def show_stats(env: Env) -> None:
    """Count the bank."""
    stats = stats_of(list(env.bank.questions.values()))
    emit(env, "bank.stats", asdict(stats), bank_pages.stats_page(stats, env.look))


def add_pack(env: Env, path: str, name: str | None) -> int:
    """Install a pack, or tell why not; gives the exit code."""
    pack, checked = packs.install(env.home, Path(path), name)
    if checked.barring:
        _refuse(env, path, checked.barring)
        return BadData.exit_code
    where = for_people(pack.folder, env.environ)
    data = {"pack": pack.name, "questions": checked.questions, "folder": str(pack.folder)}
    data["advice"] = [asdict(problem) for problem in checked.problems]
    emit(env, "bank.add", data, bank_pages.added(pack.name, checked, where, path))
    return 0


def remove_pack(env: Env, name: str) -> None:
    """Move a pack to the trash."""
    target = packs.remove(env.home, name, f"{env.clock.now():%Y%m%d-%H%M%S}")
    data = {"pack": name, "folder": str(target)}
    emit(env, "bank.remove", data, bank_pages.removed(name, for_people(target, env.environ)))


def _refuse(env: Env, path: str, barring: list[Problem]) -> None:
    if env.settings.json:
        emit(env, "bank.add", Checked(0, 0, barring))
        return
    lines = [bank_pages.problem_line(problem) for problem in barring]
    write_lines(env, "\n".join([*lines, f"{path} was not installed."]))
