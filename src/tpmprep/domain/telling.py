"""Which of one's own stories an answer told, by the words that the two have in common.

A hint, never a grade: somebody who tells a story in wholly other words is not recognised.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from tpmprep.domain.signals import words_of
from tpmprep.domain.story import Story

LEAST_ALIKE = 0.25
"""Cosine of the words of a story and of an answer below which the answer told something else.

Chosen on twelve stories: a close retelling of each reached 0.46 to 0.65, six in a single breath
0.30 to 0.51, four that avoid the words 0.13 to 0.27; 314 answers about other things stayed below
0.249 with every story. tests/domain/test_telling.py holds half of the stories.
"""

LEAST_SHARED = 4
"""So many points have to be shared, or a story of which only the title stands is in everything."""

A_FIGURE = 2
"""What a figure of three digits or more, or with a point, counts; every other word counts 1."""

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def told_in(answer: str, stories: Iterable[Story]) -> str | None:
    """The id of the story that `answer` told; None when its words are those of no story.

    Of several that are alike enough it is the one whose words the answer shares most, where a
    word that many stories hold counts as a part of one; then the first by id. So two stories
    out of one program are told apart by what only one of them holds.
    """
    said = _own_words(answer)
    held = {story.id: _own_words(f"{story.title}\n{story.told}") for story in stories}
    alike = {name: own for name, own in held.items() if _is_told(own, said)}
    homes = Counter(word for own in held.values() for word in own)
    return min(alike, key=lambda name: (-_telling(alike[name], said, homes), name), default=None)


def _is_told(own: Mapping[str, int], said: Mapping[str, int]) -> bool:
    shared = sum(own[word] for word in own.keys() & said.keys())
    if shared < LEAST_SHARED:
        return False
    return shared / math.sqrt(sum(own.values()) * sum(said.values())) >= LEAST_ALIKE


def _telling(own: Mapping[str, int], said: Mapping[str, int], homes: Mapping[str, int]) -> float:
    """What is shared, each word divided by the stories that hold it; in any order the same sum."""
    return math.fsum(own[word] / homes[word] for word in own.keys() & said.keys())


@lru_cache(maxsize=256)
def _own_words(text: str) -> Mapping[str, int]:
    """The stems and figures by which a text can be known, and what each of them counts."""
    stems = (stem for stem in words_of(text).stems if len(stem) > 1 and not stem[0].isdigit())
    words = {stem: 1 for stem in stems if stem not in _common()}
    figures = (found.group().replace(",", "") for found in _FIGURE.finditer(text))
    return words | {figure: _worth(figure) for figure in figures if len(figure) > 1}


def _worth(figure: str) -> int:
    return A_FIGURE if len(figure) > 2 else 1


@cache
def _common() -> frozenset[str]:
    return frozenset(words_of(_COMMON).stems)


_COMMON = """
    a about above accounts action add after again against agreed aligned all alone already also
    always an and another answer any anything app april are around as asked assume at august
    away back bad bank basically batch be because been before behind believe better between big
    bill bit board booked both bought bring budget build but buy by call came can can't cards
    carried case change cheap check choice close code comes communication contract cost could
    cross customer cut dashboard data database date day decided decision dependencies design did
    didn't different director discussed do don't done double down dropped each early eight
    either eleven else end engineers error escalated evening ever every everybody everyone
    everything failed feature feel fell felt finally finance findings fine finished first five
    fix flag flip for forty forward found four friday from front full gave get give go goes gone
    good got green group guess had half hand happened happy hard has have he head held her
    here's hold home honestly hours how hundred i i'd i'm if in instead into is it itself
    january job july june just keep kept key killed kind know last late later launch lead
    leadership learned leave left legal lesson let light like line list live load log looked
    lose lost lot made make manager map march marketing may maybe me mean meant meeting met
    million minutes missed mobile model monday money month more morning most moved my name
    needed network never new next night nine no nobody not notes nothing november now number
    october of off office okay old on once one only open option or order other our out over own
    owner page paper part partner passed path pay payment people per percent perhaps person
    phone picked place plan platform point previous price probably product program programme
    promised pulled push put quality quarter question queue ran rate read ready real really
    records red region register release report rest result returns review right risk rollback
    rollout room round rows rule run said sales same sat saves saw say scope second security see
    send sent september servers service sessions set seven shared she ship short should showed
    side sign since single sit six slide slipped slow small so some somebody something sort
    split spring stakeholders start status stayed steering step still stop storage store success
    support suppose sure switch sync table take talk team tell ten tenant test than thanks that
    the their them then there they thing think third thirty this those thousand three through
    thursday ticket time to together told too took tool touch tracked trade traffic trust turned
    twice two uh um under until up updates us used users vendor version very visibility waiting
    wanted warm was wasn't way we we'd weekend weeks well went were what when where which who
    whole why will with within without word work worry would write wrong wrote yeah year yes you
    zero
"""
"""Words of every day and of every program.

At least one in 25 of 236 practice answers uses them: those of content/exemplars.yaml and of
tests/data/labelled_answers/practised.
"""
