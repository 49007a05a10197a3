"""Offline interview practice for Technical Program Managers."""

__version__ = "0.1.0"
