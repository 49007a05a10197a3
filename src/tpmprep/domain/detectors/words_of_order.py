"""Phrases that show how an answer is built.

Written as in `cues`. A phrase of `OPENING` counts at the head of a clause only, one of
`CONTINUING` only after an opening one.
"""

_PARTS = (
    "parts|pieces|points|areas|phases|buckets|legs|lenses|things|reasons|steps|layers|themes|"
    "pillars|factors|aspects|dimensions|stages|levers|angles|strands|axes|chunks|blocks|facets|"
    "places|thoughts"
)
_ROADS = (
    "options|choices|ways|paths|roads|routes|alternatives|candidates|approaches|possibilities|"
    "scenarios|sides|modes|questions|decisions|changes|moves|lessons|considerations|tracks|"
    "fronts|levels|principles|challenges|problems|issues|risks|trade|tradeoffs"
)
_PART = (
    "part|thing|piece|point|reason|step|question|bit|aspect|angle|layer|leg|phase|stage|lens|"
    "bucket|option|choice|lesson|argument|consideration|factor|dimension|move|thought|word|"
    "takeaway|alternative|way|path|route"
)
_NTH = "first|second|third|fourth|fifth|last|final|other|next"
_NUMBER = "two|three|four|five|six|2|3|4|5|6"
_SPLIT = "split|break|divide|structure|organise|organize|frame|group|take|tackle|answer|slice|carve"
_WHOLE = "this|it|that|my|answer|question|problem|story"
_BEGIN = "start|begin|open|close|finish|end"
_IS = "is|was|here"

ANYWHERE = f"""
-- how many parts there are
there is|are|were|was ~2 {_NUMBER} ~2 {_PARTS}|{_ROADS}
there's ~1 {_NUMBER} ~1 {_PARTS}|{_ROADS}
i|i'd|i'll|i've|we|we'd|it|that|which ~2 {_NUMBER} ~1 parts|things|points|reasons|buckets|lenses
i|we|it|you had|have|saw|see ~1 {_NUMBER} ~1 {_ROADS}
two|three|four|five ~1 reasons|parts|lenses|buckets|legs|pillars|themes|pieces|things
into|along|across|on|through|at|from|under {_NUMBER} ~1 {_PARTS}|fronts|levels|headings
in {_NUMBER} ~1 parts|points|pieces|buckets|areas|layers|chunks
with {_NUMBER} ~1 {_ROADS}
{_SPLIT} {_WHOLE} ~2 into|in|as|along|around|by {_NUMBER}|what|scope|people|how|who
let me|us|me ~1 {_SPLIT}|use|outline|summarise|summarize|recap|sketch
let me|us ~1 {_BEGIN}|give|walk|explain|answer|set
i {_BEGIN} with|by
i will|want ~2 {_BEGIN} with|by|on
-- the price and the gist
the trade-off
the ~1 trade off|offs {_IS}|are
the tradeoff {_IS}
there is|was|are|were a|an|always? trade off
there's a trade off
the catch|downside|upside|flip|upshot|takeaway|headline|gist|crux|rub|punchline {_IS}|side
the|my ~1 {_NTH}|main|key|obvious|only {_PART} is|was
that's|is|was the first|third|fourth|last {_PART}
my ~1 {_PART} is|was|would
on the one hand
on one hand
on the other hand
the short|long|longer|brief|quick|direct version|answer|story
"""

OPENING = f"""
-- counted
first|second|third|fourth|fifth|finally|lastly|next|last|firstly|secondly|thirdly|fourthly
that's|that was|is? the? {_NTH} one|part|point|reason
and|then|so second|third|fourth|last
first|second|third|fourth i|we|i'd|we'd|you|they|the|a|is|was|comes|came|up|off|my|our|thing|of
finally|lastly|next i'd|we'd|i'll|we'll|i'm
first and foremost
third|fourth and last|finally
last but not least
last|lastly the|i|we
first of all
{_NTH} {_PART}
my|the|your|our {_NTH}|opening ~1 {_PART}
the {_NTH} is|was|being
one|two|three|four|five|six
one is|was|being
key|main|another|one {_PART} is|was|being
another {_PART}
{_PART}|number|act|wave|chapter|item #|one
{_PART}|plan a|b|c
next up
for one thing
for another
one last|final|more|other thing|point|piece|question|part
lesson|lessons learned|learnt
two|three|four|five|six ~1 {_PARTS}|{_ROADS}
-- begin
to {_BEGIN} with|off|on|by
to start|begin|open
starting|beginning|opening with|from
to answer
to put|say it|this simply|briefly|bluntly|in
short|long|longer|quick version|answer|story
here's|here how|why i|we|i'd|i'll|it
here is how|why i|we|i'd|i'll|it
here's|here is? what|how|why i|we|it|happened|came
word|note on|about
here's|here the|my order|plan|structure|reasoning|breakdown|shape|argument|answer|thinking
here is|are the|my order|plan|structure|reasoning|breakdown|shape|argument|answer|thinking
i'll|i'd cover|outline|explain|walk
i will|would cover|outline|explain|walk
context first
some|quick|a bit|little|brief? of? context|background
-- what a sentence is about
the|my|our|one ~2 reason|price|cost|setup|turn|lesson|takeaway|alternative|choice is|was|here
the|my|our|one ~2 point|conclusion|verdict|headline|crux|bet|principle|twist|backdrop is|was
the|my|our ~1 answer|recommendation|proposal|argument|pitch|position|suggestion is|was|here|would
the cost|price|value|risk|benefit|point|reason of|for|behind ~3 is|was
the {_PART}|one that ~6 is|was
the lesson|point|takeaway|upshot ~3 is|was
that's|this my|the|our ~1 recommendation|answer|case|pitch|position|plan|proposal|lesson|point|story
that is|was my|the|our ~1 recommendation|answer|case|pitch|position|plan|proposal|lesson|point
my|the reasoning|answer|argument|case|plan|story has|is|comes|rests|falls ~1 {_NUMBER}|simple|short
what i'd|we'd|i|we|it ~1 change|improve|learned|learnt|cost|saw|knew|gave|lost|chose|broke ~1 is|was
what remains|mattered|broke is|was
what can|could|might go wrong is|was
what i|we would|should do differently|instead
-- go on
moving on
turning to
coming|going back to
now to|for|on the?
now the|about
that|which brings|leads|takes me|us to
as to|for|regards|regarding
when|where it comes to
in terms of
with regard|regards|respect to
on|from the ~2 side|front|end
on top of that
-- close
in a nutshell
long story short
in short|summary|sum|conclusion|closing|brief|essence
to summarise|summarize|close|conclude|finish|recap|end|sum|wrap|round
summing|wrapping|closing up|off|this
bottom line
the bottom line
end|net result
all in all
overall
the tradeoff
tradeoff
trade off
the|my headline|verdict
"""

CONTINUING = """
-- they order what an opening word began to order
then|next
after that
second|third|fourth|fifth|finally|lastly|last
"""

NOT_ORDER = """
first of all thanks|thank|sorry|hi|hello|great|good
first thing after|in|tomorrow|every|on
first impressions|time|class|line
next time|week|month|quarter|year|to|steps|day|morning|sprint
last time|week|month|quarter|year|summer|spring|night|minute
one of|could|can|or|by|and
second to|hand|time|order
to close|end|open|start|finish the|a|an|this|that|our|my
to start|begin|open|end with a|an|the #
to end up
the last one|time|of
the headline number|figure
the other day|week|night|team|teams|side|two
"""

WORDS = {
    "signpost": ANYWHERE,
    "opening": OPENING,
    "continuing": CONTINUING,
    "not_order": NOT_ORDER,
}
"""The lexicons by name."""
