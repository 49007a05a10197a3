"""Phrases of doubt and noise, and the look-alikes that are neither.

Written as in `cues`. A word that is noise only in some places ("like", "so") is in `manner`.
"""

HEDGE = """
-- adverbs of doubt
maybe|perhaps|probably|possibly|presumably|apparently|arguably|supposedly|conceivably|hopefully
somewhat|somehow|likely|unlikely|potentially|seemingly|ostensibly|reportedly|fairly|ish
-- my opinion only
i think|thought|presume|guess|suppose|believe|reckon|imagine|suspect|gather|doubt
i would|should|just|still|kinda|also|really|honestly|do think|guess|suppose|believe|reckon|imagine
i'd|i'll think|guess|suppose|believe|reckon|imagine|suspect|say|hope|venture
i would|should|might say|hope|venture
i wanna|want|would to? say
i'd like to think|believe|hope
i like to think
i feel|felt like
i hope|seem
i am guessing|hoping|inclined
i'm|we're guessing|hoping|inclined
we|you|people|they think|believe|guess|suspect|hope
my|our best? guess|hunch|sense|feeling|impression|suspicion|hope is|was|would
best guess
in my opinion|view|mind|humble opinion?
from where i sit|sat
to my mind|knowledge
-- not sure
not|never entirely|totally|quite|completely|really|100|exactly|fully? sure|certain|convinced|clear
not a|one? hundred percent sure|certain
not 100 sure|certain
isn't|wasn't|aren't really|entirely|quite? sure|certain|clear
unsure|uncertain
i don't|didn't really? know|remember
i'd|i would have to check|look|guess
from what i remember|recall|know|saw|heard|understand
can't|cannot be sure|certain
i dunno
don't really|honestly know
hard|difficult|tough to say|tell|know|judge|pin
who knows how|what|when|if|whether|why|really
i don't|didn't|do not think|believe|suppose|recall
i can't|couldn't|cannot really? say|tell|swear|remember|recall
don't quote me
if i remember|recall
if memory serves
if i'm|we're honest|not mistaken|wrong
i may|might|could be wrong|mistaken
as far as i know|remember|recall|can
as best i can
from memory
off the top of my head
to the best of my
-- less than said
sort|kind of
kinda|sorta
more or less
in a way|sense|manner
in some ways|sense|respects
to some|a|an certain? extent|degree
up to a point
pretty much
or so|something|somewhere|whatever|thereabouts
something|somewhere|someplace like|around|between|near
somewhere in
something along
some kind|sort of
a little bit
roughly speaking
ballpark
in theory|principle
give or take
at a guess
-- it may be
may|might have|be|well|just|also|even|possibly
might've|could've|may've been
could have been
it|that|this|there|which|they might|may|could
it|that|this|there could be|have
could be that|because|the|a|an|wrong|worse|better|anything|something|anywhere
i|we might|may
i|we could probably|maybe|perhaps
it's quite|very|entirely|also? possible|conceivable|likely|plausible|debatable
it is|was quite|very|entirely|also? possible|conceivable|likely|plausible|debatable
there's a chance
there is|was a chance
seem|seems|seemed|seeming|appear|appears|appeared to|like|that|as
it seems|seemed|appears|appeared|depends|depended
that|this depends|depended
looks as
i|we|they|people tend|tended to
tend to think
should|would|ought be fine|ok|okay|alright
should probably|hopefully
if anything
all being well
fingers crossed
"""

NOT_HEDGE = """
the|what|which|any|same|right|wrong|every|first|different|certain|these|those|new kind|sort of
this kind|sort of thing|work|project|program|programme|problem|risk|change|system
the one? kind|sort
all kinds|sorts of
how|way|what|when|that|as we|i|you|they|people think|thought|believe
do|did|would you think
i'd|i|would think|thought about|of|through|ahead|twice|back
we|people|they|you think|thought|believe about|of|in|through|ahead
i believe in
i feel strongly|confident|good|proud|responsible
i hope you|that answers?|this
i'll say|think
say|said|says maybe
more|less|most likely to
looks|looked like a
we|they hope
may not
may i|we
looks|look like we|they
"""

FILLER = """
-- sounds
um|umm|ummm|uh|uhh|uhm|er|erm|err|ah|ahh|hm|hmm|hmmm|mm|mhm|uh-huh|oh
-- empty phrases
you know
y'know
i mean
ya know
basically|literally|honestly|obviously
at the end of the day
to be honest
the thing is it|you|we|i|they|he|she|that|if|when|there|it's|we're|you're|nobody
if you will
if that makes sense
as it were
and stuff|whatnot
and things|stuff|everything like that
and all that|this
or what have you
so on and so forth
blah
right|okay|ok|yeah so|okay|ok|right|yeah
so okay|ok|right|yeah
so like
like so|like
yeah|yep|yup|yea
anyways
like i|we said
as i said
i'm like
let me see|think
let's see
how do i put|say
what do you call
how should i put|say
"""

NOT_FILLER = """
you know who|where|when|which|whether|your
as|do|if|did|how|before|until|let|would|already|once you know
what|which i mean
i mean by|business
oh well
and yeah
to be honest with
let me see|think about|if|through
and all that is|was|we
"""

WORDS = {
    "hedge": HEDGE,
    "not_hedge": NOT_HEDGE,
    "filler": FILLER,
    "not_filler": NOT_FILLER,
}
"""The lexicons by name."""
