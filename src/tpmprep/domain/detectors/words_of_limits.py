"""Phrases of what is left out on purpose.

Written as in `cues`; classes of words that many phrases share stand first.
"""

_SCOPE = (
    "scope|release|launch|plan|list|phase|wave|round|version|v1|mvp|roadmap|project|program"
    "|programme|pilot|change|quarter|sprint|half|year|menu|table|deal|brief|contract|work|piece"
    "|transfer|remit|mandate|agreement|picture|job|effort|migration|rollout|iteration|milestone"
    "|increment|bundle|package|cut|product|perimeter|fence|cutover|sow|backlog|season|grant|offer"
)
_TIME = "phase|release|version|wave|round|quarter|year|half|time|day|iteration|stage|grant|revision"
_TIMES = f"{_TIME}|generation|season|sprint|cycle|month|date|budget|project|increment|step"
_LATER = "later|next|future|second|third|subsequent|following|another|separate"
_THE = "the|a|an|our|its|their|that|this|those|these|my|any|all|it|his|her"

_IS = "is|are|was|were|be|been|being|stay|stays|stayed|staying|remain|remains|remained"
_LIES = f"{_IS}|sit|sits|sat|fall|falls|fell|lie|lies|lay|put|kept|left"
_CUT = (
    "cut|cuts|cutting|drop|dropped|dropping|remove|removed|removing|take|took|taken|taking|pull"
    "|pulled|pulling|strike|struck|striking|cross|crossed|trim|trimmed|strip|stripped|carve|carved"
    "|keep|kept|keeping|leave|left|leaving|push|pushed|shove|shoved|kick|kicked"
    "|throw|threw|thrown|rule|ruled|ruling|declare|declared|write|wrote|written|scope|scoped|move"
    "|moved|moving|fence|fenced|go|goes|went"
)
_LEAVE = "leave|left|leaving"
_PUT_OFF = (
    "leave|left|leaving|go|goes|went|put|slated|scheduled|reserve|reserved|save|saved|come|comes"
    "|wait|waits|belong|belongs|planned|held|follow|follows"
)

_NOT = "not|never|isn't|wasn't|aren't|weren't|ain't"
_DO_NOT = "not|never|didn't|don't|doesn't|won't|wouldn't|shan't"
_TOUCH = (
    "touch|tackle|chase|attempt|support|redesign|rewrite|rebuild|refactor|localise|localize"
    "|replatform|rearchitect|boil|redo|rework|translate|rename|recall|extend|expand|restyle|polish"
)
_DO = f"{_TOUCH}|migrate|build|include|cover|handle|address|replace|ship|offer|solve|fix|port|do"
_DOING = (
    "doing|touching|tackling|chasing|attempting|supporting|redesigning|rewriting|rebuilding"
    "|refactoring|localising|localizing|migrating|building|including|covering|handling|addressing"
    "|replacing|shipping|offering|solving|fixing|porting|promising|adding|taking"
)
_ON_PURPOSE = "explicitly|deliberately|consciously|intentionally|purposely|expressly"
_DONE = (
    "touched|moved|migrated|converted|supported|covered|included|built|changed|replaced|ported"
    "|localised|localized|redesigned|rewritten|rebuilt|handled|addressed|automated|tackled|offered"
)
_CONCERN = "fight|problem|goal|aim|remit|war|job|battle|business|concern|task|mandate"
_SKIPPED = (
    "left|leaving|skip|skipped|skipping|excluded|dropped|ignored|ignore|ignoring|omitted|kept|out"
    "|avoided|aside|untouched|outside|cut"
)

LIMIT = f"""
-- its names
non goal|goals
out of scope|bounds
off limits
hands off
off the table|menu
de scope|scoped|scoping
scoped out
not doing|to do list
ring fence|fenced|fencing
drew|draw|drawn|drawing the|a|our line at|there|before
scope|project|pilot|work|release|brief|we|it stop|stops|stopped|ends|ended at
scope|mandate|brief|charter|pilot|contract|phase|release ~4 only
icebox|someday|later list
list called later|later|never|not|no|someday
-- taken out, left out
{_CUT} ~6 out of {_THE}? ~1 {_SCOPE}
{_CUT} ~5 off|from {_THE} ~1 {_SCOPE}
{_CUT} ~5 out|from v1|mvp|scope
{_CUT} ~3 out of all? it|this|that|them
{_LIES} out|outside of? {_THE}? ~1 {_SCOPE}
{_LIES} outside|elsewhere
stay|stays|stayed|kept|keep|keeping ~2 off {_THE}
outside of? {_THE}? ~1 {_SCOPE}
{_IS} ~1 out from|for|till|until|entirely|completely|altogether|too
migration|pilot|release|project|plan|rollout|programme|program|it skips|skipped|ignores|omits
took|take|struck|crossed it|that|them off|out
left out
{_LEAVE} {_THE}|we|i|them|in|everything ~5 out
keep|kept|keeping ~3 out
stay|stays|stayed|staying out of {_THE}
{_LEAVE} ~4 aside|untouched
{_LEAVE} ~5 alone
{_LEAVE} where {_THE}|they is|are|was|were
{_LEAVE} ~4 as is|it|they|was|were
{_LEAVE} ~4 on|in|with {_THE}? old|existing|current|legacy|previous|paper|manual
{_IS} untouched
{_IS} ~1 where|as it|they is|are|was|were
{_IS} on|in|with the|its|their|a old|other|different|existing|current
stay|stays|stayed|remain|remains|remained in|on|with|at the|a|its|their
{_IS} with ~2 team|programme|program|group|vendor
stay|stays|stayed|remain|remains on|with|at ~1 version|v1|what|paper|excel
{_IS} behind|manual
{_IS}|steer|steered|kept|keep|keeping ~4 away|clear of|from
-- somebody else's
somebody|someone else's
its|their own project|program|programme|effort|track|phase
separate|different|another story|track|project|program|programme|effort|conversation|problem
separate|different|another battle|workstream|ticket|initiative|fight|phase
lives|lived|belong|belongs|belonged to|in|with|elsewhere a|another|the|someone|somebody|different
for another team|group|squad|org
another|other group|team|program|programme|org|squad owns|owned|handles|has|had
{_NOT} our|my|your {_CONCERN}
none of our|my|their {_CONCERN}
{_NOT} ours to?
-- put off, or never taken in, in a word
park|parked|punt|punted|punting|shelve|shelved|shelving|defer|deferred|deferring
descope|descoped|descoping|omit|omitted|omitting|exclud*|exempt|exempted|resisted
set|put|setting aside
put|puts off until|till|to
postpone|postponed|deferred|delayed ~4 until|till|to|on|for
hold|held|holding ~1 off|back
for later
{_PUT_OFF} ~3 for|to|into|onto|in|until|till {_THE}? {_LATER} {_TIMES}
{_PUT_OFF} ~3 for|to|into|onto|in|until|till phase|v2|backlog|icebox
push|pushed|move|moved ~3 to|into|until {_THE}? later|second|separate|future {_TIMES}
{_PUT_OFF}|moved ~1 in|into|to|onto the backlog|icebox
{_LEAVE} ~4 for|to|until a|another|later|the|next|phase|somebody|someone|v2
is|are|was|were|that's|it's for {_THE}? {_LATER}|phase|v2
for|in|until|till|to a|the? later {_TIMES}
for the? following|next year|quarter|release|phase
in|into|for|to|until|till phase two|2|three|3
can|could|would|must|will|has|have to? wait
wait|waits|waiting for|until|till {_THE}? {_LATER}|{_TIMES}|v2
come|comes|came|follow|follows|do ~1 later|afterwards
come|comes|follow|follows|said|saying|do ~1 next|later {_TIMES}
look|pick|come|get|do ~4 another|later day|season|{_TIMES}
push|pushed|move|moved ~3 to|into q1|q2|q3|q4|h1|h2
not|isn't|wasn't|aren't|weren't ~1 for? now
next year's|quarter's
-- not in it
{_NOT} going|meant|supposed? to? be? really|even|originally|ever? part|in of? {_THE} ~1 {_SCOPE}
{_NOT} going|meant|supposed? to? be? really|even|originally|ever? on|for|within {_THE} ~1 {_SCOPE}
{_NOT} ~3 part of
{_NOT} ~1 in v1|it|here|scope|there
{_NOT} this|that|until ~1 {_TIME}
{_DO_NOT} include|cover
what's|is|are|was|were not in here|there|v1|it
{_DO_NOT} make it? the|into|in|onto|on ~1 {_SCOPE}|cut
{_NOT} something we|i
{_NOT} happening|coming
was|were never in|on
nothing changes|changed for|in|about
{_NOT} meant|supposed|intended|trying|going|attempting|here to ~1 {_DO}
{_NOT} ~2 a|the|our goal|aim|ask|redesign|rewrite|rebuild|replatforming|replacement|rebrand
goal|aim|ask|point was|is never|not to
only|just|and|but|plus ~4 nothing else|more|beyond|on|for|in
limit|limited|limits|limiting|restrict|restricted {_THE}|ourselves ~2 to
{_IS} limited|restricted|confined to
no support for
no new features|scope|requirements|screens|integrations
-- not done
i|we ~1 won't|shan't
i|we|they|and will not
i'm|we're|am|are not going to
i|we aren't|wasn't|weren't going|trying to
what ~1 {_DO_NOT} ~1 {_DO}|promise
{_DO_NOT} bother|open
minus the|any|our
release|launch*|ship|ships|shipped|v1|version|mvp|pilot ~3 without
not|never {_DOING}
{_DO_NOT} ~1 {_TOUCH}
won't|wouldn't ~1 {_DO}|{_DOING}|{_DONE}
will|would not ~1 {_DO}|{_DOING}|{_DONE}
{_NOT} {_DONE}
{_DO_NOT} do the|those|that|these|any ~4 at|now|there|here all|now|then
{_DO_NOT} do in|for this|that|the
{_DO_NOT} try|trying|want|plan|intend to {_DO}|improve|change
{_DO_NOT} take on
what|things|all ~2 won't|wouldn't do|build|add|take|promise
agreed|decided|chose|chosen|opted|promised|rule|deal not to|being|was
agreed|decided|chose|chosen|opted to ignore|skip|omit|exclude|leave|drop
decided|decide against ~1 {_DOING}
did nothing for|about
no plans|intention|ambition|attempt|changes to
-- refused
refused|declined to {_DO}|add|take
i|we|she|he|they|and declined|refused
was|were|got|been refused|declined|rejected
turned|turning|turn down|away
said|say|saying no to
ruled|rule|ruling ~3 out of
ruled|rule it|that|this|them|those out
{_IS}|got ruled out by|for|from|until|on|of|in|at
cut|cutting|drop|dropped|dropping ~4 to protect|hit|make|hold|meet|keep|save the
was|were|got|get|been cut|dropped|pulled|axed|scrapped so|to|before|from|out|early|because
-- with intent
{_ON_PURPOSE} ~2 {_SKIPPED}|ruled|not|didn't|never|no|without|away
{_SKIPPED}|no ~4 on purpose
{_SKIPPED} ~4 {_ON_PURPOSE}
by design ~3 {_DO_NOT}
skip|skipped|skipping|ignore|ignored ~4 this|for now|time|round|release|year|phase|quarter
{_NOT}|this|year|quarter ~2 on purpose
"""

_PEOPLE = (
    "people|person|engineer|engineers|developer|developers|team|squad|squads|lead|legal|finance|ops"
    "|ceo|vp|director|boss|customer|client|me|him|her|you"
)
_SAID = "said|say|wrote|write|written|define|defined|agreed|discussed|told|know|knew|listed|asked"

LIMIT_LABEL = """
-- these head a list: "out: gift cards"
out|later|skipped|excluded|dropped|parked|deferred
"""

LIMIT_OPENING = """
-- these words say it where they open a clause: "drop the export"
not tonight|today|now|yet|here|this
cut|drop|skip|defer|leave the|all|any|every|out
"""

LIMIT_CLOSING = f"""
-- and these where they close one: "tablets aren't in"
{_IS} ~1 out|cut|dropped|axed|skipped|off
{_NOT} ~1 in
left|leave it|that|them out
without {_THE}? #
"""

_NO_SUBJECT = (
    "he|she|it|they|i|we|you|that|time|secret|news|word|release|version|build|site|service|server"
    "|power|network|already|way|who|lights|nobody|somebody|anybody"
)
_EXPECTED = (
    "be|have|know|see|lie|pretend|make|get|need|happen|find|hit|notice|meet|miss|reach|say|tell"
    "|forget|finish|believe|hear|understand|remember|go|come|let|wait|stop|work|claim|argue|like"
)

NOT_LIMIT = f"""
-- somebody, not something
{_NO_SUBJECT} ~1 {_IS} ~1 out|off|cut|dropped
{_CUT} ~3 away from
somebody|someone|everybody|people|users|they|you ~3 wait
said|say|saying no to that|it|any|every|this
{_IS} ~1 out|off for a|an|about|nearly|almost|over|half|#|lunch
{_IS} behind a|an|the|its|one
exempt until|till
non goals? listed|defined|documented|clear
park|parked ~1 in|outside|at
deadline|date|launch|release|milestone|dates ~2 moved|slipped|pushed
-- what is expected or felt, not left out
i|we|they|and ~1 won't|shan't|will not? ~1 {_EXPECTED}
i'm|we're|am|are not going to ~1 {_EXPECTED}
i|we aren't|wasn't|weren't going|trying to ~1 {_EXPECTED}
i|we|they|and ~1 won't|will not? ~5 until|unless|without|before|again
{_IS} not going to ~6 until|unless|without|before|again
release|launch*|ship|ships|shipped|v1|version ~3 without a|an|any|the|it|us|him|her|them|anyone
release|launch*|ship|ships|shipped|v1|version ~3 without problems|issues|incident|tests|testing
he|she|i|we|they|who|{_PEOPLE} ~1 {_IS} out|outside|off|away
{_PEOPLE} left for
{_CUT} # ~2 off|from|out
{_CUT} ~3 {_PEOPLE} off|out|from
said|say|saying no to ~1 {_PEOPLE}|them|us
{_DO_NOT} include ~2 {_PEOPLE}|them|us
{_NOT} ~2 part of the? team|meeting|group|decision|conversation|discussion|problem
left ~1 alone to|with
{_LEAVE} me|him|her|us alone
left the? company|team|meeting|room|call
outside of? the ~1 list
i|we|he|she|they can|could|would|must|had wait
turned|turn|turning down the? offer|job|heat|volume|noise|temperature
metric|usage|sales|errors|rate|volume|traffic ~1 declined
-- nobody said what
nobody|never|no|didn't|don't|not|without ~2 {_SAID} ~5 out|scope|non
-- a delay or a defect, no limit
move|moved|push|pushed|put|slipped|slip ~3 date|deadline|launch|milestone|dates|meeting to|into|by
{_DO_NOT} ~1 support the? idea|decision|proposal|plan|me|claim|him|her|them|us|you
out of scope creep
wait|waited for|until|till the? next release|train|bus|meeting|following|morning|day|week
stop|stops|stopped at the end|beginning|start
-- idioms
left out the|a|my ~1 number|figure|fact|detail|details|name|names
keep|kept|keeping ~1 running|finding|coming|working|falling|dropping|timing|reaching out
have|has|had not|never
stay|stays|stayed|remain|remained in|on the loop|call|team|meeting|room|budget|job|line|same
not in the? release notes
{_DO_NOT} ~1 touch base|on|down
was|were never in|on doubt|question|time|danger
do|does|doing it|that again
are|we're|were|am|i'm|{_NOT} doing great|well|bad|badly|anything|enough|it|so
wouldn't|won't|don't|didn't do it|that|well|enough again?
what|how|all ~4 do well|enough|right|better
include the numbers
going to lie|pretend
"""

WORDS = {
    "limit": LIMIT,
    "limit_label": LIMIT_LABEL,
    "limit_opening": LIMIT_OPENING,
    "limit_closing": LIMIT_CLOSING,
    "not_limit": NOT_LIMIT,
}
"""The lexicons by name."""
