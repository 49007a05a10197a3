"""Phrases of what is done about a danger.

Written as in `cues`.
"""

MEASURE = """
-- said to be one
mitigate|mitigated|mitigates|mitigating it|that|this|by|with|them|the|against
mitigation|mitigations|countermeasure|countermeasures|counter-measure
safeguard|safeguards|safeguarded|guardrail|guardrails|guard|guards|guarded|guarding
contingency
has|have|had|is|was|are ~1 hedged|insured|covered
hedge|hedged|hedging ~2 against|by|with
insurance|insure|insured
protect|protected|protects|protecting
prevent|prevented|prevents|preventing
contain|contained|containing
answer is|was to
kick|kicks|kicked in
handled|addressed|covered|solved|countered|managed by|with
take|took|takes|taking ~2 sting|edge
-- tried before
practiced|practised|practicing
prewarm|prewarmed|warm ~1 it
workaround
rehearse|rehearsed|rehearses|rehearsing|rehearsal|rehearsals
dry run|runs|rehearsal
game day|days
drill|drills|drilled
canary|canaried
soak|soaked|soaking|soaks
pilot|piloted|piloting
prototype|prototyped
spike|spiked ~2 early|first
load|stress|soak|pen test|tests|tested|testing
test|tested|testing it|that|this|them|every|the|each|all ~4 before|first|early|overnight|nightly
simulat*
-- in steps, or less of it
stage|staged|stagger|staggered|phased|in waves|in batches
ramp|ramped|ramping
cap|capped|caps|capping
limit|limited|limits|limiting
throttle|throttled|throttles|throttling
rate limit|limited|limiting
quota*
freeze|froze|frozen|freezes
fence|fenced|isolate|isolated|isolates|quarantine|quarantined|segregated
damping|debounce|debounced|backoff
circuit breaker|breakers
timeout|timeouts
held back|off
slack
buffer|buffers|buffered|padding|padded|cushion|reserve|reserves|reserved|headroom
-- a second one
backup|backups|back-up
back up plan|person|vendor|supplier|line|site|link|engineer
spare|spares
second|third|another|alternate|alternative supplier|source|vendor|provider|carrier|line|link|route
second|third|another copy|kernel|pair|engineer|person|reviewer|site|region|partner|set|version
redundan*
replica|replicas
standby|stand-by
dual
double write|writes|entry
parallel
shadow|shadows|shadowed|shadowing
cross train|trained|training
pair|paired|pairing ~3 with
mirror|mirrored|mirrors
escrow
offline copy
copy|copies offline|in|off|of|on
export|exported of|every|the|all
snapshot|snapshots|snapshotted
version|versioned ~3 files|cache|schema|api
-- watched by something that acts
alert|alerts|alarm|alarms|pages|paged|tripwire|tripwires
a page when|if|at
trigger|triggers|threshold|thresholds
checksum|checksums|reconcil*|dedupe|dedupes|deduplicat*|idempoten*|validat*|sanity
check|checks ~2 on|for|at|before|after|every|per|that
checked every|each|before|all
checking ~3 before|first
double check|checks|checked
sampled|sample|samples
audited|auditor|audit
inspect|inspected
compare|compared|compares ~4 before|after|every|nightly|against
sweep
nightly
by hand
-- taken care of beforehand
lined|lining up
in advance
up front
upfront
beforehand
ahead of time
# ~1 days|weeks ahead
head|headed|heads off|that
order|ordered|stocked ~4 stock|spares|units|ahead|early
shadow|shadowed|shadows
book|booked|prebooked
borrowed|borrow
rented|leased
hired|hire|hires|hiring
train|trained|trains
negotiated
renewed|renew
scheduled it|that|them|the ~2 for
expire|expires|expired|released|release after|automatically
bring|brought|pull|pulled|move|moved ~4 forward|earlier|early
clause|penalty clause
front loaded|loading
cache|cached ~2 in|front
retry|retried|retries with|at
human reviewer|review|check|in
idempotency
extra staff|shift|crew|capacity
put ~6 in front|behind|first|offline
gate|gated|gates|gating
sits|sit|sat|live|lives|lived|behind behind|a flag|switch|toggle
held|hold|holds for|until
automatic|automatically|disables|disable|disabled
early warning
design|designed|designs|engineer|engineered around|out|for
reduc*
shrink|shrank|shrunk
bump|bumped
rotate|rotated|encrypt|encrypted|mask|masked|redact|redacted
covers|covered that|it|this|us
gets|get thrown|blocked|rejected|dropped
rerun|re-run|resume|resumes|resumable
can be run|replayed|repeated|restarted
had a bypass|override|backup|spare|second
override|overrides|bypass|bypasses
"""

STEP = """
-- an act like any other; done about it only where both stand in one sentence
put|puts|adds|added|add|adding|built a|an|two|three
build|builds|wanted|want|fitted|install|installed a|an|two|three
put|puts|adds|added|add|adding|built|build|builds|wanted|want|fitted|install|installed second|extra
keep|keeps|kept|keeping a|an|two|the|our|one|some|both|#
set|sets ~2 up? a|an|hard
bought|buy|buys|buying
wrote|write|writes|written ~4 runbook|script|playbook|test|tests|penalty|clause|job
put ~6 copy|alarm|limit|gate|check|lock|person|early
lock|locked|locks|locking it|the|that|them|down|access|our
only|until after|when|once
move|moved|moves ~3 off|away|out
agree|agreed a|an|on|two
cut|cuts|cutting ~3 down|to
document|documented
approve|approval|sign|signed|signs
signed ~2 extension|deal
second|third set|version|person|site
lower|lowered|raise|raised|raises ~2 ttl|limit|quota|floor|threshold
"""

RESPONSE = """
-- after "if it fails": what happens then
traffic ~2 moves|goes|shifts|drains|flows|routes
takes|take|took|step|steps|stepped over|in
carries|carry|carried on|us
picks|pick|picked up
reroute*
kicks|kick|kicked in
serve|serves|serving stale|cached|the
degrade|degrades|degraded
has|have a|an|the|its|two|another
gets|get|is|are killed|revoked|locked|wiped|disabled|replaced|restored|rerouted
go|goes|work|works|route|routes around
cuts|cut|shuts|trips out|off|down
stops|drops|closes|refuses|merges its|taking|accepting|writing|writes|reading|serving|there|the
has|have|had ~5 ready
goes|go off
retry|retries|retried|requeue|requeued|replay|replays|replayed|queued|queues
page|pages|paged
stands|stood in
runbook|playbook
on call gets|restarts|flips|switches
"""

BRAKE = """
-- to stop or undo, where a condition is met
stops|halts|pauses
stop|stopped ~3 it|that|the|this|there|and|before|rollout|launch|migration|job|here
halt|halts|pause|pauses|abort|aborts|suspend|suspends
kill|kills it|that|the|this
pull|pulls it|that|the plug|ad|feature|launch|release|cord|trucks
turn|turns|switch|switches|flip|flips ~3 off|back
shut|shuts it|that|the|them ~2 down|off?
shed|sheds|drain|drains|reroute|reroutes
go|put|puts|return|returns|fall|falls|point|points|send|sends|drop|drops ~4 back
"""

HENCE = """
hence
to be safe|sure
just in case
as a precaution|safeguard|backstop
therefore
thus
consequently
accordingly
which is|was why
that's why
that is|was why
this is|was why
until the|that|then|it|they|we
in the? meantime
meanwhile
because of that|this
for that|this reason?
for which
to blunt|counter|cover|guard|avoid|prevent|contain|limit|reduce|blunt|defuse|offset|cap|stop that|it
to blunt|counter|cover|guard|avoid|prevent|contain|limit|reduce|defuse|offset|cap this|against|the
's answer
answer is|was
fix is|was
remedy is|was
"""

IDLE = """
-- looking at a risk is not doing something about it
keep|kept|keeping ~3 eye|tabs
keep|kept ~3 going|moving|informed|aligned|loop|posted
keep|kept the|a|our ~3 tracker|log|register|raid|list
track|tracked|tracks|tracking|tracker
monitored|monitor|monitoring
watched|watch|watching
log|logged|logging
reviewed|reviewing
review|reviews it|them|that|this|every|weekly|monthly
weekly|monthly|daily|regular|risk|status review|reviews
note|noted
look|looked|looking at|into
discuss|discussed
raise|raised|raising it|that|this|in|at|with|as
was|were|been|got raised in|at|as|with
escalated|escalate|escalating
report|reported
report|reports|updates|meeting|meetings|dashboard|slide|deck|agenda|newsletter
captured|recorded|scored|re-scored|flagged
is|are|was|were|been|and documented
talked|communicated|communicate|aligned|align|met
worked|work through|around|it|hard
managed|manage|handled|handle it|them|that|closely|well|carefully
list|listed
has|have a|an ~1 problem|issue|crisis|mess
send|sends|sent ~1 it|them|this|that|mail|mails|notes|updates
weigh|weighed|consider|considered
visibility|lucky
human nature
in the register
kept|keep|keeps ~5 board|page|sheet|column
careful|hoped|hope|hoping|prayed
fine
"""

WORDS = {
    "measure": MEASURE,
    "step": STEP,
    "response": RESPONSE,
    "brake": BRAKE,
    "hence": HENCE,
    "idle": IDLE,
}
"""The lexicons by name."""
