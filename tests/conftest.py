"""Nothing here may touch the real home: every test gets folders of its own."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "suite",
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("suite")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh TPMPREP_HOME, and no settings of whoever runs the tests."""
    folder = tmp_path / "home"
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "ACCESSIBLE", "TPMPREP_ACCESSIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TPMPREP_HOME", str(folder))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "24")
    return folder
