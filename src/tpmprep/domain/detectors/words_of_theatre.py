"""Phrases of ritual and reporting, and of what shows that a meeting or a page had a use.

Written as in `cues`; a line that begins with `--` says what the group below it is.
"""

_OFTEN = (
    "daily|weekly|biweekly|fortnightly|monthly|quarterly|hourly|regular|recurring|"
    "frequent|constant|standing|morning|friday|monday|tuesday|wednesday|thursday"
)
_GATHERING = (
    "meeting*|calls|sync|syncs|standup*|checkin*|review|reviews|touchpoint*|readout*|steerco*|"
    "cadence|steering|workshop*|retro|retros|retrospective*|forum*|committee|council|townhall|"
    "kickoff*|checkpoint*|ceremon*|prereads|huddle*|roundtable*|offsite*|governance|catchup*"
)
_FORUM = f"{_GATHERING}|board|call|weekly|monthly|daily|room|minutes"
_PAPER = (
    "report|reports|reporting|update|updates|deck|decks|slide|slides|mails|emails|"
    "newsletter*|dashboard*|scorecard*|tracker*|summary|summaries|bulletin*|pack|packs|rag|"
    "status|heatmap|notes|digest|spreadsheet|wiki|confluence|log|register|kpis|okrs|burndown|"
    "chart|charts|jira|memo|memos|sharepoint|highlights|poster|posters|checklist*"
)
_SHOW = (
    "dashboard*|deck|decks|slides|newsletter*|scorecard*|tracker*|status|heatmap|rag|wiki|update|"
    "updates|kpis|pack|emails|mails|highlights|spreadsheet|posters|poster|countdown"
)
_PAGE = (
    "tracker|register|log|slide|slides|report|status|dashboard|agenda|spreadsheet|sheet|deck|"
    "wiki|wall|scorecard|heatmap|jira|confluence|asana|excel|smartsheet|raid"
)
_BODY = "pmo|office|authority|board|committee|council|taskforce|workstream*|group"
_ITEMS = "items|actions|issues|risks|dependencies|points|concerns|stakeholders"
_LED = "managed|managing|manage|handled|handling|oversaw|coordinated|facilitated"
_SAT = "sat|stayed|remained|turned|flagged|marked|showed|reported|shown|was|were"
_ALL = (
    "everyone|everybody|all|stakeholder*|leadership|people|folks|team|teams|management|"
    "executives|execs|sponsor*|directors|them|us|business|partners|leads|vps|board|org|"
    "organisation|organization|clients|customers|manager|managers|boss|director|upwards|upward"
)
_MADE = (
    "made|held|ran|kept|keep|set|send|sent|sending|presented|published|posted|reviewed|updated|"
    "maintained|circulated|shared|prepared|produced|built|created|introduced|instituted|"
    "established|organised|organized|did|wrote|filled|collected|compiled|distributed|issued|"
    "chaired|attended|hosted|scheduled|formed|walked|put|started|facilitated|lots|many|loads|"
    "polished|refreshed|invited|arranged|planned|conducted|raised|discussed|mentioned"
)
_WELL = (
    "closely|carefully|attentively|diligently|constantly|tightly|proactively|continuously|"
    "everything|progress|status|daily|weekly|monthly|throughout|actively|regularly"
)
_DAY = (
    "day|week|morning|evening|monday|tuesday|wednesday|thursday|friday|fortnight|month|sprint|other"
)
_HAD = "had|have a|an|our|many|lots|lot|loads|several|regular|daily|weekly|#|like|big|nice"
_FELT = "heard|included|good|involved|informed|comfortable|engaged|happy|ownership|safe"
_TALK = "conversation*|discussion*|dialogue|communication|collaboration|teamwork|engagement"

RITUAL = f"""
-- meetings, and how often
{_OFTEN} ~3 {_GATHERING}
{_OFTEN} ~3 {_PAPER}
{_OFTEN} stand ups|up
{_OFTEN} ~2 call|mail|email
a weekly|biweekly|monthly|daily with|for|and|call
every|each ~2 {_DAY} ~6 {_PAPER}
every|each ~2 {_DAY} ~6 {_GATHERING}
every|each meeting|review|report|deck|standup|readout
call|calls|meeting ~4 every|each ~2 {_DAY}|time
{_MADE} ~5 {_BODY}
{_PAPER} ~4 every|each ~2 {_DAY}
{_GATHERING} ~4 on mondays|tuesdays|wednesdays|thursdays|fridays
{_GATHERING} ~4 every|each ~2 {_DAY}
{_MADE} ~5 {_GATHERING}
{_HAD} ~3 {_GATHERING}
{_MADE}|{_HAD} ~4 stand up|ups
there was|were ~4 {_GATHERING}
stand ups|up every|each|daily|in|and
met|meet weekly|daily|regularly|monthly|often|every|each|with|anyway|again|twice|once
met|meet ~3 to discuss|align|review
lots|lot|many|loads|plenty|series|number of ~2 {_GATHERING}|calls
many|several|endless|countless|long ~1 {_GATHERING}|session*|calls|alignment
{_BODY} ~3 met|steered|convened|reviewed|noted|discussed|oversaw
alignment|feedback|listening|brainstorming meeting*|call*|session*|workshop*
working|steering group|committee|board ~3 met|reviewed|went|steered|worked|discussed|noted
steering committee|group|steerco every|each|weekly|monthly
reviewed|looked|checked|updated|reported|presented ~4 every|each ~1 {_DAY}
{_GATHERING} ~1 held|organised|organized|conducted|scheduled
# ~2 people|attendees|participants ~2 on|in|around that|the|a|every call|meeting|room|table
got|get|bring|brought|put everybody|everyone|people|all ~3 in|into|around a|one|the room|table
war room
town hall|halls for|and|with|so|where
all hands
show and tell
pre read|reads|review
roadshow*
offsite*
steerco*
governance
standups
ceremonies
lessons learned session|workshop|document|deck
-- said in a meeting and no more
raised|mentioned|discussed|noted|flagged|covered|reviewed|looked ~3 in|at ~3 {_FORUM}
raised|mentioned|repeated|discussed|noted|reviewed|flagged ~2 every|each|again|length|depth
{_ITEMS} ~2 reviewed|discussed|carried|listed|logged|updated|raised|captured|noted
{_LED} ~2 {_ITEMS}|expectations|relationships|dependencies
discussed ~2 until|again|openly|thoroughly|widely|extensively
everyone|everybody|all|people nodded
chance|opportunity ~1 to contribute|comment|speak|voice|talk|share|give
asked|invited ~2 for ~1 comments|feedback|input|opinions
stayed|remained|sat ~2 on the agenda|list
options|alternatives|trade|offs|pros|risks ~3 discussed|considered|captured
considered ~5 carefully|thoroughly
-- pages of status
{_MADE} ~5 {_PAPER}
{_HAD} ~3 {_PAPER}
put|added|add|adding|had|kept|keep|tracked|logged|listed|noted it|them|this ~1 on|in|to ~3 {_PAGE}
track|tracked|tracking|monitored|logged|kept|listed ~4 in|on a|our|the|jira|excel|asana ~2 {_PAGE}
tracked|managed|kept|documented|logged in|on ~2 tool|system|portal|board|sheet
live|living|shared document|doc|sheet|page
page|site|portal|board|channel where|so people|everyone|everybody|they ~1 could
{_SHOW} had|with ~1 #|many|all
all ~2 green
countdown
in|on|to a|the|our ~1 register|tracker|scorecard
sent|send|wrote|took|take|shared|circulated ~1 minutes
sent|send|sending it|them|this|that ~2 around|round|out
sent|send|sending it|them|this|that ~2 to ~3 {_ALL}
newsletter*|mail|mails|deck|report|summary|minutes ~2 went out|around|to
minutes ~3 circulated|sent|shared|taken|distributed|out
there was|were ~4 {_SHOW}
{_PAPER} ~3 was|were|is|got|went ~2 sent|shared|updated|published|posted|ready|polished
{_PAPER} ~3 was|were|is|got|went ~2 circulated|presented|reviewed|green|red|yellow|beautiful
{_PAPER} ~3 was|were|is|got|went ~2 amber|maintained|kept|colour|color|reported|rolled
{_PAPER} ~3 was|were|is|got|went ~2 taken|built|created|complete|refreshed|logged
{_PAPER} updated|refreshed|circulated|posted|kept|shared|reviewed
one pager*|slider*
detailed ~1 plan|tracker|spreadsheet
documented|logged|recorded everything
deck|decks|newsletter*|scorecard*
status deck*|report*|mail*|email*|page|update*|meeting*|slide*|call*|reporting|green|red|amber
progress report*|update*|meeting*
highlight|closing report*
dashboards for|everywhere|everything
on a|the|our|shared ~2 dashboard|tracker|spreadsheet
rag to|status|rating*|report*|colours
red|amber ~2 green
traffic light*
colour|color|coloured|colored cod*|coded|by|it|them
heat map
raid log
risk register|matrix
risk|risks ~1 log|matrix|listed
risks ~4 logged|captured|reviewed|recorded|documented|tracked|noted
decision log
line by line
ticked|checked ~2 box|boxes
kept ~4 green|tidy|current
scoring|scored|rated us ~2 green|exemplary
executive|exec summary|summaries
was|were ~2 documented|minuted|annotated|archived|rescored
action items|item|list|lists|log|points
open items|points|actions
slack|teams channel
working agreement
-- keeping people informed
aligned|aligning|align ~4 {_ALL}
aligned on|around|with
very|fully|all|well|truly|totally|completely|super aligned|engaged|informed
{_ALL} ~2 aligned|informed|updated|engaged|onboard|briefed|copied
{_ALL} ~3 in the loop|picture|know
keep|kept|make|made ~1 them|everyone|everybody|people|stakeholders|leadership happy|comfortable
{_ALL}|they ~1 felt|feel|feels ~1 {_FELT}
how they|everyone|everybody|people ~1 felt|feel
in the loop
on the same page
sure ~1 {_ALL} ~2 talked|spoke|knew|know|knows|was|were|is|are|understood|saw|stayed|had
{_ALL}|got|get|bring|brought ~2 on board
kept|keep|keeping ~3 informed|posted|updated|aligned|abreast|engaged|visible|apprised
kept|keep|keeping communicating|reporting|syncing|aligning|escalating|chasing|updating
inform|informed|informing|briefed|briefing|brief|engaged|engaging|consulted|involved ~3 {_ALL}
stakeholder alignment|engagement
got|get|getting|secured|obtained|gain|gained|drive|drove|build ~2 alignment|consensus
buy in
create|created|ensure|ensured|seek|full ~2 alignment|consensus
alignment across|with|between|on
built|building a|good|strong|the? ~1 relationship*
had|have|has|gave|give|gives|full|more|better|good|great|for|total visibility|transparency
visibility ~1 across|to|for|at
transparent|transparency
communicated|communicating|communicate ~3 early|often|widely|openly|changes|change|all
communicated|communicating|communicate ~3 clearly|everyone|everybody|{_WELL}
communication plan|cadence|flowed|flowing
great|good|open|productive|rich|strong|excellent|clear ~1 {_TALK}
lots|lot|plenty of ~1 communication|alignment|collaboration|coordination|transparency|visibility
overcommunicat*
lot|lots|mostly|plenty|much of? ~1 reporting|meetings|updates|alignment|slides
socialis*|socializ*
raised awareness
awareness week|campaign
gave|give|giving ~3 updates|update|status
presented ~4 {_ALL}
read ~3 out loud|numbers
read|reading aloud
-- watching and chasing
monitor|monitored|monitoring|watched|watching|followed|track|tracked|tracking ~4 {_WELL}
tracking it|them|this|progress
track|tracked #
signals|progress|risks|it|this was|were ~1 monitored|managed|tracked
keep|kept|keeping ~3 eye|watch on
close|keen|watchful|careful eye
follow|followed|following up
chased|chasing|pinged|pinging|nudged|reminded ~4 every|daily|again|weekly|updates|everyone|status
collect|collected|collecting|gather|gathered|relayed ~2 status|updates|numbers
reminders ~2 to|for|every
shared|circulated ~3 widely|broadly
to sync|align up|with|on
got|came together once|twice|every|each|weekly|regularly
chasing|chased|pinging updates|status|people|everyone
escalated|escalate early|often
looped|looping|loop ~1 in
right people ~2 room|on|involved
regularly|constantly|always|continuously ~2 reported|communicated|met|synced|checked
constant|regular|close|continuous|ongoing|frequent contact|touch|engagement|exchange
cc'd|copied ~3 {_ALL}
in copy
back and forth
latest ~1 picture|status|update|news|numbers
reported|reporting|report ~3 to ~2 {_ALL}
reported|reporting ~1 progress|status|upward|upwards|weekly|monthly|daily|red|green|amber|each
progress was|is
shared ~1 updates|notes|progress|status|slides|learnings
touch|touched|touching base|bases
in touch|contact with
reached|reach|reaching out to|with ~1 {_ALL}
get|got|gather|gathered|collect their|everyone's|everybody's input|views|opinion|opinions
checked|checking|check in ~2 with|weekly|daily|regularly
post|posting ~1 their|the|our|a|daily|weekly ~1 status|update|updates|progress
go|went|going around|round the ~1 room|table
{_SAT} ~2 amber|red|yellow|orange|green
source of truth
took|taken ~3 offline
regular comms
comms ~1 plan|went|were|to
issues|risks ~2 reported|raised to|with|in
syncing|syncs|synced
feedback was|were ~1 collected|gathered
do|did|ran|another ~3 deep dive*
brainstorm*
"""

USEFUL = """
-- the ritual went, or another thing took its place
cancel*|abolished|scrapped|ditched|killed|removed|axed|banned|deleted|ended
closed|dropped|stopped|cut the ~1 weekly|daily|monthly|status|report|meeting
instead of|i|we
replaced
got rid of
rather than
no more
faded
stopped ~3 report*|meeting*|deck*|sync*|doing|sending|writing
dropped|drop ~2 meeting*|report*|deck*|sync*|call*
showed|shows|showing ~2 that|#|the
persuaded|convinced|made us|me|him|her
-- it led to something
decid*
decision|decisions ~3 taken|made|by|memo
chose|picked|approved|agreed|ruled|rejected|signed|vetoed|settled
which is|was why
so ~2 stopped|cut|moved|pulled|dropped
stopped the|it|us
blocked
made ~2 call
moved the|it ~2 date|launch|scope
cut the|it|two|three|#
final say|word
go no go
out of scope
-- somebody answers for it
owns|owned|owner
"""

WORDS = {"ritual": RITUAL, "useful": USEFUL}
"""The lexicons by name."""
