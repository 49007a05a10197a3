"""What was seen, and what was done differently because of it."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from tpmprep.domain.detectors.cues import Hit
from tpmprep.domain.detectors.passage import words_in
from tpmprep.domain.detectors.reading import Reading

ANSWER_BEGINS, LINKED_ANSWER_BEGINS = 6, 20
"""Within so many words a sentence says what was changed, when the one before said why; after a
linking phrase ("hence", "that same day") it may take its time."""
CAUSE_WITHIN = 14
"""What was seen follows the change that it caused within so many words."""
MODAL_REACH = 3
"""So many words before a change, "would" or "will" makes it one that has not happened."""
WORRY_BEGINS = 3
"""A sentence that is about a fear says so within its first words."""
ACT_REACH = 7
"""What somebody did because of it is said within so many words after "so"."""

_UPON = words_in("when once after because since as until based given seeing following")
_CONDITIONS = words_in("if unless whenever suppose supposing")
_JOINTS = words_in("so and hence therefore thus then which that's")
_OPENERS = words_in("so and then well um uh yeah okay because since but like")
_NO_ACT = words_in("that far much many long and but because if is are been be as not")
"""What ends the search for an act after "so": "so that", "so far", "so it was planned"."""
_PAST = words_in(
    """
    began bought broke brought built came chose cut drew ended fell found froze gave got held hired
    kept let left made met put ran rebuilt redrew rewrote reset sent set shut split stopped swapped
    swept took threw tore told turned went withdrew wrote
    """
)
"""Past forms that do not end in -ed."""
_IDLE = words_in(
    """
    agreed aligned asked called celebrated communicated confused discussed documented escalated
    excited expected explained failed filled fixed flagged frustrated happened helped hoped hundred
    indeed informed interested involved lasted learned liked logged looked managed missed monitored
    need needed noted pleased presented raised red relieved remained reported resolved reviewed
    seemed shared showed slipped speed started stayed supposed surprised talked thought tracked
    tried updated used waited wanted worked worried
    """
)
"""Words that look like an act and change no plan."""
_OURSELVES = words_in("i we my our i'd we'd i'm we're i've we've")


def signals(reading: Reading) -> dict[int, int]:
    """The sentences that say what was seen, each with the one that says what was changed."""
    found = {}
    for number in range(len(reading.passage.sentences)):
        sentence = _Sentence(reading, number)
        if sentence.is_condition:
            continue
        if sentence.changes_within:
            found[number] = number
        elif sentence.is_answered:
            found[number] = number + 1
    return found


@dataclass(frozen=True)
class _Sentence:
    """A sentence as one that may tell a signal, a change, or both."""

    reading: Reading
    number: int

    @cached_property
    def ends(self) -> tuple[int, int]:
        """Its words: the first, and the one after the last."""
        return self.reading.passage.sentences[self.number]

    @cached_property
    def is_condition(self) -> bool:
        """Whether it says what would happen if."""
        return not _CONDITIONS.isdisjoint(self.reading.passage.words[slice(*self.ends)])

    @cached_property
    def seen(self) -> list[Hit]:
        """What was observed."""
        return self._told("observed")

    @cached_property
    def changed(self) -> list[Hit]:
        """What was done differently."""
        return self._done("changed")

    @cached_property
    def is_about_others(self) -> bool:
        """Whether its subject is not the speaker or the team: things that happen to a plan."""
        words = self.reading.passage.words[slice(*self.ends)]
        subject = next((word for word in words if word not in _OPENERS), "")
        return subject not in _OURSELVES

    @cached_property
    def is_unforeseen(self) -> bool:
        """Whether others or things were not as they were thought to be."""
        return bool(
            self.is_about_others and self._said("unforeseen") and not self._said("supposed")
        )

    @property
    def changes_within(self) -> bool:
        """Whether it says both what was seen and what was changed."""
        if self._said("overturned"):
            return True
        if self._is_worry():
            return False
        if self._said("because") and (self.seen or self.changed):
            return True
        if self._concludes():
            return True
        if self.seen and any(self.seen[0].last < h.first for h in self._said("therefore")):
            return True
        if self._reacts():
            return True
        return bool(self.seen and self.changed) and (self._is_followed() or self._is_explained())

    @property
    def is_answered(self) -> bool:
        """Whether it says what was seen, and the next one what was changed because of it."""
        if self.number + 1 >= len(self.reading.passage.sentences):
            return False
        answer = _Sentence(self.reading, self.number + 1)
        if answer.is_condition:
            return False
        if not self._fears() and answer.follows_from(self.seen):
            return True
        if not self.seen and not (self.is_unforeseen and answer._said("at_once")):
            return False
        if answer.is_linked:
            return answer.begins("changed", LINKED_ANSWER_BEGINS)
        return any(answer.begins(name, ANSWER_BEGINS) for name in ("rethought", "because"))

    @property
    def is_linked(self) -> bool:
        """Whether it follows from the sentence before: "so", "hence", "that same day"."""
        opening = self.reading.passage.words[self.ends[0] : self.ends[0] + 2]
        return (
            "so" in opening
            or bool(self._said("at_once"))
            or self.begins("therefore", ANSWER_BEGINS)
        )

    def begins(self, lexicon: str, within: int) -> bool:
        """Whether a change, or a link to what was said before, stands among its first words."""
        return any(hit.first - self.ends[0] <= within for hit in self._done(lexicon))

    def follows_from(self, seen: list[Hit]) -> bool:
        """Whether it begins with "so", "after that" or the like and says what was done then.

        After something `seen` any act will do, else it has to be a plan that was changed.
        """
        links = self._said("so")
        if not links or links[0].first > self.ends[0] + 1:
            return False
        acts = bool(seen) and self._acts(links[0].last + 1)
        return acts or self.begins("rethought", ANSWER_BEGINS)

    def _concludes(self) -> bool:
        """Whether "so" leads from what was seen or was unforeseen to what somebody did.

        A plan that was changed needs no such cause: what others did will do.
        """
        causes = self.seen + (self._said("unforeseen") if self.is_unforeseen else [])
        first = min((hit.last for hit in causes), default=self.ends[1])
        links = [
            link
            for link in self._said("so")
            if (first < link.first and self._acts(link.last + 1))
            or (self.is_about_others and self._changes(link))
        ]
        # What was only feared before that "so" is a risk with its mitigation.
        return bool(links) and not any(hit.first < links[-1].first for hit in self._fears())

    def _fears(self) -> list[Hit]:
        """What is feared or held to be possible here, and did not happen."""
        # "May" with a capital is the month.
        possible = [
            hit for hit in self._said("possible") if not self.reading.passage.is_capital(hit.first)
        ]
        return self._said("feared") + possible

    def _is_worry(self) -> bool:
        """Whether it begins with a fear ("My worry was the disk, so Dana capped the batch")."""
        return any(hit.first - self.ends[0] <= WORRY_BEGINS for hit in self._said("feared"))

    def _changes(self, link: Hit) -> bool:
        """Whether a plan is changed within a few words after a link that does not begin with it."""
        if link.first <= self.ends[0] + 1:
            return False
        place = bisect_left(self.changed, link.last, key=lambda hit: hit.first)
        return place < len(self.changed) and self.changed[place].first <= link.last + ACT_REACH

    def _reacts(self) -> bool:
        """Whether it begins with when something was seen and goes on with what was done."""
        passage, (first, end) = self.reading.passage, self.ends
        lead = next((n for n in range(first, min(end, first + 3)) if passage.words[n] in _UPON), -1)
        if lead < 0:
            return False
        if passage.word(lead + 1) not in _OURSELVES and self._replans(lead + 2):
            return True
        if not self.seen or self.seen[0].first < lead:
            return False
        commas = (n for n in range(self.seen[0].last + 1, end) if "," in passage.between(n))
        return self._acts(next(commas, end))

    def _replans(self, place: int) -> bool:
        """Whether from `place` on somebody is said to have changed the plan."""
        return any(hit.first > place for hit in self._done("rethought"))

    def _acts(self, place: int) -> bool:
        """Whether somebody did something, said within a few words from `place` on."""
        for word in self.reading.passage.words[place : min(place + ACT_REACH, self.ends[1])]:
            if word in _NO_ACT:
                return False
            if word in _PAST or (word.endswith("ed") and word not in _IDLE):
                return True
        return False

    def _is_followed(self) -> bool:
        """Whether a change follows what was seen in a clause of its own ("it failed; I cut")."""
        passage, last = self.reading.passage, self.changed[-1].first
        upon = next((n for n in range(self.ends[0], last) if passage.words[n] in _UPON), last)
        if any(upon < hit.first and hit.last < last for hit in self.seen):
            return True
        return any(
            passage.words[n] in _JOINTS or passage.between(n).strip(" \n'\"-")
            for n in range(min(hit.last for hit in self.seen) + 1, last + 1)
        )

    def _is_explained(self) -> bool:
        """Whether what was seen follows a change as its reason ("held it when it failed")."""
        words = self.reading.passage.words
        ends = sorted(hit.last for hit in self.changed)
        begins = [hit.first for hit in self.seen]
        for word in range(ends[0] + 1, begins[-1]):
            if words[word] in _UPON:
                end = ends[bisect_left(ends, word) - 1]
                begin = begins[bisect_right(begins, word)]
                if begin - end <= CAUSE_WITHIN:
                    return True
        return False

    def _said(self, lexicon: str) -> list[Hit]:
        """The phrases of a lexicon here that are not denied."""
        first, end = self.ends
        hits = self.reading.hits[lexicon]
        here = hits[_place(hits, first) : _place(hits, end)]
        return [hit for hit in here if hit.first not in self.reading.denied]

    def _done(self, lexicon: str) -> list[Hit]:
        """The changes here that are told as facts, not with "would" or "will"."""
        supposed = {hit.last for hit in self._said("supposed")}
        return [hit for hit in self._told(lexicon) if not self._is_supposed(hit, supposed)]

    def _told(self, lexicon: str) -> list[Hit]:
        """The phrases here that do not only name a part ("what I saw, what I changed")."""
        words = self.reading.passage.words
        return [
            hit
            for hit in self._said(lexicon)
            if "what" not in words[max(hit.first - 2, 0) : hit.first]
        ]

    def _is_supposed(self, hit: Hit, supposed: set[int]) -> bool:
        """Whether one of the words `supposed` stands in a phrase or, with no comma, before it."""
        if not supposed.isdisjoint(range(hit.first, hit.last + 1)):
            return True
        for word in range(hit.first, max(hit.first - MODAL_REACH, 0), -1):
            if self.reading.passage.between(word).strip():
                return False
            if word - 1 in supposed:
                return True
        return False


def _place(hits: list[Hit], word: int) -> int:
    return bisect_left(hits, word, key=lambda hit: hit.first)
