"""Phrases of what was done differently, and of why and how soon.

Written as in `cues`; a line that begins with `--` says what the group below it is.
"""

_SHIFTED = (
    "moved|pulled|pushed|cut|dropped|stopped|split|switched|swapped|shifted|flipped|turned|"
    "held|hold|slowed|narrowed|trimmed|shrank|shrunk|sliced|changed|rewrote|redrew|redid|"
    "redesigned|rebuilt|rerouted|redirected|pointed|gave|threw|brought|parked|killed|pinned|"
    "doubled|halved|reopened|limited|capped|throttled|closed|reset|shut|"
    "reassigned|extended|tightened|fenced|tore|rolled|ended|decoupled|respun|reworked|stripped|"
    "removed|merged|reshuffled|inserted|broke|carved|widened|loosened|replaced|tossed|yanked|"
    "bumped|softened|relaxed|toggled|withdrew|undid|disabled"
)
_REPLANNED = (
    "moved|pulled|cut|dropped|stopped|split|switched|swapped|flipped|halved|narrowed|trimmed|"
    "shrank|rewrote|redrew|rebuilt|redesigned|rerouted|redirected|parked|killed|reopened|reset|"
    "turned|threw|tore|reshuffled|reworked"
)
_RETHOUGHT = (
    "scrapped|halted|paused|reversed|cancelled|canceled|abandoned|postponed|delayed|deferred|"
    "reordered|resequenced|rescheduled|rescoped|replanned|reprioritised|reprioritized|descoped|"
    "rethought|revised|froze|frozen|shelved|ditched|binned|junked|axed|pivoted|reverted|rerouted|"
    "redirected|reshuffled|overturned|overhauled|retired|suspended|aborted"
)
_WHO = "i|we|he|she|they|who"
_OBJECT = (
    "the|our|my|his|her|its|their|it|that|this|these|those|them|both|all|everything|everyone|"
    "everybody|us"
)

_PLAN = (
    "launch|rollout|order|plan|date|cutover|scope|release|migration|wave|sequence|train|timeline|"
    "work"
)

_AWAY = "off|out|back|aside|forward|behind|on|last|later"

CHANGED = f"""
-- the plan as it was is over
{_RETHOUGHT}
re plan*|planned|planning|ordered|sequenced|scoped|prioritised
re prioritized|scheduled|thought|drew|wrote|routed|sourced|negotiated|assigned
re did|cut|built|staffed|started
called|calling ~3 off
rolled ~3 back
backed away|off|out
pulled back|out|forward
pulled the plug|cord|trigger|brake
brought ~4 forward|in
pushed|moved|put ~4 back|out|forward|up|ahead|later|earlier|first|last
tore|ripped up
tore|ripped ~2 up
threw ~3 out|away
changed|changing|change course|direction|tack|plans|my|our|mind|minds
changed|flipped|reversed|swapped ~2 order|plan|sequence|rollout|approach
changed|flipped|reversed|swapped ~2 scope|design|date|priority|priorities
turned ~3 round|around
pivot*
gave up ~1 on?
settled for|on
went ~5 instead
instead of
instead
rather than
{_WHO} ended up
i|we|he|she|they ~1 stopped|quit|called|turned|made
so plan|option|route ~2 it was
called it|time
no launch|release|go
took|taken ~4 off|out
is|was|were gone|dead|over
let ~2 go
stopped shipping|selling|building|work
launched|shipped|started|opened ~3 with|without|separately|alone|only|instead
jumped|went ~1 to? the queue|top|front
went first|last|in|out|away
had to go|wait|move|stop|change
insisted
on ice|hold
{_WHO} ~1 went to|with|for|back
decided|agreed to|that|not|we
{_WHO} ~1 chose|picked
made the call
no longer
is|was|were off
comes|came off the|this
off the table|plan|roadmap
went back
held ~3 back
go|goes|going with|for
was|were put back
said ~3 stop|hold|wait|no|park|pause|off|first
-- somebody did something else, to something
{_WHO} ~1 {_SHIFTED}
{_SHIFTED} {_OBJECT}|phase|phases|release|wave|one|some|half|most|more
{_REPLANNED} #
{_SHIFTED}|took|taken ~4 out of
switched|turned|shut|put|held|took|pulled|flipped|rolled|moved ~2 off|out|back|down|aside|forward
raised|lowered the|our|its ~1 bar|threshold|limit|cap|cutoff|timeout|target|quota|floor|price
-- the plan as the one to which it was done
was|were|got|gets|be ~1 {_RETHOUGHT}
was|were|got ~1 moved|pulled|pushed|put|cut|dropped|stopped|split
was|were|got ~1 switched|swapped|shifted|flipped|held|added|changed
was|were|got ~1 rewritten|redrawn|redesigned|rebuilt|parked|killed|brought|reopened
was|were|got ~1 pulled|limited|capped|closed|told|asked|replaced
plan|plans|order|rollout|cut|cutover|launch ~2 moved|changed|became|shrank|flipped
date|scope|wave|waves|part|sequence ~2 moved|changed|became|shrank|flipped
"""

RETHOUGHT = f"""
-- the sentence that says it needs no "so"
{_WHO} ~2 {_RETHOUGHT}
{_WHO} ~1 killed|stopped|pulled|dropped|held|moved it|that|them
{_WHO} ~1 cut|switched|flipped|changed|parked it|that|them
i|we|he|she ~1 stopped|paused|halted
{_REPLANNED}|{_RETHOUGHT} {_OBJECT}
called ~2 off
stopped everything
launch|plan|date|rollout|release|cutover|order|scope ~1 became|moved
{_WHO} ~1 took|pulled|put|brought|threw|rolled|moved|pushed ~5 {_AWAY}
{_WHO} ~1 switched|shifted|moved|went|turned|changed ~1 to|from|over|back
{_WHO} ~1 deleted|removed|withdrew|undid|disabled {_OBJECT}
{_WHO} ~1 pulled|killed|changed|flipped|held|moved|cut|split|narrowed|dropped ~4 {_PLAN}
{_WHO} ~1 extended|tightened|capped|limited|throttled|blocked|doubled|halved {_OBJECT}
{_WHO} ~1 changed how|what|who|where
"""

_MADE_US = (
    "made|forced|led|prompted|had|got|convinced|persuaded|pushed|caused|drove|told "
    "us|me|him|her|them|everyone|everybody|leadership"
)

OVERTURNED = f"""
-- something made the plan another, whatever it was
enough to|for ~3 stop|change|overturn|move|cut|kill|pull|drop|pause|flip|convince|rethink|me|us
{_MADE_US} ~1 stop|rethink|change|move|drop|cut|switch|reorder|pause|re|redo|delay|split|pull
{_MADE_US} ~1 reconsider|revise|revisit|reverse|revert|cancel|postpone|scrap|narrow|replan|slow
{_MADE_US} ~1 shelve|abandon|pivot|shrink|freeze|halt|defer|think again|twice|differently
convinced|persuaded me|us otherwise
convinced|persuaded|forced|led|pushed|prompted ~2 to ~1 stop|rethink|change|drop|pause|delay|cancel
changed|flipped my|our|his|her|their mind|minds|thinking
what changed|tipped|flipped ~3 was
tipped ~2 balance|scales|decision
was the end of|for ~1 plan|idea|approach|design|rollout
blew up|apart ~1 plan|schedule|timeline
"""

BECAUSE = f"""
-- something made the plan another
changed my|our|his|her|their|the ~1 mind|minds|plan|plans|course|thinking|approach|view|order
is|was why|what|when i|we|he|she|they
that's why|what|when i|we|he|she|they|the|it
which is|was why
{_MADE_US} ~1 go|look|add|start|choose|pick|build|put|take|give|wait|turn|bring|hold
{_MADE_US} ~1 run|use|ask|keep|stay|do|make
thing|moment|number|metric|point|one ~1 that ~1 changed|flipped|turned|tipped|moved ~1 {_OBJECT}
what ~1 i|we changed|did
the? signal|trigger|tell|warning was|came
signal|trigger ~5 jumped|rose|fell|dropped|climbed|doubled|spiked|hit|passed|went|showed|failed
because of that|this|it|those
based on that|this|those|what
on the back|strength of
in light of
in response
seeing that|this|it|those
with that ~4 table|hand|mind|number
on ~2 evidence
"""

SO = """
so
hence
therefore
which is|was why
that's|that why|when
that was when|why
at that point
from then|that on|point|moment|day
which meant
after that|this|which
that ~1 day|night|afternoon|evening|morning|week
the same day|night|afternoon|evening|morning|week
"""

THEREFORE = """
hence|therefore|consequently
which meant|means|made
as a result|consequence
"""

AT_ONCE = """
hence|therefore|consequently|thus
as a result|consequence
from that|then day|point|moment|week|on
after that|this|which
within a|an|the|# ~1 hour|hours|day|days|week|minutes
that|the same|very ~1 day|night|afternoon|evening|week|morning|friday|monday|sprint|hour|month
that same? day|night|afternoon|evening|week|morning|monday
that same? tuesday|wednesday|thursday|friday|weekend|sprint
the next|following day|morning|week|sprint
on the spot
straight away
right away
immediately|overnight
"""

FEARED = """
worry|worried|worries|worrying|afraid|fear|feared|danger|risk|risks|scares|scared|nightmare
"""

POSSIBLE = """
could
can
may
might
would
if
"""

SUPPOSED = """
if
unless
in case
suppose|supposing
should
whenever
would
will
could
might
can
i'd|we'd|he'd|she'd|they'd|you'd
i'll|we'll|he'll|she'll|they'll|you'll
gonna
going to
"""

WORDS = {
    "changed": CHANGED,
    "rethought": RETHOUGHT,
    "overturned": OVERTURNED,
    "because": BECAUSE,
    "so": SO,
    "feared": FEARED,
    "possible": POSSIBLE,
    "therefore": THEREFORE,
    "at_once": AT_ONCE,
    "supposed": SUPPOSED,
}
"""The lexicons by name."""
