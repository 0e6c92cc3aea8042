"""Every rule finds its own examples, and none of its counter-examples."""

import pytest

from relancebot.reading.claims import RULES
from relancebot.reading.claims.payment import FRAMES, Event
from relancebot.reading.clauses import sentences
from relancebot.reading.patterns import match_rule
from relancebot.reading.said import analyse


def holds(rule, text):
    return any(match_rule(rule, sentence) for sentence in sentences(text))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_finds_its_examples(rule):
    assert rule.examples
    missed = [text for text in rule.examples if not holds(rule, text)]
    assert not missed


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.but_not], ids=lambda rule: rule.name
)
def test_a_rule_leaves_its_counter_examples(rule):
    assert not [text for text in rule.but_not if holds(rule, text)]


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name)
def test_a_frame_finds_its_examples(frame):
    missed = [
        text
        for text in frame.examples
        if not any(
            hit.frame is frame
            for said in analyse(sentences(text), ())
            for hit in said.hits
        )
    ]
    assert not missed


def test_names_are_unique_and_disputes_have_a_reason():
    names = [rule.name for rule in RULES] + [frame.name for frame in FRAMES]
    assert len(names) == len(set(names))
    assert all(
        (rule.reason is not None) == (rule.label.value == "dispute") for rule in RULES
    )


@pytest.mark.parametrize(
    ("words", "event"),
    [
        ("Je vous règle lundi.", Event.COMMIT),
        ("Le virement partira vendredi.", Event.COMMIT),
        ("Le virement est parti vendredi.", Event.PAID),
        ("Je ne pourrai pas vous payer lundi.", Event.DENIED),
        ("Je vous avais dit lundi.", Event.RECALL),
        ("Je vous rappelle lundi.", Event.CALL),
        ("Notre client nous paie lundi.", Event.THIRD),
        ("jte fais le vir vendredi", Event.COMMIT),
    ],
)
def test_tense_person_and_negation_decide_what_a_clause_says(words, event):
    assert analyse(sentences(words), ())[0].event is event
