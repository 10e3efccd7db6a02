"""What a document speaks of: topics with the sentences that name them."""

from __future__ import annotations

import pytest

from kg.interpret.subjects import read_subjects
from tests.texts import LANGUAGES, document, spoken_of


@pytest.mark.parametrize(
    ("lang", "text", "topics"),
    [
        ("en", "They met. Later they turned to migration and to the elections.", {"migration", "election"}),
        ("tk", "Soňra migrasiýa meselelerine garaldy.", {"migration"}),
        ("kk", "Заңсыз көші-қонға қарсы күреске назар аударылды.", {"migration"}),
        ("ru", "Отдельно говорили о миграции.", {"migration"}),
        ("en", "They exchanged greetings.", set()),
    ],
)
def test_subjects(lang, text, topics):
    doc, annotations, _ = spoken_of(document(text, lang))
    found = read_subjects(doc, annotations, LANGUAGES)
    assert topics <= {s.topic for s in found}
    assert bool(found) == bool(topics)
    assert all(text[s.evidence.start : s.evidence.end] == s.evidence.text for s in found)


def test_a_topic_keeps_its_first_sentences_only():
    doc, annotations, _ = spoken_of(document("They spoke of migration. " * 9, "en"))
    assert len([s for s in read_subjects(doc, annotations, LANGUAGES) if s.topic == "migration"]) == 3
