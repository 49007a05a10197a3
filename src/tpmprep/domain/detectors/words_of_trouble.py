"""Phrases of things that fail, and of the conditions under which they do.

Written as in `cues`.
"""

CONDITION = """
-- what has not happened, or need not
if
suppose|supposing
in case
in the event
for the case
even if
worst case
for any
any|every|each ~3 that|which|who|whose
assuming
"""

SHOULD = """
-- a condition where a clause begins with it
should
"""

WHENEVER = """
-- a condition when it speaks of no one time
when|whenever|once
as soon as
the moment
at any
where
"""

TROUBLE = """
-- to stop working
fail|fails|failing|break|breaks|breaking|crash|crashes|crashing|choke|chokes|stall|stalls|hang|hangs
die|dies|collapse|collapses|freeze|freezes|jam|jams|trip|trips|seize|seizes
misbehave|misbehaves|malfunction|malfunctions|degrade|degrades|regress|regresses|struggle|struggles
blow|blows|blowing up|through|out|past
fall|falls|falling over|behind|short|apart|through|down|out|ill|sick
fall|falls|falling from|off a
brick|bricks|hiccup|hiccups|flop|flops|tank|tanks|backfire|backfires|underperform|underperforms
go|goes|going|get|gets|turn|turns|look|looks|come|comes ~2 wrong|bad|badly|sideways|south|down|dark
go|goes|going|get|gets|turn|turns|look|looks|run|runs|come|comes ~1 stale|cold|hot|ugly|sour|awry
go|goes|going|get|gets|turn|turns|look|looks|feel|feels ~1 worse|missing|quiet|odd|strange|off|red
go|goes|going bankrupt|bust|under|insolvent|missing|away|rogue|unnoticed
go|goes live broken
run|runs|running out|over|dry|late|long|low|short|hot|away|full
-- to damage
kill|kills|corrupt|corrupts|overwrite|overwrites|mangle|mangles|wipe|wipes|poison|poisons|sink|sinks
delete|deletes|lose|loses|losing|leak|leaks|expose|exposes|spill|spills|destroy|destroys
damage|damages|block|blocks|blocking
lock|locks ~1 out|up|us|everything|everybody|everyone
lock|locks ~2 table|tables|database|account|accounts
confuse|confuses|hurt|hurts|harm|harms|burn|burns|flood|floods|swamp|swamps|overload|overloads
saturate|saturates|starve|starves|overwhelm|overwhelms|crush|crushes|bury|buries|bite|bites|melt|melts
throttle|throttles|throttling us|the|our|everything
take|takes|taking|bring|brings|pull|pulls ~3 down|offline|out|away
hold|holds up
slow|slows down|a|the|us|our|every
eat|eats
leave|leaves ~3 blind|stranded|without|exposed|stuck|dark|empty|open
wreck|wrecks|ruin|ruins|derail|derails|cripple|cripples|jeopardise|jeopardize
-- to come out otherwise than meant
drift|drifts|diverge|diverges|differ|differs|disagree|disagrees|collide|collides
duplicate|duplicates|double|doubles|replay|replays|lie|lies|wobble|wobbles|bounce|bounces
linger|lingers|vanish|vanishes|disappear|disappears|overflow|overflows|overtop|overheat|overheats
time|times|timing|timed out
spike|spikes|spiral|spirals|balloon|balloons|snowball|surge|surges
backs|piles|pile|back up
-- too late, or not to come
slip|slips|lag|lags|lapse|lapses|expire|expires|miss|misses|missing|delay|delays|overrun|overruns
arrive|arrives|come|comes|land|lands|is|be|are|run|runs|finish|finishes ~1 late
be|is|are|get|gets|becomes|become ~1 lost|stuck|delayed|blocked|hacked|stolen|breached
be|is|are|get|gets|becomes|become ~1 wrong|corrupt|corrupted|stale|down|unavailable|missed|hit|cut
be|is|are|get|gets|becomes|become ~1 rejected|dropped|outdated|interrupted|slow|slower|flaky|sick
be|is|are|get|gets|becomes|become ~2 short|overloaded|broken|unreachable|unhappy|furious|angry
be|is|are|get|gets|becomes|become ~2 missing|forgotten|misread|misused|confused
-- what people do
quit|quits
walk|walks away|out|off
leave|leaves|leaving us|the company|mid|before|halfway
back|backs|backing|pull|pulls|pulling|drop|drops|dropping|opt|opts out
say|says|said|vote|votes|answers no
refuse|refuses|reject|rejects|rejecting|balk|balks|object|objects|complain|complains|scream|screams
push|pushes back
ignore|ignores|forget|forgets|panic|panics|cheat|cheats|abuse|abuses|steal|steals|forge|forges
unplug|unplugs|overturn|overturns|veto|vetoes|revolt|strike|strikes|sue|sues|misuse|misread|misreads
cancel|cancels|withdraw|withdraws|fold|folds|resign|resigns
-- as a noun
failure|failures|outage|outages|crash|breakage|corruption|breach|breaches|leakage|overrun|shortage
data loss
hallucinat*
fraud|ransomware|phishing|theft|sabotage
trouble|hiccup|emergency|overload|contention|deadlock|deadlocks
take|takes forever|ages
take|takes|took|taking longer
take|takes too long
bad weather|data|release|merge|config|update|deploy|push|batch
bad part|parts|actor|actors|month|weekend|night|morning|day|week
wrong data|price|prices|person|people|file|version|customer|account|seat|count|number|button
double booking|bookings|charge|charging|charged|payment|payments|counting|entry|book|bill|count
"""

TROUBLED = """
-- the same said of the past, or as a participle
blew up|through|out|past
fell over|behind|short|apart|through|down|out|ill|sick|from|off
was|were ~1 late
ran out|over|dry|late|long|low|short|hot|away
failed|broke|broken|crashed|choked|stalled|hung|died|collapsed|froze|frozen|jammed|tripped|misbehaved
degraded|regressed|struggled|bricked|flopped|tanked|backfired|underperformed|bounced|slipped|lagged
went|got|turned|looked|came|ran|gone ~1 wrong|bad|badly|sideways|south|down|dark|stale|ugly|red|late
killed|corrupted|overwrote|overwritten|mangled|wiped|deleted|lost|leaked|exposed|blocked|confused
flooded|swamped|overloaded|drifted|diverged|differed|disagreed|collided|duplicated|doubled|lied
spiked|ballooned|lapsed|expired|missed|delayed|quit|refused|rejected|balked|objected|complained
screamed|ignored|forgot|cancelled|canceled|withdrew|folded|overturned|vetoed|struck|sunk|melted|bitten
choking|dying|stalling|hanging|leaking|drifting|slipping|freezing|overheating|lapsing|quitting
burned|burnt|wrecked|ruined|derailed|stopped working
"""

SHORTFALL = """
-- bad only as a condition: a limit is passed, a hope is not met
above|over|below|under|past|beyond|exceed|exceeds|exceeded|top|tops|breach|breaches|pass|passes ~1 #
above|over|below|under|past|beyond|exceed|exceeds|exceeded ~1 threshold|limit|budget|target
exceed|exceeds|exceeded|breach|breaches|breached
more|fewer|less|worse|longer|higher|lower than
drop|drops|dropped|fall|falls|fell|dip|dips|dipped|sink|sinks|sag|sags|plunge|plunges
rise|rises|rose|climb|climbs|climbed|jump|jumps|jumped|creep|creeps
doesn't|don't|didn't|isn't|aren't|wasn't|can't|cannot|couldn't|won't|wouldn't|hasn't|haven't|hadn't
is|are|was|does|do|did|can not
nobody|none|nothing
no one
out sick|ill|of office
tight|tighter
leave|leaves|left
too much|many|slow|late|few|little|hot|high|low|long|expensive|big
anything|something ~1 odd|off|strange|weird|breaks|smells|smelled|looks|looked|happens|happened
say|says|said|show|shows|showed|prove|proves ~1 more|otherwise|trouble|gap|gaps|missing|drift|no
smell|smells|smelled|smelt
close|closes|closed|shut|shuts|down
hit|hits|hitting ~1 #
gets|get|is|are|was|were|looks hot|full|slow|low|behind|long|cold|down|late|red|dark|quiet|out
i'm|he's|she's|they're|we're|it's out|sick|away|gone|late|down|behind|ill
gets|get|is|are|was|were worse|wrong|ugly|stuck|under|over|short|unavailable|overbooked
do|does|did worse
up|down # percent
"""

WORDS = {
    "condition": CONDITION,
    "should": SHOULD,
    "whenever": WHENEVER,
    "trouble": TROUBLE,
    "troubled": TROUBLED,
    "shortfall": SHORTFALL,
}
"""The lexicons by name."""
