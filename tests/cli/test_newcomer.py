"""A newcomer's first evening: their whole path, with stops in the middle, read by a person once."""

from pathlib import Path

from newcomer import first_evening

GOLD = Path(__file__).parents[1] / "data" / "newcomer.txt"
STOPPED = 130


def test_a_first_evening_reads_as_it_did(home: Path) -> None:
    """Every page, from an empty folder to the page for the day before."""
    me = first_evening(home)
    assert GOLD.read_text("utf-8") == "\n".join(me.pages)
    stops = sum(code == STOPPED for code in me.codes)
    assert {0, STOPPED} == set(me.codes)
    assert stops == sum("Stopped." in page for page in me.pages) == 6


def test_every_stop_goes_on_where_it_was(home: Path) -> None:
    """Whatever was answered before a stop stands in the files afterwards."""
    first_evening(home)
    (program,) = (home / "data" / "programs").glob("*.yaml")
    (story,) = (home / "data" / "stories").glob("*.yaml")
    words = program.read_text("utf-8")
    for said in ("Nordbank", "14 May", "3 percent of the traffic, Ana signed it", "two waves"):
        assert said in words
    assert "four ways to sign in" in " ".join(story.read_text("utf-8").split())
    notes = (home / "data" / "brief.yaml").read_text("utf-8")
    for said in ("Deep systems knowledge", "Programs over a year", "Ten teams", "nine countries"):
        assert said in notes
    answers = [path.read_text("utf-8") for path in home.glob("data/attempts/*/*.json")]
    assert 3 == len(answers)
    assert [] == list((home / "state").glob("forms/*")) + list((home / "state").glob("drafts/*"))
