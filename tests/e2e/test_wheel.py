"""The built wheel holds the bank once, and works from another folder."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from terminal import environment

ROOT = Path(__file__).parents[2]
PROBE = "import sys, tpmprep.__main__ as m; print(m.__file__, file=sys.stderr); m.main()"


def build(out: Path, source: Path, kind: str) -> Path:
    """Build a wheel or an sdist of `source` into `out` with the tools of this environment."""
    command = [sys.executable, "-m", "build", f"--{kind}", "--no-isolation", "--outdir", str(out)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
    (built,) = out.glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return built


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A wheel of the checkout, and one that was built from the sdist alone."""
    folder = tmp_path_factory.mktemp("dist")
    sdist = build(folder / "sdist", ROOT, "sdist")
    subprocess.run(["tar", "-xzf", str(sdist), "-C", str(folder)], check=True)
    (unpacked,) = folder.glob("tpmprep-*")
    return {
        "checkout": build(folder / "a", ROOT, "wheel"),
        "sdist": build(folder / "b", unpacked, "wheel"),
    }


@pytest.mark.parametrize("origin", ["checkout", "sdist"])
def test_the_wheel_alone_is_enough(
    home: Path, tmp_path: Path, wheels: dict[str, Path], origin: str
) -> None:
    """Unpacked elsewhere and run from there, it finds its own bank and plan."""
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheels[origin]) as wheel:
        wheel.extractall(installed)
    result = subprocess.run(
        [sys.executable, "-c", PROBE, "bank", "check", "--json"],
        cwd=tmp_path,
        env=environment(home, PYTHONPATH=str(installed)),
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert str(installed) in result.stderr
    data = json.loads(result.stdout)["data"]
    assert data["questions"] >= 380
    assert [] == data["problems"]


@pytest.mark.parametrize("origin", ["checkout", "sdist"])
def test_the_wheel_holds_each_bank_file_once(wheels: dict[str, Path], origin: str) -> None:
    """Every YAML file of the repository, under _bank, and no second copy."""
    with zipfile.ZipFile(wheels[origin]) as wheel:
        names = wheel.namelist()
    expected = {
        f"tpmprep/_bank/{path.relative_to(ROOT).as_posix()}"
        for folder in ("questions", "rubrics")
        for path in (ROOT / folder).rglob("*.yaml")
    }
    shipped = [name for name in names if name.endswith(".yaml") and "/content/" not in name]
    assert sorted(expected) == sorted(shipped)
    assert "tpmprep/content/plan.yaml" in names
    assert "tpmprep/py.typed" in names
