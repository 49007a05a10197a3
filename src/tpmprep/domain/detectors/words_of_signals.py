"""Phrases of what was seen before a plan changed: by people, by a measure, by a test.

Written as in `cues`; a line that begins with `--` says what the group below it is.
"""

_EVIDENCE = (
    "feedback|data|numbers|evidence|test|tests|pilot|results|metrics|figures|survey|interviews|"
    "logs|telemetry|tickets|complaints|findings|usage|retro|review|incident|outage|rehearsal|"
    "finding|trace|traces|graph|chart|profile|analysis|forecast|burndown|retrospective"
)

_TRIAL = (
    "test|tests|trial|pilot|canary|first|second|rehearsal|drill|beta|prototype|simulation|sandbox|"
    "audit|check|sample|spike|probe"
)
_SHOWED = (
    "showed|shows|failed|said|says|came|told|found|took|broke|gave|priced|had|turned|made|pointed|"
    "suggested|revealed|confirmed|looked"
)
_MEASURE = (
    "uptake|adoption|usage|retention|conversion|churn|latency|lag|load|burn|rate|nps|accuracy|"
    "throughput|velocity|memory|queue|backlog|bill|spend|traffic|volume"
)
_THOUGHT = (
    "planned|expected|thought|hoped|estimated|assumed|promised|forecast|budgeted|agreed|modelled|"
    "modeled"
)
_AGAIN = (
    "asking|complaining|saying|failing|breaking|losing|dropping|crashing|slipping|missing|sending|"
    "calling|writing|coming|hitting|running|getting|growing|rising|climbing|falling|ignoring"
)
_WHOSE = "the|its|it|them|their|his|her|our|a|an|two|three|another|both|every|all|some|half|#"

OBSERVED = f"""
-- what somebody saw
saw
seeing
noticed|noticing
spotted
found|discovered
found out
learned|learnt ~1 that|the|from|about
realised|realized ~1 that|the|we|it
figured out ~1 that|why|it
heard ~1 that|from|the
read|reading ~3 logs|feedback|reviews|tickets|comments|replies|interviews|survey|report|reports
watched|watching
after|from|by ~1 talking|speaking|listening|watching|reading|seeing|looking|visiting|testing
had|i'd|we'd|he'd|she'd ~1 seen|heard|read
sent|sends|showed us|me|him|her
demoed|demonstrated|reproduced
ignored|ignoring|bypassed|bypassing|avoided|avoiding ~1 the|our|it|them
looked|dug|digging ~2 data|logs|numbers|funnel|traces|metrics|tickets|dashboard|usage
i|we|he|she|they measured|counted|profiled|traced|sampled|timed
-- what somebody told
told|tells|telling|showed|shows|showing me|us|him|her|them
pointed out
wrote ~1 that|in|back|saying|to
said|says ~6 late|later
said|says ~3 couldn't|wouldn't|can't|won't|cannot|weren't|wasn't|isn't|didn't|don't|gone|late|not
rang|phoned|emailed|mailed|pinged|messaged|called ~3 said|saying|that|to
came|comes|coming back|in|out
came out
complained|complaining|complaint*
asked|begged|begging us|me ~1 why|for|to|when|who
says|said|came|went to me|us|him|her
flagged|flags|warned|reported|reports|admitted|confessed
raised ~3 concern*|flag|alarm|issue
gave|giving notice|up
refused
objected
resigned|quit
got|had|received ~1 call|note|message|mail|email|ticket|letter|word|warning|complaint ~1 from|that
kept|keep|keeps ~1 {_AGAIN}
{_MEASURE} ~4 was|were|is|had|passed|bent|hit|ran|stood ~3 #
# ~2 over|off|short|behind|deep
same question|questions|complaint|complaints|error|errors|mistake|objection
objection|objections|pushback ~3 from
published|announced|issued|released|introduced ~2 new
said|says ~2 they|he|she|it would|could|was|were ~1 only|never|not
said|says ~2 it|that|they|no|the ~6 not|too|late|thin|wrong|broken|weak|unsafe
said|says ~2 it|that|they|no|the ~6 slow|hard|never|impossible|couldn't|wouldn't|weren't|wasn't
could|can see that|from|how
nobody|none|hardly ~2 used|uses|opened|clicked|touched|logged|read|wanted|came
-- what a measure did
hit|hits ~3 #
# ~4 hit|reached|crossed|passed|topped
reached|crossed|passed|exceeded|topped|breached|touched ~2 #
caught a|an|the|us|#
climb*
spik*
explod*
piled|piling|mounted|mounting|stacked|stacking up
went|going|gone wild|crazy|haywire|off|quiet|silent
got|getting lost|stuck|confused|worse|tangled
was|were ~1 # ~3 against|versus|instead|rather|not
letter|mail|email|call|news|report|result|results|invoice|quote came|arrived|landed
first|second|third|fourth late|failed|missed|outage|incident|delay|failure
surprised|shocked|stunned us|me|him|her|everyone|everybody
threaten*
contradict*
jumped|leapt|leaped|soared|surged|doubled|tripled|quadrupled|halved|shot|crept|creeping
rose|rising|grew|fell|falling|sank|slid|dipped
plunged|tanked|collapsed|dropped|dropping|slipped|slipping
went|goes|going up|down|red|amber|flat|backwards|quiet|dark|off
through the roof
plateau*
flatlined|flattened|flat
stall*
stopped moving|improving|growing|responding
stayed|sat|stuck at|flat|above|below
was|were ~3 off|over|short|late|behind|slow|slower|worse
was|were ~3 higher|lower|flat|double|twice|wrong|missing|broken
running ~3 late|behind|hot|over|short
ran ~3 late|hot|over|long|short|out
took|takes|taking ~2 #
# of ~7 did|were|was|had|never|could|couldn't|wrote|asked|came|gave|left|stalled|failed|dropped
only|just|barely #
a tenth|third|quarter|fifth|half of
twice|double as|the|what
went|going|gone ~1 badly|wrong|sideways|south|poorly|worse|upside
burned|burnt|ate|eaten|ran|went|gone through
used up
longer|more|less|worse|slower|fewer|later|higher|lower|bigger|smaller than ~2 {_THOUGHT}
twice|double|half|triple|three|four|ten ~1 as|times ~1 long|much|many|the
# ~2 instead of
looked|look|looks ~1 awful|bad|terrible|wrong|grim|off|worse|thin|shaky|odd|strange|ugly
drop|fall|rise|jump|dip|surge|increase|decrease|decline|spike|slump in|of|from
had|when ~2 assumed|expected|planned|promised|estimated
overnight
-- what a test or a system did
{_TRIAL} ~4 {_SHOWED}
dry run ~5 {_SHOWED}
showed|shows ~2 #|that
load|stress|soak|smoke|pen|shadow test|tests|run ~4 showed|failed|fell|came|broke|found|died|gave
fail|failed|failing|fails
broke|broken
crashed|crashing
leaked|leaking
timed|timing out
time out
threw ~3 #|a|errors
paged|pages
alarm|alert|alerts|alarms|pager|monitor ~2 fired|went|tripped|paged|triggered
fired|tripped|triggered
didn't|doesn't|wouldn't|couldn't|don't ~1 match|add|hold|work|scale|fit
didn't|doesn't|wouldn't|couldn't|don't ~1 bend|move|pass|come|arrive|turn
wasn't|weren't|isn't ~1 bending|moving|working|there|enough|ready|what|coming|going|using
turned ~1 sour|bad|ugly|red|amber|against
was|were ~1 dead|down|offline|useless|empty
fell|fallen|falling over|apart|behind|off
was|were gone|spent|exhausted|blown|exceeded
blew|blown up|past|through
drifted|drifting
stuck
lost|losing|dropping|missing ~3 #|events|orders|messages|records|packets|data|customers|users
lost|losing ~3 network|connection|contact|power|signal
closed|peaked|stood|landed|sat|settled ~1 at|on ~1 #
unhappy|furious|angry|confused|frustrated|burned|burnt|exhausted
missed {_WHOSE}
blocked|blocking|broke|crashed|rejected|swallowed|ate|duplicated|corrupted|bounced {_WHOSE}
slipped
turned|turns out|up
-- evidence by name
{_EVIDENCE} ~4 {_SHOWED}
what ~2 showed|revealed
based|because|given|light|strength|back|response of|on|to ~3 {_EVIDENCE}
given|from ~2 {_EVIDENCE}
revealed
made|makes it ~1 clear|obvious|plain
showed up
became|got clear|obvious
it was|were clear|obvious
"""

UNFORESEEN = """
-- things that are not as they were thought to be
didn't
doesn't
wasn't
weren't
couldn't
wouldn't
isn't
aren't
nobody
none
hardly|barely|only #|half|any
twice
#
"""

WORDS = {"observed": OBSERVED, "unforeseen": UNFORESEEN}
"""The lexicons by name."""
