"""The statistical second opinion: there, small, versioned, and never alone."""

import sys
from datetime import datetime

from relancebot.domain.reading import Label
from relancebot.reading import opinion, read_words
from relancebot.reading.read import findings

# The module, which the package's function of the same name hides.
READER = sys.modules["relancebot.reading.read"]
THURSDAY = datetime.fromisoformat("2026-03-12T10:24:00+01:00")


def test_the_model_is_small_and_tells_its_figures():
    size = sum(
        path.stat().st_size for path in opinion.MODEL.rglob("*") if path.is_file()
    )
    assert size < 5_000_000
    told = opinion.figures()
    assert told["version"]
    assert told["examples"]


def test_a_quiet_dispute_is_likelier_than_a_promise_is():
    def likely(text):
        return opinion.opinion_of(findings(text, THURSDAY).features)["dispute"]

    quiet = likely(
        "Le parquet gondole depuis la pose, la porte frotte et rien ne ferme."
    )
    assert quiet > likely("Je vous règle vendredi, désolé du retard.")


def test_an_opinion_that_sees_a_dispute_goes_before_a_person(monkeypatch):
    monkeypatch.setattr(READER, "opinion_of", lambda _features: {"dispute": 0.9})
    reading = read_words("La porte frotte encore. Je vous règle vendredi.", THURSDAY)
    assert Label.DISPUTE in reading.labels
    assert reading.review
    assert read_words("Je vous règle vendredi.", THURSDAY).review


def test_without_a_model_the_rules_still_read(monkeypatch):
    monkeypatch.setattr(READER, "opinion_of", lambda _features: {})
    reading = read_words("Je vous règle vendredi.", THURSDAY)
    assert reading.labels == {Label.PROMISE}
