"""The three papers that a worked case becomes: charter, RAID log, executive summary."""

from collections.abc import Mapping, Sequence

from tpmprep.domain.casework import Section
from tpmprep.domain.text import clean, sentences

PAPERS: Mapping[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "charter.md": (
        "Charter",
        (
            ("goals", "Goals and non-goals"),
            ("stakeholders", "Stakeholders"),
            ("workstreams", "Workstreams"),
            ("milestones", "Milestones"),
            ("metrics", "Metrics"),
            ("communication", "Communication"),
            ("rationale", "Why this way"),
            ("next", "What I would do next"),
            ("other", "Other notes"),
        ),
    ),
    "raid.md": (
        "Risks, assumptions, issues, dependencies",
        (
            ("risks", "Risks"),
            ("assumptions", "Assumptions"),
            ("change", "Issues"),
            ("edge-cases", "Edge cases"),
            ("dependencies", "Dependencies"),
        ),
    ),
    "executive-summary.md": (
        "Executive summary",
        (
            ("goals", "What it is for"),
            ("milestones", "How it comes"),
            ("risks", "What could stop it"),
            ("metrics", "How we will know"),
            ("rationale", "Why this way"),
            ("next", "What I would do next"),
        ),
    ),
}
"""File, title, and the sections it is made of; a section without words is left out."""

SUMMARY = "executive-summary.md"
SUMMARY_SENTENCES = 3
NOTHING = "_Nothing was written here._"


def papers(prompt: str, sections: Sequence[Section], assumptions: str = "") -> dict[str, str]:
    """The text of each paper, in Markdown. The words are those of the answer, as they stand.

    The summary holds the first SUMMARY_SENTENCES sentences or lines of its sections.
    """
    words = {section.id: section.text for section in sections}
    words["assumptions"] = assumptions
    return {name: _paper(name, prompt, words) for name in PAPERS}


def _paper(name: str, prompt: str, words: Mapping[str, str]) -> str:
    title, parts = PAPERS[name]
    blocks = [f"# {title}", "> " + " ".join(clean(prompt).split())]
    for section, heading in parts:
        text = clean(words.get(section, "")).strip()
        if name == SUMMARY:
            text = "\n".join(sentences(text)[:SUMMARY_SENTENCES])
        if text:
            blocks.append(f"## {heading}\n\n{text}")
    if len(blocks) == 2:  # only the title and the prompt
        blocks.append(NOTHING)
    return "\n\n".join(blocks) + "\n"
