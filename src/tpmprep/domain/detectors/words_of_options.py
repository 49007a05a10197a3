"""Phrases of other ways and their price.

Written as in `cues`.
"""

CHOICE = """
-- that there is more than one way
option|options
alternative|alternatives
alternatively
either
instead
versus|vs
rather than
weighed
one way|idea|path|answer|route was|is
we|you|i could ~6 or
other|second|third possibility|proposal|idea|solution|candidate|supplier|model|vendor|version|one
other|another|second|third|obvious|last|middle|cheap|cheapest|easy|safe|safest way|path|route|road
other|another|second|third|obvious|last|middle choice|plan|approach|bid|design
choice|choices
wanted|proposed|suggested|pitched|begged to? rebuild|rebuilding|rewrite|rewriting|redo|replace|buy
wanted|proposed|suggested|pitched|begged to? buying|wait|waiting|migrate|delay|delaying|rework
if we|i|you|they ~1 let|stay|move|switch|do|use|start|delay|launch|ship|split|stick
if we|i held|waited|kept|went|wait|hold|keep|take|choose|pick|skip|buy|build|cut|drop
if we'd|i'd
had we|i
path|route one|two|a|b|this|that|other|each|was|is
the safer|cheaper|faster|quicker|simpler|bigger|smaller|cleaner|longer|shorter|slower|other
decided against
sticking|staying with
plan a|b
trade off|offs
tradeoff|tradeoffs
compared to|with
big bang
do|doing nothing
buy|buying ~2 or|versus|vs build|building
buy our|your way
build|building it|our|your ourselves|own
off the shelf
status quo
the first|former|latter one|option
cheap|cheaper|fast|faster|quick|quicker|slow|slower|safe|safer|easy|expensive|dear|proper fix|path
the cheap|cheaper|fast|faster|quick|quicker|slow|slower|safe|safer|easy|expensive one|option|way
the cheap|cheaper|fast|faster|quick|quicker|slow|slower|simple|hard way|route
on the one|other hand
two|three|four ways|roads|options|choices|paths|routes|candidates|bids|alternatives
against that
options were|considered|weighed
"""

PICK = """
-- a choice, perhaps between ways; only a plain price makes it one
if we|you
choose|chose|choosing|chosen
picked|pick|picking
opt|opted|opting
go|going|went with|for
we|i|you could
could have
could've
in house
build|building
lease|leasing
outsource|outsourcing
hire|hiring|renting|rent
or a|we|i|you|they|just|else|i'd|we'd|they'd
or leave|lose|pay|wait|slip|keep|ship|go|skip|drop|delay|cut|take|do
but it|they|you|we|that|would ~2 cost|costs|lose|loses|burn|burns|tie|ties|leave|leaves|break|breaks
but it|they|you|we|that ~2 get|gets|gain|gains|win|wins
to hit|make|hold|meet|keep|save
"""

PRICE = """
-- money
cost|costs|costing
price|pricey
expensive|dear|dearer|costly
bill
# ~1 dollars|euros|euro|pounds|grand|k|mm|bucks|cents|pence|thousand
# per|a user|head|seat|unit|month|call
in licences|licenses
licence|license fee|fees|cost
pay|pays|paid|paying
-- what is worse for it
never have? forgiven|accepted|worked
need|needs|needed another|extra|more
need|needs|needed a second|third
hurt|hurts
would|will ~1 get|be hammered|swamped|flooded|buried|blocked|drowned
increase|surcharge|premium|markup
pull|pulled|pulling ~4 off|from
make|makes|made ~4 longer|slower|harder|heavier|worse|dearer|uglier
adds ~2 #
and|or lose
we|you|i|they|he|she lost|lose|miss|missed
would|will|we'd|i'd|they'd|you'd|it'd ~1 miss|lose|break|drown|lock|burn|hurt|slip|wreck|block
would have ~1 missed|lost|broken|locked|burned|hurt|slipped|wrecked|blocked|stalled|annoyed
doubles|doubled|doubling|triples|tripled|double|twice|triple ~1 the|our|as|every|what
doubles|triples
slows|slowed
adds # ~1 ms|milliseconds|seconds|hours|days
eat|eats|eating ~1 a|an|half|into
rules|ruled|ruling out
let ~4 slip|slide
live|lives|lived with
plus #
lose|loses|losing
lost us|our|the|two|three
give|gives|gave|giving up
burn|burns|burning|burned|burnt
overhead|penalty
skip|skips
downside|drawback
anger|annoy|annoys|upset|upsets
meant|means|mean
leaves|leave us|you|them|nobody|no
leaves|leave ~1 blind|exposed|open
ties|tie up|us
needed|needs|need|required|requires # million|k|grand|thousand
needed|needs|need # ~2 weeks|months|more|engineers|people|days|sprints
times the price|cost
# cheaper|dearer|slower|more
behind|stale|late|worse ~2 day
always a day|step|week behind
push|pushes|pushed|pushing ~4 out|past|back|into
drag|drags|dragged ~2 in|into|on
would ~1 hate|resent
slip|slips ~2 a|to|by|her|his|their|our|the
have|had to drop|cut|skip|pull|freeze|stop|delay
ties|tied ~3 to
"""

BURDEN = """
-- time, people and trouble: a price where ways are weighed
# ~2 week|weeks|day|days|month|months|quarter|quarters|sprint|sprints|year|years|hours
# ~2 engineer|engineers|people|developers|heads|headcount|devs|contractors
a|another|one|extra|whole|full|half|couple|few ~1 week|month|quarter|sprint|year|weeks|months
a|an|another|extra|one ~1 headcount|engineer|hire|contractor|team
extra|additional ~2 work|weeks|load|team|engineers|people|spend|vendor
# k
delay|delays|delayed
overtime
roadmap|downtime|outage
lost
fewer|less|worse|cheap|free
has|have to
"""

ANNOUNCED = """
-- the options come next
two|three|four ways|roads|options|choices|paths|routes|candidates|bids|alternatives|doors
two|three|four ways to|out|of|forward
two|three|four real|serious|possible|basic|live options|ways|choices|paths
options were|are|weighed|considered|on|i|we
the options|choices|alternatives|trade-off|tradeoff
trade off|offs
priced|prices|costed both|each|them|on|all|the|every
each with its|a bill|price|cost|tag
what each
i laid|put out? ~3 paths|options|prices
weighed
"""

ADVANTAGE = """
-- what speaks for a way; two of them, or one with a "but", weigh it against another
cheaper|quicker|faster|simpler|safer|dearer|slower|costlier|easier|nicer
cheap|quick|fast|simple|instant|easy|comfortable|free|safe|tidy|clean
is|are|was|looks|looked|sounds|sounded nice|tempting|attractive|elegant|fine|okay|great
better|stronger by|at|for|on
lighter|heavier|harder|riskier|stronger|weaker
removes|remove|avoids|avoid|keeps ~2 small|simple|clean|one
gets|get|wins|win|buys|buy us|the|you
save|saves|saved|saving
gets us
was|is possible
sure we|you|i|they can|could
we|you|i can|could ~1 do|ship|hit|make|fix|patch|launch|move|keep|buy|build|use|rewrite|rebuild
we|you|i can|could ~1 hire|rent|split|add|wait|stay|switch|skip|drop|redo|replace
speed|speeds|sped ~2 up
"""

DRAWBACK = """
-- what speaks against it, after "but"
but|yet|though|although|while ~5 slow|slower|harder|heavier|ugly|uglier|worse|weaker|longer|risky
but|yet|though|although|while ~5 lose|loses|miss|misses|break|breaks|cost|costs|double|doubles
but|yet|though|although|while ~5 need|needs|require|requires|tie|ties|leave|leaves|lock|locks
but|yet|though|although|while ~5 add|adds|pay|pays|eat|eats|burn|burns|annoy|anger
but|yet|though|although|while ~5 stale|brittle|stuck|locked|drop|drops|slip|slips|painful|later
but|yet|though|although|while ~5 hurt|hurts|drown|wait|waits|suffer|suffers|expensive|dear|limited
but|yet|though ~2 we'd|you'd|they'd|he'd|she'd
but|yet|though ~2 no|nobody|only|twice|more|another|then|can't|cannot|won't
but|yet|though ~2 rewriting|redo|redone|limits|drifts
"""

CONTRAST = """
but|yet|though|although|however|whereas
and you pay|lose
only it|that|you|we|they
it|they just
"""

NO_CHOICE = """
-- a price that is none of an option
outage|incident|breach|bug|mistake|failure|downtime ~3 cost|costs|meant|lost
instead of|by #
rather than #
i mean
give|gave it|them|him|her another|a|more
if we|i|you lose|lost|miss|pay|slip
to make it|this|that concrete|clear|sure|work
incident|it took down
has|have to choose|pick|decide|make|say
cost benefit|centre|center|centres|centers|savings|saving|reduction|model|code
at all costs
price list
pay|paid attention|off|dividends|lip
trade show
the paid
a|the|this|that|broken|nightly|new|old|last build
lost track|sight|count|interest|touch|sleep|name|trust
lose|cost|costs|costing|lost ~2 sleep|track|sight
gave|give up on
save the day|date
"""

WORDS = {
    "choice": CHOICE,
    "pick": PICK,
    "price": PRICE,
    "burden": BURDEN,
    "announced": ANNOUNCED,
    "advantage": ADVANTAGE,
    "drawback": DRAWBACK,
    "contrast": CONTRAST,
    "no_choice": NO_CHOICE,
}
"""The lexicons by name."""
