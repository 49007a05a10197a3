"""Phrases of what came out in the end, and of figures that are no outcome.

Written as in `cues`; a line that begins with `--` says what the group below it is.
"""

_FELL = (
    "fell|fallen|dropped|drop|declined|decreased|sank|shrank|shrunk|slid|plunged|halved|rose|"
    "risen|climbed|grew|grown|increased|improved|jumped|doubled|tripled|soared|slipped|dipped|"
    "settled|stabilised|stabilized|recovered"
)
_BROUGHT = (
    "cut|cuts|reduced|lowered|slashed|trimmed|shaved|brought|drove|raised|lifted|boosted|"
    "increased|improved|grew|shortened|shrank|got|reducing|cutting|increasing|improving|"
    "decreased|halved|speeding|sped"
)
_TIME = "minute*|hour*|day|days|week|weeks|month|months|quarter*|sprint|sprints"
_METRIC = (
    "rate|rates|time|times|latency|uptime|availability|coverage|accuracy|score|nps|csat|adoption|"
    "retention|conversion|churn|uptake|attendance|backlog|queue|count|errors|incidents|outages|"
    "pages|alerts|tickets|complaints|calls|escalations|defects|bugs|losses|spend|bill|revenue|"
    "margin|throughput|yield|downtime|satisfaction|turnover|duplicates|returns|refunds|p50|p95|"
    "p99|accidents|utilisation|utilization|savings|saving"
)
_MORE = "lower|higher|faster|cheaper|shorter|quicker|smaller|bigger|longer|fewer|less|better"
_BE = "is|are|was|were|came|ran|got|became|runs"
_DID = (
    "moved|migrated|onboarded|patched|closed|opened|processed|billed|delivered|shipped|signed|"
    "passed|resolved|fixed|converted|finished|completed|survived|updated|retired|decommissioned|"
    "trained|deployed|installed|recovered|approved|adopted|switched|renewed|returned|joined|"
    "activated|enrolled|upgraded|replied|responded|matched|arrived|restored|merged|cleared|"
    "tested|verified|cleaned|replaced|connected|certified|"
    "paid|reconciled|loaded|booked|sold|served|treated"
)
_ACHIEVED = (
    "caught|covered|reached|hit|found|missed|made|got|achieved|scored|averaged|attained|handles|"
    "carries|serves|delivers"
)
_LOST = "lost|missed|dropped|failed|down|affected|noticed|complained|broke|left"
_BAD = (
    "incident*|outage*|sev|sevs|p1s|rollbacks|complaint*|loss|losses|lost|downtime|finding*|"
    "defect*|escalation*|page|pages|bug|bugs|error|errors|issues|failure*|ticket|tickets"
)
_LOSS = (
    "sample*|order|orders|record*|row|rows|message*|backup*|data|customer*|user*|deadline*|"
    "payment*|"
    "file|files|event|events|day|days|shipment*|booking*|of"
)
_WHEN = (
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|"
    "june|july|august|september|october|november|december|christmas|easter|spring|summer|autumn|"
    "winter|then|noon|midnight|week|day|month|launch"
)
_COUNT = "#|none|zero|nil|nothing|one|a|an"
_PART = "third|quarter|tenth|fifth"

OUTCOME = f"""
-- it moved, and by how much
{_FELL} ~2 by|to|from|past|under|below|above|at ~3 {_COUNT}
{_FELL} ~2 up|down|back ~4 {_COUNT}
{_FELL} ~1 #
went|gone|goes|moved|came ~1 from ~4 #
went|gone ~1 to zero|nil|none|nothing
went|gone|goes ~2 up|down|under|below|past ~4 #
came ~2 down|in ~4 #
{_FELL} ~2 by a|another|one|almost ~1 {_PART}
{_BROUGHT} ~6 from ~3 # ~4 to
{_BROUGHT} ~6 by ~2 #|{_PART}
{_BROUGHT} ~4 down|up to|from|by ~2 #
{_BROUGHT} ~4 in half
{_BROUGHT} ~4 under|below|to|above # ~1 %|percent|seconds|minutes|hours|ms|milliseconds|days|a|per
from ~2 # ~4 to ~3 {_COUNT}
down from|to|by ~2 #
up from|by ~2 #
down|up # ~1 percent|points|%
is|are|was|were down|up ~1 #|half|third|quarter
down|up by ~2 #|{_PART}
# ~4 instead of #
at|to|now # ~1 from #
against|versus|vs|compared ~2 # ~5 previous|before|last|earlier|old
# ~2 {_MORE} than ~4 before|previous|last|old|earlier|usual
a {_PART}|half|fraction of what|the ~2 was|were|used|had|before|cost|price|time|size
gone|back|up|out|live|over|clear in|within|after # ~1 {_TIME}
clean|fixed|restored|resolved|empty|healthy|normal in|within|after # ~1 {_TIME}
# ~4 against|versus # ~3 before
# ~6 where|when ~2 been|was|used
old one|way|process|version ~2 took|needed|ran
# ~2 less|fewer|under|below|more|better than ~1 planned|budgeted|before|promised|last|expected
less|more|fewer than half|third|quarter of
shaved|knocked|took # ~3 off|out
it was|were|used ~3 # ~2 before
halved|doubled|tripled|quadrupled
twice|half|double as|what|the ~3 before
-- when it came
shipped|launched|landed ~5 # ~1 {_TIME} late|later|early|earlier|ahead|behind
delivered|finished|live ~5 # ~1 {_TIME} late|later|early|earlier|ahead|behind
released|release|completed ~5 # ~1 {_TIME} late|later|early|earlier|ahead|behind
opened|closed|done ~5 # ~1 {_TIME} late|later|early|earlier|ahead|behind
went|arrived|handed|out|came|cut ~5 # ~1 {_TIME} late|later|early|earlier|ahead|behind
it|moved|ready|got|left ~5 # ~1 {_TIME} late|later|early|earlier|ahead|behind
# ~1 {_TIME} ahead
# ~1 {_TIME} late|early and|but|with
under|over budget ~2 by
# ~1 under|below|over budget
on time ~5 #|zero
-- what it was worth
saved|saves|saving|earned|recovered|avoided ~4 #
brought ~2 in ~2 #
brought|brings ~2 #
refunded|repaid|returned|recouped ~2 #
at half|twice|double|# ~1 the ~2 rate|cost|price|speed|time
got|became ~1 # ~2 faster|cheaper|smaller|better
worth ~1 #
renewed ~4 #
# fewer|more|less ~2 than
-- done, how much of it and how fast
{_DID} ~2 # ~6 in|within # ~1 {_TIME}
# ~3 {_DID} ~3 in|within # ~1 {_TIME}
before ~6 # ~6 after|now|today|afterwards ~5 #
-- how little went wrong
with #|one|zero|no ~2 {_BAD}
lost|missed|dropped|broke ~1 zero|none|nothing|no|not ~3 {_LOSS}
#|zero ~3 no|zero|without {_BAD}
a|one|# {_TIME} early|late|ahead|behind
-- nothing bad happened
had|saw|been|was|were zero|no ~2 {_BAD}
zero ~3 since|in|after|lost|missed|findings|incidents
no|without ~2 {_BAD} since|in|after|for
not one|a of|single ~3 #
"""

OUTCOME_TOLD = """
-- words that announce the outcome, with its figure
outcome|result|results|upshot|impact ~6 #
end|net result|effect ~6 #
in the end ~6 #
by the end ~8 #
ended up|ending up ~3 with|at|on|being ~4 #
all told|in ~5 #
in total ~5 #
# ~6 in all|total|the ~1 end
total ~5 was ~2 #
total downtime|outage|loss|cost ~6 #
# ~1 minutes|seconds|hours of downtime|outage
downtime ~3 #
since then|launch|release|that|go|the ~6 #|zero|none
after launch|release|go|the ~1 launch|live|change|fix|cutover ~6 #|zero
today|now|nowadays|currently ~5 #
is|are|sits|runs|stands now ~3 at? #
# ~6 now|today
was|were|been ~1 down|read|offline|dark|unavailable ~2 for # ~1 minutes|seconds|hours
# ~1 months|weeks|quarters later|on ~6 #
at last count ~5 #
to date ~5 #
so far ~5 #
"""

OUTCOME_COUNTED = f"""
-- what a measure was
{_METRIC} ~4 is|are|was|were|be|been|stayed|stood|sat|sits|held|ended|stands|remained ~3 #|zero|nil
longest|worst|slowest|biggest|highest|lowest|peak|average|median|mean ~6 is|was|were|stayed ~3 #
is|are|was|were|stayed|kept|held|remained ~2 under|below|above|over|within|at ~1 #|one
{_BE} ~2 # ~1 {_MORE}
{_METRIC} ~1 #
{_METRIC} since|over|in ~3 #
one|a|single ~2 in #
came|amounted|totalled|totaled|added|adds|comes ~1 to|at|up ~1 #
no|nobody|none|never ~6 more|longer|later|over than? ~1 #
not|never a|one single? ~3 {_LOST}
penalty|losses|cost nil|zero
# ~2 late|lost|missed|findings|complaints|incidents|availability|uptime|fewer|calls
lost ~1 # ~1 minutes|hours|orders|messages|records|customers|rows
-- how many of them did it
within|in|over the? # ~1 {_TIME}|years ~6 #
finished|ended|closed ~3 with|at ~2 #
year|quarter|month end ~6 #
two thirds|quarters of ~8 by|before|in|now
by ~2 #|most|half of ~4 had|were|was
# before # ~1 after
by {_WHEN} ~6 #
# ~3 by|since {_WHEN}
# ~3 were|was on
# ~4 had|have|use|used the|our new
# of the? #
# ~4 out of ~1 #
all # of|were|was|went|came|are|got
# ~7 went|came home|back|live|through|over|across
# ~1 {_MORE}
only # ~2 left|complained|churned|failed|needed|asked|called
# ~5 {_DID}
# ~3 were|are|was|had|have ~2 live|done|gone|using|closed|home|across|out|over|clean|ready
# ~3 were|are|was|had|have ~2 {_DID}
{_DID} ~3 #
{_ACHIEVED} ~3 #
moved|migrated|onboarded|closed|signed|passed|went ~2 with #|zero
stayed|kept|stays|remained|held ~3 under|below|above|at|within ~1 #
took|lasted ~3 #
runs|averages|sits|takes|serves|handles now ~2 #
now runs|averages|sits|takes|serves|handles ~2 #
paid for itself ~3 #
"""

NOT_OUTCOME = """
-- a target, an estimate, a wish, a condition
would
could
should
might
may
can
will
i'd|we'd|he'd|she'd|they'd|you'd|it'd|that'd
i'll|we'll|he'll|she'll|they'll|you'll|it'll
if
unless
until
once
when|whenever
target*
option*|alternative*
risk|limit
goal*
aim*
objective*
plan|plans to|is|was|for|says|had
planned|planning
want|wants|wanted
need|needs|needed
expect*
estimat*
budget of
forecast*
promise|promised
threshold*
supposed
quoted
trigger*
able to
success is|means|was|for
to reduce|cut|lower|increase|improve|save|raise|get|reach
-- a price, or what there was before
costs|costing
cost ~1 #
cost us|me|him|her|them|it|a|an|the|another|about|around|nearly|over|more|#|is|was|of
price*
pays|pay|paying
means|meant
keeping|splitting|waiting|doing|moving|finishing|holding|launching|buying|renting|running
when i joined|started|took
"""

WORDS = {
    "outcome": OUTCOME,
    "outcome_told": OUTCOME_TOLD,
    "outcome_counted": OUTCOME_COUNTED,
    "not_outcome": NOT_OUTCOME,
}
"""The lexicons by name."""
