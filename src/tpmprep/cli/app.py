"""The commands together, and the one place where failures become words and exit codes."""

import contextlib
import os
import signal
import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import Annotated, Any, TextIO

import typer

from tpmprep import __version__
from tpmprep.adapters.files import make_folder, reason
from tpmprep.cli.commands import Root
from tpmprep.cli.env import Env, EnvMaker, Settings
from tpmprep.cli.output import ENCODING_ERRORS, emit_error, prepare
from tpmprep.errors import (
    Interrupted,
    KilledBySignal,
    StorageFailed,
    TpmprepError,
    UsageProblem,
)
from tpmprep.ui.terminal import mend

BUG, CLOSED_PIPE = 70, 141
_GLOBAL_FLAGS = {"--plain", "--no-input", "--no-color", "--debug"}

app = typer.Typer(
    cls=Root,
    add_completion=True,
    no_args_is_help=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)


def _version(asked: bool) -> None:
    if asked:
        from tpmprep.__main__ import version_line

        typer.echo(version_line())
        raise typer.Exit


@app.callback(invoke_without_command=True)
def main(
    ctx: typer.Context,
    *,
    plain: Annotated[
        bool, typer.Option("--plain", help="Lines only: no redraw, no colour. For screen readers.")
    ] = False,
    no_input: Annotated[
        bool, typer.Option("--no-input", help="Never ask; fail and name the missing flag.")
    ] = False,
    no_color: Annotated[bool, typer.Option("--no-color", help="No colour.")] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Print the details of a bug in tpmprep.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    version: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", callback=_version, is_eager=True),
    ] = False,
) -> None:
    """Practise Technical Program Manager interviews: a question, a clock, a score, a plan.

    Start with: tpmprep drill --area execution

    Everything stays on this machine. TPMPREP_HOME moves it into one folder of your choice.

    \b
    Exit codes: 0 ok, 2 wrong usage, 65 bad data in a file, 66 not found,
    70 a bug of ours, 73 cannot create, 74 cannot read or write, 75 busy,
    130 Ctrl-C, 141 closed pipe.
    """
    if ctx.invoked_subcommand is None:
        from tpmprep.cli.start import start

        start(ctx.obj)


def run(argv: Sequence[str], make_env: EnvMaker = Env) -> int:
    """Run one command line and give its exit code. `make_env` is replaced in tests."""
    _prepare_process()
    arguments = _flags_first(argv)
    env = make_env(_settings(arguments))
    try:
        code = _invoke(arguments, env)
        env.stdout.flush()
    except TpmprepError as error:
        return _told(env, error)
    except (KeyboardInterrupt, EOFError):
        return _told(env, Interrupted("Stopped."))
    except BrokenPipeError:
        return _closed_pipe(env)
    except OSError as error:
        return _told(env, StorageFailed(f"reading or writing failed: {reason(error)}"))
    except KilledBySignal as killed:
        return _die_of(env, killed.signum)
    except Exception:  # noqa: BLE001  # the last door: a bug of ours must not look like the user's
        return _bug(env)
    return code


def _invoke(arguments: list[str], env: Env) -> int:
    command = typer.main.get_command(app)
    try:
        result: Any = command.main(arguments, prog_name="tpmprep", standalone_mode=False, obj=env)
    except typer.TyperException as error:
        raise _usage(error) from error
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except SystemExit as error:  # Typer ends by itself when a pipe is closed
        if isinstance(error.__context__, BrokenPipeError):
            raise error.__context__ from None
        raise
    if result == Interrupted.exit_code:  # it has caught a Ctrl-C that no command has told
        raise KeyboardInterrupt
    return result if isinstance(result, int) else 0


def _usage(error: "typer.TyperException") -> UsageProblem:
    message = " ".join(error.format_message().split()).rstrip(".")
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "tpmprep"
    return UsageProblem(message[:1].lower() + message[1:], f"See: {path} --help")


def _told(env: Env, error: TpmprepError) -> int:
    """Say what went wrong; what cannot be written any more is let go of."""
    try:
        env.stdout.flush()
    except OSError:
        _silence(env.stdout)
    try:
        emit_error(env, error)
        env.stderr.flush()
    except OSError:
        _silence(env.stderr)
    return error.exit_code


def _closed_pipe(env: Env) -> int:
    """Whoever read our output has enough: end quietly, as other tools do."""
    _silence(env.stdout)
    return CLOSED_PIPE


def _silence(stream: TextIO) -> None:
    """Point a broken stream at nothing, so that the final flush of Python cannot fail."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _die_of(env: Env, signum: int) -> int:
    """End as the signal asks, so that the caller sees its true cause."""
    _silence(env.stdout)
    _silence(env.stderr)
    signal.signal(signum, signal.SIG_DFL)
    os.kill(os.getpid(), signum)
    return 128 + signum


def _bug(env: Env) -> int:
    """Keep the details of a bug (never what was typed), and say so in a line."""
    import traceback

    details = traceback.format_exc()
    try:
        make_folder(env.home.log)
        where = env.home.log / f"bug-{env.clock.now():%Y%m%d-%H%M%S}.txt"
        where.write_text(f"tpmprep {__version__}, Python {sys.version}\n{details}", "utf-8")
    except (OSError, TpmprepError):
        details_at = "could not be kept; run again with --debug"
    else:
        details_at = str(where)
    message = "This is a bug in tpmprep. Your data is not affected."
    _told(env, TpmprepError(message, f"Details: {details_at}"))
    if env.settings.debug:
        env.stderr.write(details)
    return BUG


def _prepare_process() -> None:
    """Private files whatever the umask; streams that take any character."""
    os.umask(0o077)
    mend(sys.stdin)
    prepare(sys.stdin, "surrogateescape")
    prepare(sys.stdout, ENCODING_ERRORS)
    prepare(sys.stderr, ENCODING_ERRORS)


def _flags_first(argv: Sequence[str]) -> list[str]:
    """The global flags may stand anywhere before `--`; move them to the front."""
    before, after = _options(argv), list(argv[len(_options(argv)) :])
    flags = [word for word in before if word in _GLOBAL_FLAGS]
    return [*flags, *(word for word in before if word not in _GLOBAL_FLAGS), *after]


def _settings(arguments: Sequence[str]) -> Settings:
    given = set(_options(arguments))
    return Settings(
        plain="--plain" in given,
        no_input="--no-input" in given,
        no_color="--no-color" in given,
        debug="--debug" in given,
        json="--json" in given,
        bank=_value_of("--bank", arguments),
    )


def _value_of(name: str, arguments: Sequence[str]) -> str | None:
    """The last value given for an option that takes one."""
    words = _options(arguments)
    values = [after for word, after in pairwise(words) if word == name]
    values += [word.partition("=")[2] for word in words if word.startswith(f"{name}=")]
    return values[-1] if values else None


def _options(argv: Sequence[str]) -> list[str]:
    """The part of a command line in which options can stand."""
    return list(argv[: list(argv).index("--")] if "--" in argv else argv)
