"""Putting a terminal right that an earlier, killed program left without echo."""

import sys
from typing import TextIO


def mend(stream: TextIO | None) -> bool:
    """Switch echo and line input on again when they are off; True when something was mended.

    After kill -9 nobody can restore the terminal, so the next start does. Does nothing where
    there is no terminal to ask.
    """
    if stream is None or sys.platform == "win32" or not stream.isatty():
        return False
    import termios

    fd = stream.fileno()
    settings = termios.tcgetattr(fd)
    wanted = termios.ECHO | termios.ICANON | termios.ISIG | termios.IEXTEN
    if settings[3] & wanted == wanted:
        return False
    settings[0] |= termios.ICRNL | termios.IXON
    settings[1] |= termios.OPOST
    settings[3] |= wanted
    settings[6][termios.VMIN], settings[6][termios.VTIME] = 1, 0
    termios.tcsetattr(fd, termios.TCSADRAIN, settings)
    return True
