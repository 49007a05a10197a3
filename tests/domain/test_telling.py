"""Which story an answer told: retellings are recognised, other stories are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpmprep.domain import telling
from tpmprep.domain.story import Story
from tpmprep.domain.telling import told_in

STORIES = [
    Story(
        id="sign-in",
        title="One sign-in for eleven products",
        theme="ambiguous",
        program="identity",
        situation="Leadership at Harbour asked for 'one login' after the merger; eleven products "
        "had their own user tables and nobody had written down what one login meant.",
        task="Turn the wish into a program with a boundary and an end.",
        action="I read 400 support tickets, interviewed the product owners and drew which accounts "
        "overlap. Then I wrote a charter: same password everywhere, profile pages stay separate.",
        decision="I chose federation over a merged user table.",
        mechanism="Architecture council, three options on one page, decided by password resets.",
        result="All eleven products federated in nine months; reset calls fell by 62 percent.",
        numbers=("62 percent fewer reset calls",),
        price="Two roadmaps slipped a quarter.",
        lesson="Write what stays separate before what is joined.",
    ),
    Story(
        id="sign-in-cut",
        title="Dropping social login",
        theme="scope-cut",
        program="identity",
        situation="Six weeks before the sign-in launch at Harbour the social login providers were "
        "still failing their security review.",
        task="Keep the date of 3 June that the call centre contract depended on.",
        action="I compared what each brought: Google 4 percent of users, Facebook below 1.",
        decision="I recommended to drop both and to keep email and passkeys.",
        mechanism="The chief product officer decided within 48 hours on my memo.",
        result="Launched on 3 June. 310 users complained; Google followed in September.",
        numbers=("4 percent of users",),
        price="A partner campaign had to be reprinted.",
        lesson="Ask the security reviewers before promising a provider.",
    ),
    Story(
        id="warehouse",
        title="Robots against the pickers' schedule",
        theme="conflict",
        program="robots",
        situation="Operations in Leipzig wanted the robots live before Black Friday, the works "
        "council refused shifts beside machines that nobody had certified.",
        task="Find an order that both would sign.",
        action="I walked the aisles with the council's safety officer and mapped every crossing. "
        "Then I proposed fenced aisles first, mixed aisles in February.",
        decision="Fenced aisles only for peak.",
        mechanism="A joint session with the site director, minutes signed by both sides.",
        result="18 of 44 aisles ran at peak, no injury, throughput up 21 percent.",
        numbers=("18 of 44 aisles",),
        price="Operations hired 60 seasonal pickers after all.",
        lesson="Walk the floor before you argue about dates.",
    ),
    Story(
        id="ledger",
        title="The ledger that rounded",
        theme="technical-risk",
        program="ledger",
        situation="We were replacing the general ledger of an insurer. In a rehearsal I noticed "
        "that sums differed by a few cents.",
        task="Prove that it was safe or stop it.",
        action="I had a comparer built which replayed 14 months of postings through both systems. "
        "It found that the new one rounded half to even and the old one half up.",
        decision="I held the cutover for three weeks.",
        mechanism="The controller and the lead engineer signed a tolerance per account.",
        result="7.2 million postings matched to the cent; the auditors accepted the replay.",
        numbers=("7.2 million postings",),
        price="150,000 euros of licence for the old system.",
        lesson="Replay history; samples never show rounding.",
    ),
    Story(
        id="ledger-miss",
        title="The tax reports nobody migrated",
        theme="failure",
        program="ledger",
        situation="In the same ledger program at the insurer I had an inventory of interfaces.",
        task="Every downstream report was mine to find.",
        action="I relied on a survey that the departments filled in and did not look at the job "
        "scheduler. A quarterly tax extract ran from a clerk's desktop macro.",
        decision="I signed the inventory as complete.",
        mechanism="No second source, just my own judgement.",
        result="The filing in Luxembourg was nine days late and cost a 25,000 euro penalty.",
        numbers=("25,000 euro penalty",),
        price="The regulator opened a query.",
        lesson="Inventories need traffic logs, not surveys.",
    ),
    Story(
        id="gpu",
        title="Half the GPUs for the recommender",
        theme="own/money",
        program="inference",
        situation="Inference for our recommender cost 410k a month and grew with every model.",
        task="Halve it without hurting watch time.",
        action="I set up a league table of cost per thousand recommendations by team, and ran "
        "trials of quantised models and of batching with the ML platform.",
        decision="I picked batching first because it could be undone with a flag.",
        mechanism="Weekly review with finance and the research lead, stop rule at 0.3 percent.",
        result="Down to 190k a month in five months, watch time unchanged.",
        numbers=("410k to 190k a month",),
        price="Latency at the tail went from 80 to 130 milliseconds.",
        lesson="Show teams their own bill.",
    ),
]
BY_ID = {story.id: story for story in STORIES}

RETOLD = {
    "sign-in": "After the merger our executives said they'd like a single login, and honestly "
    "nobody knew what that was supposed to be. There were eleven products, each with user tables "
    "of its own. So I started with support, I went through some four hundred tickets, and I spoke "
    "to every product owner. What came out was a charter of one page: you have the same password "
    "wherever you go, but your profile stays where it is. The big choice was whether we merge the "
    "tables or federate, and I took three variants to the architecture council and argued for "
    "federating. Nine months later the last product was on it and we had sixty-two percent fewer "
    "people calling about a reset. Two teams had to push their roadmap out by a quarter.",
    "sign-in-cut": "An example where I took something out. We had a date in June that we could "
    "not move since a contract with the call centre hung on it. Social login, so Google and "
    "Facebook, wasn't getting through security, and with a month and a half to go I looked at "
    "who would really use it. It was four percent for one and next to nothing for the other. I "
    "wrote a memo to our CPO saying let's ship with email and passkeys only, and she said yes two "
    "days later. About three hundred people wrote in to complain, and one partner reprinted a "
    "campaign. Google came back after the summer. Next time I'd talk to the reviewers first.",
    "warehouse": "The conflict was in our Leipzig warehouse. The operations people needed robots "
    "running for Black Friday, that's their peak. The works council said no way, not next to our "
    "people, nobody's certified these machines. I didn't set up another meeting, I asked their "
    "safety officer to walk the building with me and we marked all the places where a person and "
    "a robot would cross. From that I suggested we put fences round some of the aisles and only "
    "use those this year. Both signed it. Eighteen aisles ran, nobody got hurt, and we shipped a "
    "fifth more. Operations still had to hire seasonal pickers and they weren't thrilled.",
    "ledger": "So this was an insurance company and we were swapping out the general ledger. "
    "During one of the rehearsals I saw that totals were off by cents. Everybody wanted to wave "
    "that through. I asked for a tool which would play more than a year of old postings into "
    "both systems and compare. It turned out one rounds half up and the other one to the even "
    "number. I stopped the cutover, it was three weeks in the end, and the controller agreed on a "
    "tolerance for each account. In the end we had over seven million postings that were right to "
    "the cent. Keeping the old licence alive cost us a hundred and fifty thousand.",
    "ledger-miss": "My failure, all right. When we moved the ledger I was responsible for finding "
    "every report that hung on it. I sent round a survey to the departments and I believed what "
    "came back. What I did not do was look at what really ran. There was somebody in tax with a "
    "macro on a desktop that pulled an extract once a quarter, for Luxembourg. We filed nine days "
    "late and paid a penalty of 25,000. The regulator asked questions too. I'd signed that "
    "inventory, so that one's mine. Since then I go by the logs and never by a survey alone.",
    "gpu": "We were spending four hundred and ten thousand a month on inference for "
    "recommendations and each new model made it worse. My goal was to get that to half and leave "
    "watch time alone. First I made it visible: a table with what a thousand recommendations cost "
    "per team. Then we trialled two things, quantised models and batching. I went for batching "
    "because there's a flag and you can be back in a minute. Finance sat in the weekly review, "
    "and if watch time dropped by more than 0.3 percent we stopped. Five months, 190k, and the "
    "price was the tail, which got some fifty milliseconds slower.",
}

OTHERS = {
    "of the program of sign-in": "When we did the single login I had an engineer leave two months "
    "before the launch, and he was the only one who knew the old sessions. I asked him to record "
    "every afternoon of his notice with two colleagues, and moved the session work to the front. "
    "We finished a week before he was gone. Now each program of mine has a list of what only one "
    "person knows.",
    "of the program of ledger": "On the ledger program the finance team and IT disagreed about who "
    "runs the month end. Finance wanted IT to press the button. I wrote down each step with the "
    "time it takes, and it became clear that nine of twelve were approvals. So finance kept it, "
    "with an engineer on call. They've closed in four days since, it used to be seven.",
    "a login, elsewhere": "At a bank I led the move to passkeys for the staff. Nobody had said how "
    "much of the old world should go, so I asked the help desk for their calls and found that "
    "resets were a third. We did the branches first, forty of them, then head office. The risk "
    "was people who share a terminal, and for those we kept smart cards. Calls fell by half.",
    "a cost program": "Our cloud bill was growing faster than revenue. I gave every team a page "
    "with what they spend, and a target that they set on their own. Storage was the surprise, "
    "there were snapshots from 2019. In two quarters it was 30 percent lower. I would do the tags "
    "first the next time, because half of the money had no owner for the first month.",
    "a warehouse": "We rolled out scanners in five warehouses. The danger was wifi in the cold "
    "store, so I had a team measure it at night with real pallets. Two of the five failed and we "
    "put in more antennas before anybody trained. The rollout took ten weeks, and errors in "
    "shipping went from 3 percent to under 1.",
    "hypothetical": "First I would ask which date is real and what hangs on it. Then I'd look at "
    "the critical path with the lead of each team and name the three hand-overs that can hurt us. "
    "I would bring two options to the sponsor, a smaller launch on the date or all of it a month "
    "later, with a price on each, and I'd say which one I want.",
}

IN_ONE_BREATH = {
    "sign-in": "I made one login out of eleven after a merger. Nobody knew what leadership meant "
    "by it, so I wrote the charter, pushed for federation, and reset calls went down by about "
    "sixty percent within a year.",
    "sign-in-cut": "I cut social login from our launch six weeks before the date, since security "
    "kept failing Google and Facebook. It touched four percent of users. We launched in June.",
    "ledger-miss": "I missed a tax report in a migration, because I trusted a survey. It cost the "
    "company a penalty and me a good night's sleep. Now I look at logs.",
}
IN_OTHER_WORDS = (
    "Our recommender ate graphics cards. I let each team see what it spends, which did half of "
    "the work, and the other half was grouping requests before they go to the model. We could "
    "turn that off within a minute. People kept watching as before, it got a bit slower for the "
    "unlucky ones, and the monthly bill was less than half."
)


@pytest.mark.parametrize("story", RETOLD)
def test_a_retelling_is_recognised(story: str) -> None:
    """Also where two stories come out of one program."""
    assert story == told_in(RETOLD[story], STORIES)


@pytest.mark.parametrize("story", IN_ONE_BREATH)
def test_a_headline_is_enough(story: str) -> None:
    """Thirty seconds hold fewer words of a story, but little else."""
    assert story == told_in(IN_ONE_BREATH[story], STORIES)


@pytest.mark.parametrize("answer", OTHERS.values(), ids=OTHERS.keys())
def test_another_story_is_none_of_them(answer: str) -> None:
    """Neither the same trade nor the same program makes it the same story."""
    assert told_in(answer, STORIES) is None


@pytest.mark.parametrize("story", RETOLD)
def test_a_story_that_is_not_written_down_is_none(story: str) -> None:
    """What was told is not taken for its neighbour out of the same program."""
    assert told_in(RETOLD[story], [other for other in STORIES if other.id != story]) is None


def test_wholly_other_words_are_not_recognised() -> None:
    """The known limit: shared words are all that is looked at."""
    assert told_in(IN_OTHER_WORDS, STORIES) is None


def test_what_a_program_shares_counts_less_than_what_one_story_holds() -> None:
    """Two words of one story alone beat three that its neighbour holds, too."""
    stories = [
        Story("a", "Falcon turbine hangar Norwind propeller", "conflict"),
        Story("b", "Falcon turbine gearbox Lisbon", "conflict"),
        Story("c", "Norwind propeller hangar", "conflict"),
    ]
    answer = "Falcon turbine: Norwind propeller hangar, Lisbon gearbox"
    assert "b" == told_in(answer, stories)
    assert "a" == told_in("Falcon turbine hangar Norwind propeller", stories[::-1])
    twins = [Story("z", stories[0].title, "conflict"), stories[0]]
    assert "a" == told_in(answer, twins)
    assert "a" == told_in(answer, twins[::-1])


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("The falcon turbine in the hangar", None),
        ("The falcon turbine in the hangar at Norwind", "x"),
        ("The falcon turbine, 1,900 of them", "x"),
        ("The falcon turbine, 19 of them", None),
        ("The falcon turbine, 19 of them in 7", None),
        ("", None),
        ("1,900", None),
    ],
)
def test_enough_has_to_be_shared(answer: str, expected: str | None) -> None:
    """Four points: a word is one, a figure of three digits and more is two."""
    story = Story("x", "Falcon turbine hangar Norwind 1900, 19 and 7", "conflict")
    assert expected == told_in(answer, [story])


def test_words_of_every_program_do_not_count() -> None:
    """Even of a story that holds nothing else."""
    story = Story(
        "x", "The team decided to launch the platform in April with a rollback", "failure"
    )
    assert told_in(story.title, [story]) is None


def test_an_unwritten_story_is_in_nothing() -> None:
    """A title alone is too little, however often its words are said."""
    assert told_in("Payslips, payslips, late payslips!", [Story("x", "Late payslips", "")]) is None
    assert told_in("Anything", []) is None


def test_a_long_answer_needs_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few shared words among very many others are an accident."""
    story = Story("x", "Falcon turbine hangar Norwind propeller", "conflict")
    padding = " ".join(f"zork{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(400))
    assert "x" == told_in(story.title, [story])
    assert told_in(f"{story.title} {padding}", [story]) is None
    monkeypatch.setattr(telling, "LEAST_ALIKE", 0.0)
    assert "x" == told_in(f"{story.title} {padding}", [story])


@given(st.permutations(STORIES), st.sampled_from([*RETOLD.values(), *OTHERS.values(), "", "x"]))
def test_the_order_of_the_stories_does_not_matter(stories: list[Story], answer: str) -> None:
    """Nor do words that were looked at before."""
    assert told_in(answer, STORIES) == told_in(answer, stories)


@given(st.text())
def test_any_text_is_an_answer(text: str) -> None:
    """Nothing in it breaks anything."""
    assert told_in(text, STORIES) in {None, *BY_ID}
