"""Everything that somebody wrote about their own work, together."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tpmprep.domain.notes import Notes
from tpmprep.domain.program import Program
from tpmprep.domain.story import Story


@dataclass(frozen=True, slots=True)
class Portfolio:
    """The programs and stories by id, in the order they were added, and the notes for the day."""

    programs: Mapping[str, Program] = field(default_factory=dict)
    stories: Mapping[str, Story] = field(default_factory=dict)
    notes: Notes = field(default_factory=Notes)

    def employer_of(self, story: Story) -> str:
        """Where a story happened; empty when its program does not say."""
        program = self.programs.get(story.program)
        return program.employer if program else ""

    def stories_of(self, program_id: str) -> list[Story]:
        """The stories that come out of a program."""
        return [story for story in self.stories.values() if story.program == program_id]
