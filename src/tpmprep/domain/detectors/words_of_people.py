"""Phrases of who answers for something.

Written as in `cues`.
"""

from tpmprep.domain.detectors.passage import words_in

ANSWERS_FOR = """
own|owns|owned|owning
co-own|co-owns|co-owned
owner|owners of|for|on|is|was
the|single|one|sole|named|clear|process|product|service|business|accountable owner
took|takes|take|taking|had|has full|complete|sole|real? ownership
ownership of|sits|sat|went|goes|moved
accountable|answerable|liable
responsible for|to
responsible person|individual|engineer|manager|party
responsibility|duty|remit of|for|was|is|sits|sat|went|goes
responsibility
duty
in charge of
put|is|was|being|be in charge
on the hook
on point for
point person|man|woman|lead
single|one|only|sole ~1 point|person|voice|throat|name|decider|approver|authority
the one who could|can|decides|decided|says|said|signs|signed|answers|owns
tie-breaker|tiebreaker
tie breaker
authority over|for
alone can|may|could
ran|run|runs point
who decides
single-threaded
dri
in the driver's|driving seat
at the helm|wheel
directly responsible
answer|answers|answered|answering for
answer|answers|answered to ~3 for
a|the final|last|casting|deciding|ultimate say|word|call|vote|approval|decision
has|had|have|got|holds|held|keeps|with ~2 final|last say|word|call|approval
had|has|have the|a say|veto|pen|mandate|authority|pager|keys|budget|baton
the keys and
called|calls|call the shots
held|holds|hold|carries|carried|carry|owns|keeps|kept the pen|pager|decision|budget|keys|key|baton
carries|carried|carry the can|number|risk|goal|target
is|was|are|were|be accountable|answerable|responsible
sign|signs off|for
signed off on?
signs every|each|it|all|the
to sign every|each|off|for
countersigns
sign-off|signoff
go no go|call|decision
makes|make|made the go|final|ultimate|last call|decision
decides|decide alone|who|what|whether|when|if|on|together
decision maker|rights|owner
decision-maker
gatekeeper|decider|approver|arbiter
arbitrates|adjudicates|presides
word|decision stands
buck stops|stopped
stands|stood behind
spearheads|spearheaded|champions|championed
was|is|were|are|been tasked|charged with
step|steps|stepped up|in as|to
steps|stepped up
eats|eat|bears|bear|bore|carries the cost|risk|consequences|loss
"""

OWNED_BY = """
owned|led|run|driven|headed|managed|handled|chaired|overseen|sponsored|signed|approved by
owned|led jointly by
responsibility|accountability|ownership|authority|rights|say|word ~2 lay|lies|sat|sits with
responsibility|accountability|ownership|authority|rights|say|word ~2 rests|rested|stays|stayed with
nobody|none but|except
approval|sign-off|go-ahead|decision came|comes from
ownership|responsibility|accountability moved|went|passed to
side|part|end it was|is
signed|approved off? by
left|leave|leaving ~4 to
stays|stayed with
assigned|handed|delegated|entrusted|given to
under the|her|his care|lead|leadership|name
"""

HOLDS = """
run|runs|ran
lead|leads|led
drive|drives|drove
chair|chairs|chaired
head|heads|headed up?
oversee|oversees|oversaw
manage|manages|managed
handle|handles|handled
look|looks|looked after
take|takes|took on|over|care|all|both|ownership|charge|responsibility
take|takes the|that|this|it
took the ~1 pager|pen|lead|tool|tooling|contract|budget|rota|runbook|part|half|rest
was|is|were|been|got assigned|entrusted|given|handed|tasked|allocated the|to|with|that|it|all
running|leading|driving|chairing|heading|handling the|a|it|that|all
keeps ~2 working|running|alive|current|going
signs
carry|carries|carried the|a|all|it|that
hold|holds|held the|a|all|it
have|has|had the|all|everything|it|both
got|gets it|that|the
cover|covers|covered
mind|minds|minded
coordinate|coordinates|coordinated
supervise|supervises|supervised
approve|approves
clear|clears every|each|the
sign|signs|signed the|for|off|every|each|it
decide|decides
arbitrate|arbitrates|arbitrated
guard|guards|guarded
sponsor|sponsors|sponsored
front|fronted
keep|keeps the|an? ~1 list|register|budget|keys|schedule|plan|calendar|pager|score
maintain|maintains|maintained
made the call
make|makes the call|calls
is|was|were|are the|our ~2 lead|owner|captain|sponsor|commander|dri|approver|decider|voice|contact
be the ~2 lead|owner|captain|sponsor|commander|dri|approver|decider|voice|person|one
"""

LEADS = """
leading|running|driving the|a|this|that
lead|leads|led the|a|this|that|it|our|all
drive|drives|drove the|this|that|it|our
run|runs|ran the|this|that|it|our
chair|chairs|chaired the
head|headed|heads up? the
oversaw|oversee|oversees
managed|manage|manages the|a|this|that|our
looked|look|looks after
took|take|takes over|on|charge|responsibility|ownership|care
had|have|has the ~1 sequence|budget|pager|pen|schedule|customer|relationship
coordinated|coordinate|coordinates
supervised|supervise
make|makes|made the call
signed|sign off|for
was|is|am|be the|our ~2 lead|owner|captain|sponsor|commander|dri|approver|decider
"""

RESTS_ON = """
is|was|were|are|be on|under|with|down|up to?
sits|sat on|with|under
lives|lived|rests|rested|lies|lay|stays|stayed|stood with|on
falls|fell|goes|went|passes|passed|passing down? to
fell|falls on
belongs|belonged|belong|belonging to|with
reports|rolled up to
down|up to
ends|end|ended|stops|stopped with
lands|landed with|on
went|goes|go|ran|runs through|past|via
lead|owner|captain|commander|sponsor|approver|decider|tie-breaker|breaker|driver|gatekeeper is|was
"""

GIVES_TO = """
put|puts|putting ~3 in charge
made|make|makes ~3 owner|accountable|responsible|lead|tpm|captain|dri|commander
named|name ~3 as|owner|lead|captain
appoint*|nominat*|designat*
put ~3 on it|this|that|point
assign|assigns|assigned
delegate|delegated
ask|asked|told|got ~3 to own|lead|sign|take|run|drive|be|handle
hand|handed|gave|give|gives|giving ~5 to
"""

MINE = """
my|his|her neck
my|his|her head is|was on
my|his|her name was|is|stood on|against|next|under
my|his|her|their name|signature to|under|on|against
left|leave|leaving ~4 to the|him|her|them
my|his|her part|share|piece|half|side|bit|job|task|duty ~6 was|is
that's|it's|one's|this on me|him|her|them
it's|it me|him|her they|we|people call|ask|phone|page
is|was|were|are|be|remains|stays|becomes|became mine|hers|theirs
it's|that's|that|this mine|hers|theirs
hers|mine|his|theirs to
was|is|were|are|it's|that's my|his|her|their job|call|responsibility|duty|decision
was|is|were|are|it's|that's my|his|her|their baby|remit|problem|area
a|one|the|named name for|per|against|on|beside|next|to
name|names against|next|beside it|that|every|each|to
my job|responsibility|duty|call|remit to
the|one|a person|one|woman|man|individual who ~2 sign|signs|signed|decide|decides|approve|approves
the|one|a person|one|woman|man|individual who ~2 answers|own|owns|owned|takes|say|says
the|one person|one|woman|man to call|own|sign|decide|ask
the go-to
the|one person|one|woman|man you|we|they call|called|ask|asked|page|phone
whoever has|have|had to own|take|sign|decide|approve|answer
a|one named ~2 person|lead|owner|engineer|manager|contact|captain
each|every ~4 had|has|have|got|gets ~1 a|an|one|its|their ~2 owner|lead|name|captain|person
was|is|are|be on me|him|her|them
falls|fell|sat|sits|landed|lands|rested|rests|stayed|stays on|with|to me|him|her
"""

BURDENS = words_in(
    """
    call responsibility duty job baby decision remit problem area task turf domain patch to
    alone name hands watch lap neck desk plate shoulders budget
    """
)
"""What follows a name's 's when the name answers for it ("Moira's call", "Pavel's to scrap")."""

IDLE = words_in(
    """
    idea feeling chance time luck problem problems flu option options point same emails choice
    question doubt doubts habit impression meeting meetings notes sense thought worry fear risk
    result results effect hunch trouble numbers number test tests script query queries
    load report look train ground bus flight job again twice times anyway late
    done ready fixed
    """
)
"""What somebody may have or take without answering for it ("Ana had the idea")."""

NO_PERSONS_LABEL = words_in(
    """
    chosen decision outcome result answer tool region risk scope context date option choice pick
    vendor platform stack city country example
    """
)
"""Words of a label that names a thing, not a person ("Chosen: Kafka")."""

TURF = """
my|his|her|their ~1 call|decision|budget|remit|responsibility|baby|project|problem|turf|area
"""
"""What is somebody's when nothing else is said of it ("His call.", "it's her budget")."""

TITLES = words_in("lead owner captain commander dri sponsor counsel")
"""Roles that answer for what stands before them ("Nkechi, our design owner")."""

OWNERS_LABEL = words_in("owner owners owned lead dri who responsible accountable approver decider")
"""Words of a label that announces a person ("Owner: me until Monday")."""

WE = words_in("we we've")

GATHERINGS = words_in(
    """
    call calls sync syncs standup standups stand-up stand meeting meetings checkpoint checkpoints
    touchpoints war kickoff workshop workshops review reviews session sessions retro readout board
    tracker dashboard cadence committee ceremony ceremonies forum
    """
)
"""With "we had", an act of nobody in particular: "we had daily syncs"."""

STATES = words_in(
    """
    had needed wanted liked loved hated knew thought felt saw sat heard noticed realised realized
    learned learnt hoped believed expected feared worried struggled lost missed waited
    lived suffered seemed lacked depended owned cared wished understood trusted
    enjoyed remembered assumed meant said stood stuck laughed happened needs were are is
    have has was am be been can't cannot
    """
)
"""Past forms that tell of no deed."""

WORDS = {
    "answers_for": ANSWERS_FOR,
    "owned_by": OWNED_BY,
    "holds": HOLDS,
    "leads": LEADS,
    "rests_on": RESTS_ON,
    "gives_to": GIVES_TO,
    "mine": MINE,
    "turf": TURF,
}
"""The lexicons by name."""
