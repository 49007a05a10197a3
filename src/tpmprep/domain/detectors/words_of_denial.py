"""Phrases that deny, and those that only look so.

Written as in `cues`.
"""

NEGATION = """
no|not|never|without|nobody|none|nothing|neither|nor|nowhere|cannot
no one
no longer
can't|won't|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|haven't|hasn't|hadn't
couldn't|wouldn't|shouldn't|mustn't|needn't|ain't|mightn't|shan't|daren't
cant|dont|didnt|doesnt|isnt|arent|wasnt|werent|havent|hasnt|hadnt|couldnt|wouldnt|shouldnt|wont
lack|lacks|absence of
lacked|lacks|lacking a|an|any|the|all|of
hardly|barely any|anyone|anybody|anything|ever
refused|declined|neglected|omitted to
failed|failing|fails to
unable|impossible to
zero
not a single|one
"""

NOT_NEGATION = """
-- "no" that denies nothing
no doubt|question|wonder|problem|problems|worries|matter|thanks|kidding|brainer|op|ops|code|show
no later|earlier|sooner|more|less|fewer|longer than
no sooner
no go
go no
number no
yes|or|and|of|with no or
say|said|says|saying|hear|heard|answer|answered|told|meant no
say|said|says|saying yes or no
a hard|clear|firm|flat|polite? no
or no
long time no
-- "not" that adds, doubts or softens
not only|just|merely|simply|least|alone
didn't|don't|doesn't|isn't|wasn't|aren't|weren't|couldn't just|only|merely|simply
it's|it is|was? not that
not that i|we|it|anyone|anybody|there
not to mention|say
not bad|unlike|unusual|uncommon|unreasonable|gonna lie
why not|don't|didn't|can't|won't
whether|believe|like ~2 or not
if|or not
more often than not
last but not
not sure|certain
not entirely|totally|quite|completely|really|exactly|fully|100|particularly sure|certain|clear
as not to
-- idioms of "n't", doubt and politeness
i really|honestly|just|still? don't|didn't really? know|think|suppose|remember|recall
i can't|cannot|couldn't really|quite|exactly|honestly? remember|recall
can't|cannot be? sure|certain
i do not think|know
don't|doesn't get me wrong
don't mind|worry|quote|you
do not worry|mind
never mind
can't|couldn't|cannot wait|help|stress|complain|overstate|emphasise|emphasize
couldn't agree more
couldn't be happier|better|prouder|clearer
won't lie|pretend|bore
isn't|wasn't|aren't|weren't it|that|they|there
wouldn't|couldn't|shouldn't|didn't|don't|haven't it|you|we|they|i
would|wouldn't not? say|call|describe
needless
influence|influencing|leading|lead ~1 without authority
with or without
without a|any? doubt|question|saying|fail
-- next to nothing
nothing but|short
from|to ~1 none|nothing|nil
next|close|better|more|all ~2 nothing
or|if nothing
none other|the
-- zero as a place on a scale
from|to|at|near|nearly|net|ground|absolute|below|above|until|almost|hit|hits|reached|day zero
zero downtime|touch|copy|click|trust|day|sum|to|in|based|percent
"""

PREDICATE = """
-- what was not done to the thing named before: "the rollback was never tested"
named|agreed|built|planned|written|tested|documented|defined|decided|assigned|owned|measured
recorded|appointed|available|possible|exist|existed|there|considered|discussed|rehearsed|ready
approved|taken|made|found|mitigated|used|needed|implemented|set|drilled|tried|proven|fixed|signed
clear|obvious|known|tracked|mentioned|funded|delivered|done|happen|happened|work|worked
"""

WORDS = {
    "negation": NEGATION,
    "not_negation": NOT_NEGATION,
    "predicate": PREDICATE,
}
"""The lexicons by name."""
