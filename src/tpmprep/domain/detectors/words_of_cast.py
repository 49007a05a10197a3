"""Words that tell people from things, and deeds from states."""

from tpmprep.domain.detectors.passage import words_in

ROLES = words_in(
    """
    director manager lead engineer architect vp svp evp cto ceo cfo ciso coo cpo cio president head
    chief officer sponsor owner analyst captain commander chair chairman chairwoman counsel lawyer
    designer dba sre pm tpm em po principal boss founder cofounder scientist nurse doctor surgeon
    supervisor coordinator consultant contractor developer tester treasurer controller secretary
    champion dri approver minister commissioner foreman planner buyer administrator admin
    """
)
GROUPS = words_in(
    """
    team squad group board committee crew leadership management legal finance procurement product
    security compliance marketing platform engineering operations ops sales support department
    steerco agency desk office unit division function bureau council staff tribe guild
    infrastructure infra sre analytics purchasing treasury accounting tooling
    engineers managers leads sponsors directors architects planners owners heads officers
    developers analysts testers operators supervisors dispatchers
    """
)
NOT_PEOPLE = words_in(
    """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays
    fridays january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec easter christmas thanksgiving diwali ramadan
    memorial labor labour day black eve spring summer autumn winter
    europe european america american asia africa india germany german france french spain italy
    italian japan japanese china chinese canada brazil mexico australia london paris berlin
    dublin tokyo ohio texas california york boston seattle singapore english spanish
    kafka redis postgres kubernetes terraform jira slack confluence excel salesforce oracle
    jenkins github gitlab python java elasticsearch snowflake airflow spark sharepoint zoom google
    amazon azure stripe android linux windows docker datadog grafana prometheus cassandra
    mongo dynamo lambda notion asana trello zendesk workday hadoop databricks tableau looker
    microsoft apple facebook netflix uber airbnb internet wi-fi wifi powerpoint gantt cobol kanban
    scrum agile outlook teams later service platform program programme phase wave
    """
)
OPENERS = words_in(
    """
    the a an this that these those it its
    old new big small full whole single there here we i he she they you who what which when where
    why how if as at in on by for from to of with without within after before during since until
    while once then and but or so yet because nobody none no not never everything nothing something
    one two three first second third last next every each all both some any most many more much
    our my your his her their let let's well okay ok yes yeah sure right um uh er hm honestly
    basically also finally eventually later afterwards meanwhile instead only just even still now
    today yesterday looking having being good great bad short long another other others neither
    either people data traffic latency usage revenue volume downtime adoption decision result
    outcome owner risk scope option context situation task action lesson time money work code
    build don't didn't wasn't had was were is are did does do can could would should will may
    might must than though although whether everyone everybody someone
    somebody anyone anybody there's which's who's whatever whoever wherever maybe perhaps probably
    overall ultimately like such same customer support conversion churn throughput error
    status focus bonus virus campus bias
    """
)
ASIDES = words_in(
    """
    um uh er know like kind kinda sort of mean just all both even then also so too well
    simply now soon still together first next who really always often never once now already
    a as
    """
)
ADVERBS = words_in(
    """
    then also just finally eventually later afterwards therefore personally jointly promptly
    still always often now alone simply rather even only once instead again never in the end
    deliberately herself himself myself themselves ourselves
    """
)
AUXILIARIES = words_in(
    """
    had has have will would did does is was
    """
)
NOT_PAST = words_in(
    "need feed speed proceed succeed exceed bleed seed breed indeed hundred bed red"
)
"""Words in -ed that are no past."""

IRREGULAR = words_in(
    """
    made took ran led chose said gave put cut wrote built held kept set brought drew found got went
    sent did drove bought sold told split shut froze spoke met began broke dug threw left stood
    stuck paid spent taught caught rolled rewrote redid overrode undertook withdrew let hit
    came rose shrank tore tried ran brought fought flew rebuilt reset spun struck swept
    laid lit wound bound forced
    owns runs leads takes holds drives signs decides says keeps makes carries handles
    """
)
