"""Words that the rules of the bank look for. Lists only; the rules are in `entry_rules`."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


COMMANDS = _words(
    """
    add admit agree answer argue assume be begin build choose close commit compare convince
    count cut decide defend define describe design do draft draw drop estimate explain find
    finish fix follow forget get give go guess hand help hold keep kill land lay lead leave let
    list look make map move name open outline pause pick plan point prepare prioritise propose
    prove pull put rank read reduce replace reply respond run save say send settle shape share
    show sketch skip speak split start state persuade calculate rate weigh promise price justify
    challenge test check strip halve double imagine remember bring ask call lose rewrite restate
    repeat quote spell stay stop structure suppose take talk tell think trace try turn use wait
    walk write
    """
)
"""Verbs with which an interviewer's command begins."""

PAST_CUES = (
    "tell me about",
    "tell me of",
    "describe",
    "walk me through",
    "talk me through",
    "take me back",
    "take me through",
    "think back",
    "think of",
    "give me an example",
    "recall",
    "write about",
    "write the letter",
    "when did you",
    "when have you",
    "have you ever",
    "pick",
    "choose a",
    "draw the",
    "follow one",
    "which result",
    "share",
    "what is the",
)
"""Openings that ask for the candidate's own past."""

BANNED = (
    "synergy",
    "synergies",
    "seamless",
    "seamlessly",
    "robust",
    "best practice",
    "best practices",
    "stakeholders aligned",
    "communicate effectively",
    "to leverage",
    "leverages",
    "leveraging",
    "leveraged",
)
"""Words that fill and say nothing."""

UNOBSERVABLE = ("lacks", "lack", "poor", "poorly", "good communication", "bad", "weak")
"""Words that judge; a red flag says what can be heard."""

CONSTRAINTS = _words(
    """
    without before until only cannot must never no nobody none every both neither halve halved
    half double doubled triple freeze frozen deadline limit fixed inconsistent uncertain
    """
)
"""Words that name a constraint where there is no number."""

NUMBER_WORDS = _words(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    twenty thirty forty fifty sixty ninety hundred thousand million billion dozen third thirds
    quarter quarters fifth tenth half halves twice
    """
)

CONCRETE = _words(
    """
    percent percentile threshold floor ceiling limit budget target baseline date deadline week
    weeks day days hour hours minute minutes month months quarter list log table register page
    dashboard checklist inventory map contract test tests rehearsal gate trigger canary flag
    rollback script runbook report memo template matrix ledger forecast range cohort ring rings
    wave waves pilot sample audit alert alerts metric measure signature record row rows ticket
    tickets queue owner named name expiry quota budgets rule rules criteria clause drill backlog
    count counts rate rates ratio share cost costs price prices version versions check checks
    diff note notes draft option options form one two three
    """
)
"""A threshold, an artefact or a mechanism: what makes a signal observable."""

FAILURES = _words(
    """
    fail fails failed failing failure failures wrong outage outages incident incidents mistake
    mistakes rollback cost slipped slip late lost broke broken missed misjudged leak crash error
    errors regret worst differently abandoned stale drift underestimated overrun reversed
    """
)
"""Words that show a deep dive goes where it hurts."""

RESULTS = _words(
    """
    result results outcome outcomes measured figure figures effect after afterwards since before
    against later actual actuals saved avoided reduced fell rose dropped prevented caught went
    now today later changed change number numbers cost recovered restored
    """
)
"""Words of a result that was seen."""

OWN_ACTS = _words(
    """
    i own personally self themselves themself candidate my decided decides took takes chose
    chooses admits admitted owns names states told tells made makes asked asks wrote writes
    proposed proposes called stopped
    """
)
"""Words of something that the candidate did in person."""

COMPANIES = _words(
    """
    adobe airbnb akamai alibaba amazon android anthropic apple atlassian auth0 aws azure
    bigquery cisco cloudflare coinbase confluence databricks datadog dell discord docker dropbox
    ebay facebook figma firebase fortnite gcp github gitlab gmail google grafana hashicorp ibm
    instagram intel ios jenkins jira kafka kubernetes linkedin lyft meta microsoft mongodb
    netflix netsuite nvidia okta openai oracle pagerduty palantir paypal peoplesoft pinterest
    postgres postgresql redis reddit salesforce sap servicenow shopify siemens slack snap
    snowflake sony spotify splunk sqlserver stripe tableau terraform tesla tiktok trello twilio
    twitter uber vmware walmart whatsapp windows workday youtube zendesk zoom
    """
)
"""Names of companies and products, which a prompt leaves out; a candidate may work there."""

ALLOWED_NAMES = frozenset({"ios", "android", "windows"})
"""Platforms that a question cannot do without."""

LAWS = frozenset({"gdpr", "ccpa", "hipaa", "dora", "nis2", "cra", "sox", "dsa", "fedramp"})
"""Statutes and schemes: they change, so prompts describe the duty and facts name the law."""

TRACK_NOUNS = _words(
    """
    account accounts agent agents ai android api apis app application applications apps
    assistant cluster clusters country countries customer customers dashboard data database
    datasets device devices enterprise feature features fleet gpu host hosts integration ios
    laptop laptops migration mobile model models partner pipeline pipelines platform platforms
    product products region regions release releases repositories repository sdk security server
    servers service services site sites store stores system systems table tables team teams
    tenant tenants tool tools user users vendor vendors warehouse
    """
)
"""Nouns that differ between tracks; two entries that differ in them only are one entry."""
