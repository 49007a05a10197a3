"""Phrases that hold a way and its price at once ("trade speed for safety").

Written as in `cues`.
"""

BARGAIN = """
-- both in one phrase: a way taken or not, and what it takes
would've|could've|might've ~1 cost|meant|taken|needed|required|eaten|burned|burnt|added|saved
would|could|might|must|it'd|that'd have ~1 cost|meant|taken|needed|required|eaten|burned|burnt
would|could|might|must|it'd|that'd have ~1 added|saved
would've ~1 delayed|pushed|tied|set|blown|doubled|slowed|swallowed|bought|lost|broken|killed|kept
would|it'd|that'd have ~1 delayed|pushed|tied|set|blown|doubled|slowed|swallowed|bought|lost|broken
would|it'd|that'd have ~1 killed|kept|left|put|closed|stopped|blocked|frozen|forced|split|shut
would've ~1 left|put|closed|stopped|blocked|frozen|forced|split|shut|exposed|brought|given|drowned
would've suffered|hated
would|it'd|that'd have ~1 exposed|brought|given|drowned|suffered|hated
would've been faster|quicker|cheaper|free|dearer|slower|simpler|comfortable|safer|pricier
would|it'd|that'd have been faster|quicker|cheaper|free|dearer|slower|simpler|comfortable|safer
would|it'd|that'd have been pricier|easier|cleaner|nicer
would've been easier|cleaner|nicer
would|will|gonna|to cost you|us|me|them|the|#|another|roughly|about|around|maybe|over|nearly|half
would|will be quicker|faster|cheaper|simpler|safer ~3 but|at|though|yet|and
would|will|to|gonna|could|can cost a|an ~2 month|quarter|week|year|sprint|fortune|bomb|headcount
could|can|might take all night|day|week|weekend|month|summer|year
quote|quotes|quoted|estimate|estimates|estimated ~2 # ~1 k|grand|days|weeks|months|euros|dollars
would|will save|mean|take|add|burn|need|require|eat ~3 #|another|extra|more
would|will mean|delay|push|tie|slow|pull ~3 back|up|out|down|off|delaying|losing|hiring|giving
could have bought|hired|built|paid|rented|funded ~8 #|for
cost|costs us|me|you|ya
it|that|this|which cost|costs ~3 #|hours|weeks|months|money|sleep|goodwill
what|all it|that|this|we|i ~1 cost|costs|lost us|was|is|them|the
what he|she|they|we|you|i ~1 lose|loses|lost|pays
the|its|one|my|our|real cost|price ~1 was|is|being that|we|the|a|an|our|#
price|cost|downside|drawback of ~3 is|was|meant
the downside|drawback is|was|being
upside|benefit ~8 downside|drawback
for that|this|it we|i had to
would|will slow|delay|postpone|stall ~4 by|to|until|down
with a|an|some ~2 penalty|premium|surcharge|overhead
took|take|takes on a|an|#|more|extra ~3 work|load|debt|risk
would|will be twice|double|triple|half the|as
adds ~2 # ~2 a|per|to
fast|quick|cheap|light|free and|but ~1 slow|expensive|dear|costly|heavy
came|comes|come at|with a|the price|cost|premium|penalty
trade was|is ~8 for
you|we get|gain|win|save ~5 give|lose|pay|need
runs|ran|comes|came to ~2 #|figures
either ~4 or lose|lay|pay|wait|slip|drop|cut|skip|delay
it's|was|is that|this or
either that|this or
either ~4 or fewer|less|no|another|losing|paying|waiting|keeping|a|an
a|the later|smaller|bigger|longer|shorter|slower|faster|simpler|cheaper ~2 means|meant|costs|cost
-- how it felt
it hurt|stung
it|that|this slows|slowed|slow us|everyone|everybody|the|them|every
gave|gives|got ~5 and|but took|takes|cost|costs|lost
buys|bought|gets ~3 for #
take|takes longer and|but
cost|costs|costing them a|two|three|the|their|#
costing us|me|you
lost|loses|lose|losing us
loses|lose|losing a|an|the|#|some|our
locked in|into for|to|with
eats|burns|swallows ~1 # people|engineers|days|hours|weeks
that's|that|which is|was? the ~1 price|cost|catch|trade
gives|gave|give|giving up the|our|a|an|#|some|any|roughly|about|half|all|most|part|her|his|their
gives|gave|give|giving up maybe|around|real|that|every|each|one|two
what|all ~2 gave|give|gives|giving up
at the? price|cost|expense of
cost|price for that|this|it was|is
price|cost of that|this|it|which|doing|going|waiting|keeping|speed|holding|moving|switching was|is
price was|is|being|we|i|you
price tag
in exchange|return for? we|i|they|you|a|an|the|#|losing|giving
traded|trading|trade ~5 for|against
pay|pays|paid|paying for it|that|this|the ~1 in|with|by|later|twice|speed
could ~6 but then
at the risk of
not fixing|doing|having|shipping|moving|upgrading|acting|migrating ~4 cost|costs|meant|means|would
accept|accepted|accepting ~1 higher|lower|longer|fewer|less|some|slower|weaker
lose|lost|loses ~5 gained|gain|gains
pay|pays|paid|paying with|double|triple|twice
to hit|make|hold|meet|get ~4 had|have to accept|drop|give|skip|lose|cut|live
bill for that|this|it|which
was|were going to take|cost|need|run|add|eat us|a|an|the|another|#|about|me
if we|you|i take|took|go|do|skip|use|buy|build|keep ~5 that's|it's|then|we|you ~1 #|a|another
lock|locks|locking us|you|them|me ~1 in|into|to
would've ~6 but|and ~3 would|would've
would have ~6 but|and ~3 would|would've
pay|pays|paid|paying in latency|time|money|speed|quality|complexity|accuracy|headcount
pay|paid ~3 price
live|lived|living with ~2 worse|slower|poorer|less|fewer|coarser|uglier|weaker|lower|stale|older
accept|accepted|accepting|swallowed|ate|eat|eating|absorb|absorbed|took|take ~2 hit|loss|delay|slip
accept|accepted|accepting|swallowed|ate|eat|eating|absorb|absorbed ~2 slower|lower|worse|week|weeks
accept|accepted|accepting|swallowed|ate|eat|eating|absorb|absorbed ~2 slower|month|months|bill
sacrific*
forgo|forgoes|forgoing|forwent|forego|foregoing|forewent
set|sets us|them|me|you back
ties|tie|tied|tying up ~3 #|team|engineer|engineers|contractor|people|person|squad|half
you lose|lost ~6 but|you
cheap|cheaper|faster|quicker|free|simple|simpler ~3 but|yet|except
cheaper|faster|quicker|safer ~2 by # ~5 but|and|yet
saves|saved|save ~6 but|and|yet leaves|leave|left|costs|cost|means|loses|breaks|breaking|stops|risks
mean|means|meant ~3 losing|giving|hiring|pulling|delaying|paying|waiting|dropping|cutting
mean|means|meant ~1 another|extra|second|slower
mean|means|meant ~1 # ~2 week|weeks|month|months|quarters|sprints|engineers|people|k|grand
rather lose|slip|eat|pay|take|wait ~6 than
skip|skipped|cut|dropped ~5 to save|make|hit
accept|accepted|accepting ~2 risk of a|losing|more
downside|drawback|catch|cost of the|that|this|it|doing|going ~6 was|is
fraction of the|that|price|money|spend|that|effort
the|a quarter|half|third|tenth of the cost|price|spend|money|effort
at ~1 double|twice|triple|half the cost|price|money|effort
price we|i paid
worth the|# ~2 delay|wait|weeks|months|extra|cost|hit|money
# ~7 versus|vs ~4 #
"""

WORDS = {"bargain": BARGAIN}
"""The lexicon by name."""
