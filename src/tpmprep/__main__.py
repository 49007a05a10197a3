"""The program's door: answers `--version` at once, hands everything else to the commands."""

import sys


def version_line() -> str:
    """Name, version, Python and platform on one line."""
    from tpmprep import __version__

    python = ".".join(str(part) for part in sys.version_info[:3])
    return f"tpmprep {__version__} (Python {python}, {sys.platform})"


def main() -> None:
    """Run tpmprep with the process's arguments and end the process with its exit code."""
    if sys.argv[1:] == ["--version"]:
        print(version_line())
        return
    from tpmprep.cli.app import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
