"""Phrases of the calendar and of counting, and numbers that count nothing.

Written as in `cues`. Dates that need more than their words (May, 2024, the 15th) are in `dates`.
"""

CALENDAR = """
easter|christmas|xmas|thanksgiving|ramadan|diwali|hanukkah|passover|eid|halloween|midsummer
black|good friday
cyber monday
boxing|labor|labour|memorial|independence|valentine's|midsummer's|singles|singles'|prime day
tax|election|mother's|father's|veterans|canada|australia|republic|national day
new year
new year's eve|day?
lunar|chinese new year
golden week
bank holiday|holidays
holiday season|weekend|freeze
before|over|after|during|until|by the holidays
eod|eow|eom|eoq|eoy|cob|midyear|midweek|yearend
by|before|at|until|around end|close of day|business
year|quarter|month|week end
year's|quarter's|month's|week's end
mid month|quarter|year|week|sprint
next|last|this week|month|quarter|year|half|weekend
next|last|this fiscal|calendar year|quarter
next|last|this|that spring|summer|autumn|fall|winter
first|second|third|fourth|final quarter
first|second half of the? fiscal? year|#|quarter|month
end|beginning|start|middle|close|turn of the? fiscal|calendar? year|quarter|month|week|half|sprint
end|beginning|start|middle of this|next|last|that|each|every year|quarter|month|week|half
end|beginning|start|middle of the? spring|summer|autumn|winter
first|last|final|second|third day|days|week|month of the? year|quarter|month
in|by|until|till|before|after|since|from|over|during|around the? spring|summer|autumn|winter
in|by|until|till|before|since|over|around the? early|late|mid spring|summer|autumn|fall|winter
early|late|mid spring|summer|autumn|fall|winter
in|by|until|till|since|over the? fall
spring|summer|autumn|fall|winter #
over|on|at|before|after|by|during|until the weekend
over|on|before|after|by|during|until the ~1 weekend
week|month|sprint|iteration #|one
day|quarter #
yesterday|tomorrow
"""

AGO = """
# ~1 days|weeks|months|quarters|years|sprints|fortnights ago
a|one day|week|month|quarter|year|fortnight ago
"""

COUNTED = """
twice|thrice|halved|doubled|tripled|trebled|quadrupled|halving|doubling|tripling
twofold|threefold|fourfold|fivefold|tenfold|hundredfold|halves
a|one third|quarter|fifth|sixth|eighth|tenth|hundredth of|more|less|fewer|as|the
by|to|about|almost|nearly|roughly a|one third|quarter|fifth|sixth|eighth|tenth
one third|quarter|fifth|tenth
# thirds|quarters|fifths|sixths|eighths|tenths
one in|out #
once|twice a|per|every|each hour|day|week|month|quarter|year|sprint|shift|night
a fortnight
dozens|hundreds|thousands|millions|billions of
tens|hundreds of thousands|millions
a full|whole second|minute|hour|day|week|month|quarter|year|sprint
under|than|almost|nearly a|an second|minute|hour|day|week|month|quarter|year|sprint
a|an|one|another hour|day|week|month|quarter|year and a half
half a|an
zero|nil
"""

NOT_COUNTED = """
phase|phases|wave|waves|step|steps|stage|stages|tier|tiers|level|version|option|point|part #
plan|priority|sev|severity|chapter|section|type|figure|gate|ring|batch|cohort|round|milestone #
release|scenario|track|ticket|slide|slides|room|building|floor|zone|item|appendix|article #
number one|two|three|four|five|six
phases|waves|steps|stages|tiers # and #
# am|pm|o'clock|oclock
# a m
at|by|around|until|till # in the morning|afternoon|evening
# in the morning
24 7
two way|pizza|factor|faced|sided|cents
two by two
three sixty
twenty four seven
five whys
four eyes
fifty fifty
first|second|other|latter|next|last|better half
half baked|hearted|way|time|past|joking|jokingly|expected|expecting|asleep
zero trust|day|sum
ground|net|absolute|day zero
nines
one of|another|or|by|and
no|this|that|which|each|every|any|another|either|neither|day|square one
at|on the? one point|hand|side|level|time|stage
one day i|we|he|she|they|somebody|someone
one thing|word led|leads|is|was|i|we
one off|pager|pagers|way|stop|sided|size|time|on|to|liner|liners|upmanship
"""

WORDS = {
    "calendar": CALENDAR,
    "ago": AGO,
    "counted": COUNTED,
    "not_counted": NOT_COUNTED,
}
"""The lexicons by name."""
