"""Phrases of what may go wrong.

Written as in `cues`.
"""

WORRY = """
-- named as one
possibility|chance of a|losing|an
drown|drowned|drowning
could|might|would get|gets hit|stuck|lost|hacked
goes|gets|get|went cold|stale|hot
botched|broken|bad firmware|update|deploy|push|release|config|migration
runs|run|ran long|late
risk|risks|risky|riskiest
fear|fears|feared|fearing
worry|worries|worried|worrying
afraid|scared|scares|scary|scariest|nervous|uneasy|anxious|terrified
frightens|frightened|frightening
danger|dangers|dangerous
threat|threats|hazard|hazards|peril
concern|concerns|concerned
dread|dreaded
nightmare
exposure|exposed
vulnerab*
failure mode|modes
single point of failure
flaky|fragile|brittle|shaky|unproven|unreliable
unknown was|is|here
real|good|decent|fair chance
might|may not ~1 be|work|come|hold|make|scale|arrive|deliver|have|finish|get
could|might have gone badly|wrong|very|horribly
might lapse|expire|reject|leave|refuse|block|change|confuse
weak|weakest|soft|blind|sore spot|point|link
achilles heel
worst case
worst|nastiest|ugliest|scariest scenario|thing|outcome
what if
catch was|is
pitfall*
didn't|don't|never trust|trusted
could|would have melted|flooded|burned|burnt|stopped|sunk|killed|ruined|wrecked|finished
could have cost
would've sunk|killed|ruined|wrecked|stopped|finished
-- said with a picture
bite|bites|bitten us|me|you?
could|might|would|will|can bite|hurt|sink
to prevent|avoid ~2 losing|double|duplicate|data|outage|downtime|loss|lost|another
keep|kept|keeps me|us|you|him|her up|awake
lose|lost|losing sleep
go|goes|going|gone|went badly? wrong|sideways|south
blow|blows|blew up
time bomb
threaten*
in the? event|case of
for fear of
"""

NAMED_WORRY = """
-- the sentence is about the danger: "my fear was ..."
my|our|the|his|her|one|another|biggest|main|key|real|top|first|second risk|fear|worry|danger
my|our|the|his|her|biggest|main|key|real|top|first|second concern|threat|hazard|nightmare
my|our|the|biggest|main|key|real|top ~2 risk|fear|worry was|is|here|there|with|of
my|our|the|biggest|main|key|real|top ~2 danger|concern|threat was|is|here|there|with|of
is|was my|our|the ~2 risk|fear|worry|danger|concern|threat|nightmare
risk|danger|threat|hazard was|is|with|that|of|here|there
i|we was|were|am|are ~2 worried|afraid|scared|nervous|concerned|anxious
i|we worried|feared|worry|fear about|that|the|they|it
scared|frightened|worried|frightens|scares|worries me|us
lose|lost|losing sleep
keep|kept|keeps me|us|you|him|her up|awake
get|gets hit by
what could|can|might go|break|fail
was|is|were|looked|seemed shaky|fragile|flaky|brittle|thin|unproven|unreliable
obvious|real|classic|big trap
what if
"""

GUARDS_AGAINST = """
-- the danger and the act in one phrase
to avoid|prevent ~6 we|i|he|she|they|i'd|we'd|you
to soften|cushion|blunt|ease|contain it|that|this
to soften|cushion|blunt|ease|limit|contain the blow|damage|impact|hit|pain
so that|as ~4 can't|cannot|couldn't hurt|break|spread|sink
hedge|hedged|hedging ~4 against
guard|guarded|guarding ~3 against
insure|insured|insuring|insurance ~3 against
protect|protected|protecting|protects|protection|shield|shields|shielded ~4 against|from
brace|braced ~3 for ~4 by
"""

CHANCE = """
-- an uncertain thing; a risk only if something follows from it
assumed somebody|someone|people|it|they|things would
had|has a history|habit of
had|has|have ~1 missed|slipped|failed|broken|lost ~4 before
chance|possibility|odds that|of|the|we|they|it
likely
known for|to
possible that|to
a|any|one mistake|error|bug|typo
expected|expect|expecting ~2 trouble|problems|pushback|resistance|delays|opposition|objections
would|could|might cost|finish|hurt|ruin|kill|sink us|me|the|millions|thousands
was|were looming|wobbling|creaking|coming
could not|couldn't|can't|cannot live|afford
only # ~1 who|person|people
had|have|has ~1 one|single person|engineer|developer|expert|admin ~1 who|that
"""

NOT_WORRY = """
-- nothing that could still be prevented, or only the paperwork of it
if we|i|they|he|she had
if we'd|i'd
come|came|comes back to bite|haunt
risk and|but i|we took it
the? risk was|is well? understood|known|carried|real|everywhere
the? risk was|is green|amber|red|accepted|known|discussed|noted|low|high
if that|it|this had|hadn't
i|we|i'd|we'd ~1 say|said no
had|has|have a risk|risks workshop|session|meeting
exposed to new|many|lots
bug|error|crash fix|fixes|report|reports|rate|rates|budget
crash|failure|error|outage report|reports|rate|rates|log|logs|budget
could|can|may drop|fall|go to|back
turned out ~3 afraid
exactly|only once
at least|most once
considered|consider|discussed|reviewed|noted|assessed|listed|tracked ~2 risk|risks|danger|dangers
afraid of hard|saying|telling|asking
risk register|registers|log|logs|matrix|board|committee|review|reviews|team|officer|appetite|owner
risk assessment|manager|management|column|list|section|report|tracker|workshop|thing|heat|colour
raid
risk averse
no worries
i suppose
may|might|could sound|seem
could be better|worse|argued|said
at my|our|your own? risk
concerned team|teams|party|parties|people
mitigation plan|plans|log|tracker|column|owner|strategy|strategies|session
as far as i'm concerned
"""

WORDS = {
    "worry": WORRY,
    "named_worry": NAMED_WORRY,
    "guards_against": GUARDS_AGAINST,
    "chance": CHANCE,
    "not_worry": NOT_WORRY,
}
"""The lexicons by name."""
