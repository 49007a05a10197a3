"""Phrases of what is to be decided, and the verbs that tell a decision from an analysis.

Written as in `cues`.
"""

from tpmprep.domain.detectors.passage import words_in

PROPOSES = """
i|we ~1 not ~1 ship|shipped|launch|launched|approve|start|wait
i would make the same call|choice|decision
let's ~1 go|take|ship|hold|stop|cut|drop|pick|keep|wait|do|split|move|start
we'd rather|delay|ship|hold|stop|postpone|drop|launch
i'd|i'll|would ~2 go with|for|ahead|live
my|the|our recommendation|advice|proposal|vote|pick|bet|call is|would
i|we|would recommend|propose|advise
i vote for
i pick|choose|take
said|wrote|told ~4 we ~1 keep|go|ship|hold|drop|cut|stop|split|do|wait|start|won't|need|leave|pay
said|wrote|told ~4 we ~1 skip|freeze|kill|launch|buy|build|take|delay|pause|swap|don't|move|switch
they said|says okay|ok|fine
goes|said ~3 park|kill|drop|cut|ship|hold|patch
we go with|for|ahead
"""
"""What is to be decided, as the speaker would have it or told others."""

INTENDS = """
i'd|i'll|we'll
i would|will|shall|should
we will|won't|wouldn't
i won't|wouldn't
i'm|we're not? going|gonna to?
i am not? going to
we are not? going to
"""
"""What stands before the verb of a proposal."""

DIRECTS = """
put|made|let|gave|moved|promised|handed|assigned
asked|told|got ~3 to
"""
"""With a person behind it, what somebody is to do: "I put Yusuf on it"."""

ANALYSES = words_in(
    """
    say think look want like love start begin structure approach ask talk assume need argue
    describe frame measure watch check go understand try map list call know have be explain
    break walk divide answer first find work see sit go leave make handle run cover come weigh bring
    read meet be been do did hope
    expect guess bet wonder imagine feel mean never also wish hate care name write
    tell speak listen review gather collect report learn show give note remember
    """
)
"""What somebody would do to find or tell the answer, which decides nothing."""

SAME_IN_THE_PAST = words_in("cut put split let set hit run come shut spread read")
"""Verbs that a past form does not tell from the plain one ("I'd cut it")."""

DIRECTING = words_in("get have ask put give let make hand")
"""With a name behind it, what somebody would have done ("I'd ask Helen for a date")."""

IMPERATIVES = words_in(
    """
    ship migrate shut keep kill cut drop delay launch hold stop buy build move pick choose go wait
    freeze split roll retire push postpone use run take turn don't start pause replace switch swap
    pull rent rewrite fix put merge defer park scrap cancel descope never do hand lead give say
    slow close pay tell ask test bring limit cap reject approve refuse consolidate extend require
    stub revisit abandon ban favour favor insist
    """
)

WORDS = {
    "proposes": PROPOSES,
    "intends": INTENDS,
    "directs": DIRECTS,
}
"""The lexicons by name."""
