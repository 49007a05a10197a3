"""Phrases of ways back.

Written as in `cues`; classes of words that many phrases share stand first.
"""

_OLD = "old|older|previous|prior|legacy|existing|original|former|earlier|classic|yesterday's|last"
_BEFORE = "old|older|previous|prior|legacy|former|earlier|classic|original|yesterday's"
_BY_HAND = "paper|manual|phone|fax|csv|batch|spreadsheet|spreadsheets|forms|pen|email|mainframe"
_OLD_WAY = f"{_OLD}|{_BY_HAND}|plain|primary|stable|cached|static|known"
_THE = "the|a|an|our|its|their|that|this|your|my|each|every|any|all|both"
_IT = "it|that|them|this|things|everything|everyone|everybody|people|users|traffic|all|us|stuff"
_COULD = "can|could|would|we'd|i'd|they'd|you'd|she'd|he'd|we'll|i'll|might|may"
_PLACE = "path|flow|copy|one|route|version|build|release|pool|list|page"
_FLAG = "flag|flags|toggle|toggles|switch|lever|gate|button|setting|config|variable"
_STEP = "command|click|keystroke|entry|line|setting"
_UNDO = "turn|send|put|bring|disable|hide|undo|revert|stop|kill|flip|switch|take|return|restore"
_UNDOES = (
    "turns|sends|puts|brings|disables|hides|undoes|reverts|stops|kills|flips|takes|returns|restores"
    "|sent|took|returned|turned|brought|carries|carried|off"
)
_FAIL = (
    "fail|fails|failed|froze|freezes|broke|breaks|break|broken|die|dies|died|fall|falls|fell|stuck"
    "|choke|chokes|crash|crashes|crashed|stall|stalls|stalled|hang|hangs|wrong|south|bad|badly|dark"
    "|down|worse|late|slip|slips|slipped|misbehave|misbehaves|trouble|problems|out|offline|slow|empty"
)

_KEEP = (
    "keep|keeps|kept|keeping|leave|leaves|left|leaving|retain|retains|retained|retaining|hold|held"
)
_STAY = "stay|stays|stayed|remain|remains|remained|sit|sits|sat|still|kept|left|keep|keeps"
_TURN = (
    "flip|flips|flipped|flipping|switch|switches|switched|switching|swap|swaps|swapped|swapping"
    "|toggle|toggled|toggling|roll|rolls|rolled|rolling|route|routes|routed|rerouted|redirect"
    "|redirected|ported|point|points|pointed|pointing|shift|shifts|shifted"
    "|shifting|migrate|migrated|migrating|hop|hops|hopped|swing|swings|swung|steer|steered"
    "|drain|drained|draining|fail|fails|failed|failing|plug|plugged|cut|cuts|cutting"
)
_PUT = (
    "put|puts|putting|bring|brings|brought|bringing|take|takes|took|taking|turn|turns|turned"
    "|turning|send|sends|sent|sending|move|moves|moved|moving|pull|pulls|pulled|get|gets|getting"
    "|push|pushed|serve|serves|return|returned|change|changed|carry|carried"
)
_GO = "go|goes|went|gone|going|come|comes|came|fall|falls|fell|drop|drops|dropped|dropping|return"

WAY_BACK = f"""
-- its names
rollback|rollbacks|backout|fallback|fallbacks|failback|failsafe|killswitch|parachute
back|backing out plan|path|is|was|takes|took|in|within|until|cleanly|step|steps
failover to
fail|fails|failing it|them|that|the ~2 over
escape hatch|route|lever
safety net
exit ramp|plan|route|clause|strategy
break clause
off ramp
plan b
two way door
way|path|road|route|door|ticket back
way home
a|the|tested|rehearsed|quick ~1 way out
degraded|safe mode
in|into|to offline|manual|read mode
read|reads|use|uses|run|runs|start|keep|keeps|kept|load|loads ~3 last good|known|working
panic|stop|undo|abort|red|emergency button|stop|brake|switch
kill ~1 switch|switches|path|flag
off switch|lever|button
circuit breaker|breakers
trip|trips|tripped the|that|a ~1 breaker
blue green
point of no return
standby
known good
reverse replication|sync|migration
take|takes|took|taking dual|double writes
ready to take over
-- undoing
roll|rolls|rolled|rolling ~4 back
revert|reverts|reverted|reverting|revertible|reversible|reversing
revert|rolls|roll itself|automatically
reverse|reverses|reversed {_IT}|{_THE}|by|within|in
reverse path|route|order|direction|script
reverse|down|inverse script|scripts|migration|migrations|patch
undo|undoes|undone|undoing|undoable|undid|unwind|unwound|unwinding
rewind|rewinds|rewound|rewinding|retreat|retreats|retreated|retreating
unship|unshipped|unpublish|unpublished
backed|backs|backing ~4 out
{_COULD}|to|still back ~3 out
downgrade|downgraded|downgrading
re enable|enabled|enables
reopen|reopens|reopened it|that|them|the
{_COULD} re? open|reopen
reinstate|reinstated|reinstating|reinstall|reinstalled|reinstalling
redeploy|redeploys|redeployed|redeploying|reload|reinstall ~3 {_OLD}
{_COULD} ~1 be? reversed|cancelled|recovered|restored|restore|undo|reload
{_COULD} ~1 change our|their|my|your mind|minds
-- from a copy
{_KEEP} a|the|every ~1 copy|export of
restore|restores|restored|restoring {_IT}|the|from|within|in|any|last|yesterday's
rebuild|replay|restore|recover ~1 from the|it|a|that|last|our|backup|backups|snapshot|snapshots
snapshot|snapshots kept|taken|before|of|from|every|in
take|takes|took|taken ~2 snapshot|backup|backups
-- stopping it
abort|aborted|abortable
bail|bailed out
pull|pulled the ~1 release|build|feature|plug
take|taking it|that|them down
hit|press|pressed pause|stop|undo|abort
{_COULD} ~1 return to|on
walk|get out|away ~2 after|without|at|within
{_COULD} ~1 be? abort|aborted|suspend|suspended
{_COULD} ~1 stop|kill ~2 from the|his|her|their|a
{_COULD} ~1 drop|pull|kill|remove the new
-- going back
repoint|repoints|repointed|repointing
{_TURN} ~5 back
{_TURN} ~3 home
{_PUT} {_IT} ~1 back|home
{_PUT} {_THE} ~3 back on|onto|up|online|live|with|within|in|under|the|they|there|if
{_PUT}|{_GO} straight|right back
{_PUT} {_THE}? traffic|users|customers|tenants|clients|reads|writes|orders|calls|feature ~1 back
back in|within|under # seconds|minutes|hours
be|been {_PUT}|{_TURN}|{_GO} back
go|goes|going back to
{_GO} back to|on|onto ~1 using|showing|doing|running|serving|sending|reading|calling|where|how|what
{_COULD}|able|always ~2 go|gone|get|return back
need|needs|needed|want|wants|wanted to go|come|move back
go|going|goes|fall|return|returning back? to ~4 if|should|until
return|returning|fall|falls|drop|drops to|on|upon ~1 {_OLD_WAY}
fall|falls|fell|drop|drops|dropped back
return|returning to {_THE} {_OLD}|first
for a? return
the|our {_OLD} ~3 back
back|home to|on|onto|in|into|at|with {_THE}? ~1 {_OLD_WAY}|season's|month's
{_PUT}|{_GO}|{_TURN} ~3 to|at|on|onto the|our|its|their {_OLD_WAY} ~2 again
{_TURN}|{_GO}|{_PUT} ~2 over? to|onto the|our|its|their? {_OLD_WAY} ~1 {_PLACE}
{_TURN}|return|send|fall ~2 to|onto the|our plain|cached|static|primary|stable ~1 {_PLACE}
{_COULD}|just|simply ~2 {_TURN} ~3 to|at|onto the|our {_OLD}
{_TURN} over? to the|a|our backup|secondary
to|in|into|onto the|our spare|standby
{_IT} to|onto|at the|our old|previous|prior|legacy
-- on again
{_COULD} ~4 again in|within|until|if|by|with|from|at|any|over
turn|turned|turning|switch|switched|switching|start|started|load|loaded ~4 on|up again
{_COULD}|command|lever ~4 serve|load|dial|open|mount|lift|start|boot|connect ~4 again
lift|lifts|serve|serves|dial|load|loads|point|points ~4 again
route|steer|point|shift|swing|send ~5 again
swap|swapping|replace|replacing ~3 out later
home again
put|puts|send|sends|sent|serve|serves everybody|everyone|users|people|traffic|it|them ~4 again
on|at|with v1|{_OLD_WAY} ~1 again
{_OLD} ~3 is|are|was|were ~1 again
{_COULD} ~2 bring|spin|start ~5 up|online in|inside|within
-- kept for it
ready|there to load|run|take|start|boot|swap|mount|restart|plug
on the|a shelf
{_KEEP} ~1 {_BY_HAND}
{_KEEP} ~5 in case|parallel|reserve
{_KEEP} ~6 read only for|until|till
{_KEEP} ~6 as insurance|backup
{_KEEP} ~5 alive|warm|around|running ~1 so|in|for|until|just
{_STAY} warm|hot|racked|lit|readable|writable|mounted|reachable
{_STAY} open until|till
both ~3 ran|run|running|kept|live ~5 side|parallel|next
flow*|sync*|replicat* ~2 both ways|directions
-- by other means
keep|keeps|carry|carries|continue|work|works|sign|signs on? ~2 by hand
keep|keeps|carry|carries|continue|work|works on|going ~1 on|with paper|phone|pen
as|like they|we|it did|had|were|was before
{_COULD} ~4 manually
{_COULD} ~3 by hand
go|goes|went|carry|carries|carried|continue on? as before|usual
{_GO}|take|takes|taken|took ~3 by|on phone|fax|paper|hand as|like|the|until
run|runs|work|works|flow|flows|sign|signs|go|goes|operate|operates ~4 as|like|just it? always|before
requests|traffic|calls|reads ~1 go|goes|went|going|served|fall to|from the {_OLD_WAY}
ship|ships|shipped|go|went|run|restart|restarts|boot|start with|on our|the {_OLD}
-- switching off
feature|release|config|runtime flag|flags|toggle|toggles
behind|under a|an|its|their|one|the|feature|config ~1 {_FLAG}
{_FLAG} ~4 {_UNDOES}
{_FLAG} so|to|that|lets|let|which ~3 {_UNDO}
{_TURN} ~2 the|a|that|one|its ~2 {_FLAG}
flick|flicking|unset|unsetting|drop|dropping the|a|that|one|its ~2 {_FLAG}
from|by|with|via a|one|the ~1 toggle|switch|lever|flag
{_COULD}|to|by|able ~2 disable|deactivate|pause|pull ~5 remotely|instantly|centrally|seconds|minutes
{_COULD}|to|by|able ~2 disable|deactivate|pause|pull ~5 per|any|config|flag|push|from|command
{_COULD}|to|by|we ~2 turn|switch|switching|turning|shut|cut ~4 off
toggle|toggles|toggled|flip|flipped ~3 off
switch|switched|turn|turned|shut ~3 off within|until|again|remotely|with
switch|switched|turn|turned|shut ~3 off in # minutes|seconds
switch|switched|turn|turned|shut it|them off for
turning|switching ~4 off is|was|takes|took|means|needs
off by default
one|single|a {_STEP} away|and|to|{_UNDOES}
by|with changing? a|one|single|the|remote ~1 {_STEP}|switch|flag
"""

_TROUBLE = f"""
if|should|when|case ~4 {_FAIL}
if needed|necessary|not|required
worst case
"""

OLD_WAY = f"""
-- the way it was done before
{_THE} {_BEFORE}
old|previous|prior|legacy|former
paper|printed|manual
by phone|fax|pen|hand
manually
-- what one returns to
image|images|backup|backups|dump|fork|snapshot|snapshots
spare|spares
"""

IN_RESERVE = f"""
-- that it is still there
stay|stays|stayed|remain|remains|remained|sits|keep|keeps|kept|keeping|retain|retained|host|hosts
hosted|held|holds|hold|still
left|leave|leaving the|our|its|their
warm|hot|alive|racked|powered|lit|readable|writable|online|deployed|intact|bootable|standby|plugged
unplugged|installed|usable|disabled|scheduled|pinned|untouched|accepted|valid|away|ready|serving
is|are|was|were|always there|up|live|available|around|reachable|open
still works|runs|answers|serves|resolves
takes|took|take over|charge
in charge|place|reach|parallel|reserve|case
on standby|hand|duty
side by side
-- how long
until|till
for # days|weeks|months|hours|nights
for a|another|the ~1 day|week|month|quarter|fortnight|night|while
-- when it is needed
{_TROUBLE}
-- that one may return to it
can|could|may boot|load|dial|use|start|run|serve|mount|open|keep|go|pick|take|carry|continue
could|can|may still|always|just|simply
"""

SUBSTITUTE = f"""
-- what does the work when the new way does not
instead
takes|took|take over
go|goes|carry|carries|keep|keeps|work|works|continue on|going with
use|uses|see|sees|get|gets|show|shows|load|loads the|our|its|their {_OLD_WAY}|results|{_PLACE}
by|over|through|on the? {_BY_HAND}|hand
{_PUT}|{_GO}|{_TURN} ~2 to|in|into|on|onto the|our spare|stub|backup|second|other
"""

_PEOPLE = (
    "customer|customers|client|clients|team|teams|board|committee|vendor|legal|finance|sponsor|him"
    "|her|them|me|you|us|director|vp|engineers|people|group|business|stakeholders|meeting|office"
)
_TALK = "notes|question|topic|point|beginning|start|square|slide|basics|drawing"

NOT_WAY_BACK = f"""
back on schedule|track|course|budget|time|plan
{_GO}|{_PUT}|go back to school|work|sleep|drawing|basics|normal
{_GO}|{_PUT} ~1 back to|with|at|from the|a|our|his|her|their|my? ~1 {_PEOPLE}|{_TALK}
need|needs|needed|want|wanted|{_COULD} to? go|come|get back to|with ~2 {_PEOPLE}|{_TALK}
pushed|called|been|reported back
proposed|suggested|asked to {_GO} back
-- back, but not to how it was
{_KEEP} ~1 old tracker|deck|office|process|style|logo
{_KEEP} {_THE}? {_OLD} team|name|names|habits|ways|rhythm|cadence|meeting
{_KEEP} {_THE}? {_OLD} date|dates|schedule|plan|scope|deadline|target|budget|manager|design
revert|reverts|reverted to me|us|you|him|her|them
move|moved|pushed|push|put|shift|shifted|pull|pulled|bring ~3 date|deadline|launch|milestone back
to the {_OLD} system was|in
on the {_OLD} team|site
flag|feature ~1 service|platform|team|product|vendor
flags|switch|switched from|between
trust|confidence|faith
restore|restored|restoring the? ~1 trust|confidence|faith
leave|left ~4 on|in|with {_THE} {_OLD}
some|that|this|one|what point
hard|harder|expensive|difficult|impossible to undo|reverse|revert
reversed|reverse the order
{_BEFORE} year|years|week|quarter|month|job|role|manager|lead|team|owner|meeting|estimate|date
{_BEFORE} deadline|plan|launch|attempt|incident|outage|customer|target|figure|design|program
on|in|with {_THE} {_BEFORE}
from {_THE} {_BEFORE}
price|cost|costs ~2 keeping ~2 {_BEFORE}
old|older phones|devices|handsets|browsers|laptops|tablets|customers|users
talk|talked|talking about ~3 flag|flags|rollback|fallback
flags|{_FLAG} tool|tools|project|framework|library
last build|release|year|week|month|time|quarter|minute|day|one
"""

WORDS = {
    "way_back": WAY_BACK,
    "old_way": OLD_WAY,
    "in_reserve": IN_RESERVE,
    "substitute": SUBSTITUTE,
    "in_trouble": _TROUBLE,
    "not_way_back": NOT_WAY_BACK,
}
"""The lexicons by name."""
