"""Phrases of openings that answer, and of those that frame or set the scene.

Written as in `cues`.
"""

from tpmprep.domain.detectors.passage import words_in

ANNOUNCES = """
short|quick|brief|honest|direct|simple|straight|real|one-line answer|version
answer|answering directly|first|honestly|is|straight
my|the answer|recommendation|position|verdict|view|call|claim|point is|would|in
recommendation
to answer|be directly|direct|blunt|clear
to start with the
start|starting|begin with the outcome|answer|result|punchline|headline|end|conclusion|number
bottom line
headline
punchline
tl dr
tldr
in short|brief
in one sentence|word|line
in a word|sentence|nutshell
say no|yes
not yet
option a|b|c|one|two
long story short
outcome|result|answer|conclusion|verdict|revenue first
my|the|our biggest|best|worst|hardest|proudest|greatest|main|toughest|favourite|favorite
biggest|best|worst|hardest|proudest|greatest|main|toughest failure|mistake|win|risk|lesson|success
biggest|best|worst|hardest|proudest|greatest|main|toughest challenge|achievement|regret|worry
"""
"""Words that promise the answer itself; what stands with them is taken for it."""

FRAMES = """
there are|is|were ~2 parts|things|steps|lenses|buckets|phases|pieces|layers|dimensions|angles
#|few|several ~1 parts|things|steps|lenses|buckets|phases|pieces|layers|angles|candidates|options
let me
here's how|what
here is how|what
i like|try|tend|want|usually|always|typically|generally to?
i structure|approach|think|break|look|see|start|begin|divide|use
i'd|would ~3 start|begin by|with|from|at|there
i'd|would ~2 approach|split|break|structure|divide|think|look|frame|walk|describe|use|need|know
i'd|would ~2 first|assume|like|ask|want|love|argue|set
i'd|would ~1 say it depends
i'll ~1 start|begin|walk|answer|use|give|tell|split|structure|frame
i'm going to walk|talk|tell|use|answer
the way i'd|i|a|an|it|that|this|we
situation
context
background
objective
case answer
problem
framework
star
first of all
it depends
well it depends
hard to say
i think it
talk|tell ~2 about
comes|come|springs to mind
what happened was
question about
"""
"""An order, a frame or a way of thinking in place of the answer."""

SETS_SCENE = """
at|in my|our|the last|previous|current|former|old|company|department|job|place|role|team
at my
in my|our
when i|we
back in|when|at
last|this year|quarter|spring|summer|autumn|fall|winter|month|week
# ~1 years|months|quarters|weeks ago
few|couple ~1 years|months|quarters|weeks ago
every|each other?
picture|imagine|suppose|say|consider
once
i|we was|were ~2 in|on|at|working|leading|running|part|responsible|moving|building|trying|thinking
we|i had ~2 this|these|like|an|a|two|three
there was|were ~1 this|these|an|a
this was|is
so this
it was a|an
i worked|joined|inherited|used
we wanted|needed|started|looked|formed|noticed
my role
i've been
was|were supposed|trying|using
"""
"""The company, the team and the year in place of the answer."""

OUTCOMES = """
shipped|launched|delivered|migrated|released|landed|finished|closed|patched|moved|reached
cut|reduced|brought|took|lowered|halved|shrank|slashed|trimmed|saved
raised|grew|doubled|tripled|increased|improved|lifted
fell|dropped|rose|climbed|went|came|sank|jumped|settled
missed|failed|lost|won|beat|ended|hit|made|survived
takes|costs|stayed|made|brought|earned|cost
late
retired|recovered|restored|held|kept
"""
"""With a figure in the first clause, what came of it."""

CLAIMS = """
because
because of
root cause
the trick|trap|key ~3 was|is
we|i ~1 lost|missed|failed|won|saved
i asked for|the
things ~1 went|broke|failed|killed|saved
failed|missed|slipped because|over|on|in|and|at|by
came down to
got|was ~2 wrong
my fault|mistake|own
the|my|our ~1 hardest|biggest|worst|best|toughest|proudest|largest|most|main ~6 was|is
the|my|our ~1 number|reason|lesson ~6 was|is
what changed|broke|saved|killed|fixed|worked|mattered|helped|went|failed|i|we ~5 was
the one thing
told us
i told
i convinced|persuaded|disagreed|failed|lost|missed|broke|fired|saved|refused|said|underestimated
was|is a|an ~2 success|failure|mistake|disaster|win|mess
went|goes|ended|landed|turned ~2 well|badly|wrong|poorly|smoothly|sideways|sour
the thing|metric|figure|measure|lesson|point i|i'm|we ~6 is|was|would
my|our plan|approach|rule|principle|worry|fear|concern|regret|bet|metric|lesson ~6 is|was|would
main|only|real|one|single risk|reason|problem|thing|lesson|metric ~3 is|was
made|makes ~6 work|possible|succeed|safe|hold|easier|harder
saved|killed|sank|doomed|rescued|derailed|broke the|us|our|it|my|that
i|we ~1 got ~3 wrong|right
was|were ~2 late|early|wrong
delivered|shipped|launched|finished ~3 late|early
what i ~1 learned|learnt|regret|value|optimise|optimize|protect
comes|boils down to
was|were|is|are ~1 too
the ~2 worked|failed|held|broke
it's|that's all? about
the|a|an|one ~2 should|must
it saved|cost|worked|failed|paid|held
it was|is ~3 that|who
we|i never named|set|asked|agreed|wrote|decided|tested|told|checked|measured|tell
my ~3 was|is|were|are very|too|solid|poor|weak|strong|good|bad|wrong|that
said tell|no|yes|we|stop|ship|wait|go
the reason|problem|mistake|fix|bottleneck|cause|answer|number ~6 was|is
that is|was|that's what|why
"""
"""A claim without a figure: a cause, a verdict, the one thing that mattered."""

LEADS_IN = """
i'd say|argue that?
i would say|argue that?
i ~1 think|believe|guess that?
to|for me
in my view|experience|opinion|judgement|judgment|book
the truth|fact is
"""
"""What stands before a claim and takes nothing from it."""

YES_OR_NO = words_in(
    """
    yes no absolutely definitely neither both never not yep nope hardly exactly poorly badly
    partly mostly barely rarely sometimes
    """
)

BACKGROUND_DEEDS = words_in(
    """
    worked joined inherited used led ran managed started owned moved took got came supported
    helped looked met held kicked wanted tried handled coordinated been oversaw drove
    """
)
"""What somebody did for a job, with which a story begins and no claim is made."""

POINTING = words_in(
    """
    it its this that these those there here so we i you they he she our my the a an his her what
    when where how if as at in on by for from with during before after since until once let and
    but or two three four five both all each every context situation background objective task
    owner scope
    """
)
"""An opening that begins so tells of one case; "Trust is earned weekly" tells of all."""

HOLDS_TRUE = words_in(
    "is are must should needs makes means takes wins beats starts matters matter comes come works"
)
"""The verbs of what always holds."""

LEADING_NOISE = words_in(
    """
    um uh er erm hm hmm so well okay ok yeah yes right sure like basically honestly look and but
    you know i mean oh hi hello thanks no actually now alright great
    """
)

POLITE = words_in(
    """
    great good nice honestly interesting fair excellent lovely question one thanks thank you for
    asking having me sure of course okay ok yeah right hi hello um uh so well oh hm the that
    that's a an is really very happy to glad first all your much asked it honest answer direct
    short simple
    """
)

WORDS = {
    "announces": ANNOUNCES,
    "frames": FRAMES,
    "sets_scene": SETS_SCENE,
    "outcomes": OUTCOMES,
    "claims": CLAIMS,
    "leads_in": LEADS_IN,
}
"""The lexicons by name."""
