"""Phrases of decisions.

Written as in `cues`.
"""

from tpmprep.domain.detectors.words_of_proposals import WORDS as PROPOSALS

_ENDED = (
    "scrapped|cancelled|canceled|killed|halted|postponed|deferred|approved|dropped|shelved"
    "|axed|cut|refused|rejected|overruled|vetoed|abandoned|rescheduled|greenlit|descoped|binned"
    "|paused|overturned|frozen|parked"
)

_WHEN = (
    "january|february|march|april|may|june|july|august|september|october|november|december|monday"
    "|tuesday|wednesday|thursday|friday|saturday|sunday|next|later|after|q1|q2|q3|q4|spring|summer"
    "|autumn|fall|winter|#"
)
_COMMAND = (
    "tell|ship|go|stop|hold|keep|park|drop|cut|wait|start|kill|buy|build|use|roll|fix|split|move"
    "|leave|take|do|skip|freeze|launch|delay|pause|swap|switch|pull|put"
)

DECIDES = f"""
decided|decides to|that|against|for|not
decided
chose|choosing to
opted to|for|out|in
settled on|for
settled with ~3 on|that
went with
made|make|makes|took|take ~2 call|decision|choice to|that|and|on
the|final call|decision|choice|ruling|verdict was|is to|that|not
my|our|his|her|their ~1 choice|pick|ruling|verdict|decision|preference was|is
what|whatever|things i|we|he|she|they ~1 picked|chose|decided|changed ~6 was|is|out|outside
what|whatever|things i|we|he|she|they ~1 kept|cut|dropped ~6 was|is|out|outside
that's|is|was what i|we|he|she|they proposed|picked|chose|decided
is|are off the table
goes|go first|last
that|it was|is the ruling|decision|verdict|deal
gave|gives|give ~3 green|go-ahead|nod|blessing light?
gave|gives|give the go
overruled|vetoed|overrode
said|say|says|saying no to|and
said no|yes|stop
so i said
put ~3 in charge
-- told of the thing that was decided
was|were|been|got|gets|is ~1 {_ENDED}
was|were|been|got|gets|is called off|short
was|were|been|got|gets|is brought|pushed|moved ~1 forward|back|earlier|later
got replaced|merged
was|were told ~4 no|not|would
was|were ~1 declared|voted out|in|down|off
was|were ~1 agreed|ruled|decided ~3 by
launch|cutover|release|go-live|rollout|pilot|migration moved to|by|from|up|back|forward
got|gets cut|pulled|split|moved|frozen|stopped
was|were agreed that|to|on
priority went|goes to
-- as it was told to others
voted # to|against # for
voted to|for|against|down
the vote was|went|fell
agreed ~5 to|that
instead of ~5 i|we|he|she
won by
the|her|his|their plan|answer|deal is|was no|yes|not|simple|to
was|were pulled on|from
my|our answer is|was
it's|that's|it was|is a no|go|yes
said ~3 stays|goes|comes|waits|ships|moves|runs|let's|lets
said {_COMMAND}
gave ~2 a yes|no
said|told ~3 we'd|they'd|would|will|we're|i'm|it's not
said|told ~3 won't|wouldn't
said|told ~6 would|could|must|should wait
we're|i'm not doing|building|shipping|going|taking|launching|moving
in the end it was
landed on
ended up choosing|going|picking|taking|keeping|dropping|cutting|shipping|delaying|pulling
ended up stopping|moving|buying|splitting|killing|postponing|using|building|leaving|running
sided with
made|led|convinced|persuaded me|us|him|her|them to? ~1 stop|change|drop|switch|pause|hold|cut
he|she agreed
"""
"""What needs nobody before it: the words alone say that something was decided."""

VERDICT = """
decision|chosen|choice|ruling|selected|agreed|decided|call|recommendation|recommend|pick|verdict
the|my|our plan|deal|answer|rule|decision|call|choice is|was
"""
"""What is a decision with a colon after it."""

ACT = f"""
-- choose
picked|chose|selected|elected|preferred|adopted|favoured|favored
took the|b|c|option|both
went for|ahead|back|manual
bit the bullet
pushed for
went along|the other? with|way
stayed|stuck on|with|to
kept on? with|polling|both
backed the|a|her|his|my
bet on
insist|insists|insisted on|that|we
committed to|that
ruled that|against|in|for|any|anything|out
ruled
signed the delay|waiver|change|exception|slip
signed off on
-- stop or give up
cancelled|canceled|scrapped|abandoned|killed|dropped|axed|binned|vetoed|ditched|nixed
banned|forbade|prohibited|decommissioned|deprecated|terminated|fired|dismissed|withdrew
paused|halted|stopped|froze|parked|shelved|suspended|blocked|quashed|aborted|retired
grounded|quarantined|disabled|mothballed
spun ~2 off|down
pulled the|it|our|that|them|all|in|forward|from|out|back
pulled ~4 out|from|forward|back|off
called it
called ~3 off|halt
called the ~1 revert|stop|halt|rollback|abort|launch|freeze
turned|switched|shut ~3 off|down|on
turned|voted down
overturned|bumped|caved
called time
gave up|away|in|them|him|her
backed away|down|out|off
walked away
rejected|refused|declined
ended|closed the
skipped
threw ~2 out|away
-- defer
postponed|deferred|delayed
held ~3 back|off|wave|launch|release|date|line|cutover|rollout|train|go-live
held that|it|them|everything
pushed ~4 back|until|till|into
pushed ~4 to the? ~3 {_WHEN}|end
pushed|moved|shifted|slid|extended|cut|shortened|delayed ~4 by
brought ~6 forward|back
put ~3 off
set|scheduled|booked ~3 for {_WHEN}
-- leave out, keep in
left ~5 out
left the|that|it|this ~3 for|to
kept ~4 until|till
-- put in another place
put ~5 back|behind|ahead|before|first|last
put ~5 on hold|ice|an
toggled|flipped ~3 on|off|to|back
turned to the|a|an|our
went to|all everyone|in
let him|her|them have|keep|run
promised|offered him|her|them a|the
accepted it|this|that
let the|our|their|it|this|that|each|every
passed on
accepted ~3 slip|delay|risk|cost|hit|penalty
-- cut
cut ~2 scope|out|feature|features|everything|anything
cut it|them|that
cut the|our|all ~2 module|work|workstream|list|report|reports|project
cut the|our|all ~2 integration|integrations|screen|screens
trimmed|shrank|narrowed
reduced the? scope
descoped|de-scoped|rescoped|re-scoped
carved out
carved|ruled ~3 out
struck ~3 from|off
ripped|shoved ~3 out
took ~4 out|off|away
limited|restricted|confined ~4 to|at
traded|sacrificed
drew|draw ~1 line
scaled|dialled|dialed|walked|rolled ~4 back|down
-- change
flipped|reversed|inverted|turned the|our|it|round
swapped the|our|it|out|them|in|vendors|vendor|suppliers
swapped ~3 for
reordered|resequenced|re-sequenced|replanned|re-planned|rescheduled
redrew|reworked|rewrote|redid|rebuilt|tore ~2 plan|sequence|order|roadmap|schedule
sliced ~2 down|to|into
split the|our|it|that|them
moved|shifted ~4 to|up|forward|out|back|from|off|onto|into|ahead
switched to|over|from|off
switched ~3 to|back|over
switched the
changed ~3 plan|order|rollout|scope|sequence|approach|course|rule|target
changed it|them|that|this ~2 to|from
raised|lowered|tightened|loosened ~2 cutoff|bar|threshold|limit|budget
rerouted|redirected|reassigned|diverted|reallocated|relocated|reshuffled
replaced|substituted|downgraded|demoted|extended|shortened|simplified|staggered
merged the|our|both|two|them|it
had|got the|it|that|them|our ~2 frozen|stopped|paused|pulled|removed|halted|cancelled|blocked
reverted to
prioritised|prioritized|deprioritised|deprioritized
changed tack|tactics|direction
reversed
made it a rule
wrote ~1 rule
-- tell and agree
told ~6 not|no|wouldn't|would
agreed ~4 on|we|i|not
agreed ~3 would|could|should
approved|authorised|authorized|sanctioned|okayed|waived|granted
ordered|mandated|instructed|relented|conceded|compromised
reached ~2 decision|agreement
put my|her|his|our foot down
gave it|them|us|me ~1 nod|go-ahead|blessing|ok
gave ~4 to the
sent ~3 back
-- spend
paid for a|another
bought|built|used|kept|did|leased|rented|hired|made|went|ran|shipped|started ~5 instead|rather
leased|rented
brought in a|another|an
asked for ~1 # ~1 more
renegotiated|outsourced|insourced|bundled|deduplicated|standardised|standardized
launched|shipped|released ~3 without
reserved|ring-fenced
"""
"""What is a decision when somebody does it: "I dropped it", not "the rate dropped"."""

NO_ACT = """
picked|pulled|switched|moved up the phone|a|speed|pace|on|quickly|slowly
pulled a|up
pulled the ~1 logs|log|data|traffic|numbers|report|metrics|list|graph|query
picked up
chose|chosen ~1 words
took the|a call|train|bus|note|notes|minutes|time|lead|floor|blame|meeting|numbers|readings
left|leave the|a|my ~1 company|firm|team|room|meeting|job|office|building
kept ~2 everyone|everybody|people|them|leadership|stakeholders|eye|track|tabs|pushing|asking
moved on|forward
i'd|i'll|would ~2 keep an|everyone|everybody|people|them|track
i'd|i'll|would ~2 keep ~4 around|running|warm|alive|available
let ~1 know|slip
let me|us
pushed ~2 on
took the|a ~1 pager|pen|job|role|tool|tooling|budget|feedback|results|data|test|tests|team
moved to|into the|a|another ~2 team|office|company|role|city
held a|the meeting|review|workshop|retro|retrospective
held it|that|them together|in|at
split into two|rooms|groups|teams
split it|them|that by
said ~4 either
went back and|over|through|in
took ~3 out|off for|to lunch|dinner|coffee
"""
"""What sounds like a decision and is none."""

WORDS = {
    "no_act": NO_ACT,
    "decides": DECIDES,
    "verdict": VERDICT,
    "act": ACT,
    **PROPOSALS,
}
"""The lexicons by name."""
