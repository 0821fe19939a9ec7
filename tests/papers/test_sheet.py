"""What a paper is stands in its sheet: each mistake is told with its field, all at once."""

from typing import Any

import pytest

from core.papers.catalogue import OpenGroup
from core.resources.paper_files import BadPapers, CountrySheets, open_group_names, read_paper_kind

COUNTRY = CountrySheets(frozenset({"prosecutor"}), frozenset({"cpc-133"}), frozenset({"movement"}))
SHEET: dict[str, Any] = {
    "kk": "Талап", "ru": "Требование", "en": "Demand", "group": "home", "about": "person", "languages": ["ru"],
    "version": 1, "required": ["person.name", "overruns", "law.cpc_133_2"], "wanted": ["answers.request"],
    "to": ["prosecutor"], "occasions": ["overrun"], "sent_as": "", "use": "", "two_people": False, "from_memory": [],
    "articles": ["cpc-133(2)"], "sure": "A", "source": "a made-up source",
}  # fmt: skip


def test_a_sheet_becomes_a_kind_and_says_what_its_templates_may_name() -> None:
    kind = read_paper_kind("demand", SHEET, COUNTRY)
    assert kind.names["ru"] == "Требование"
    assert open_group_names(kind, COUNTRY) == {
        OpenGroup.LAW: ["cpc_133_2"], OpenGroup.RIGHTS: {"movement"}, OpenGroup.ANSWERS: ["request"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"group": "abroad"}, "group: 'abroad' is unknown; use one of home, letter, un"),
        ({"occasions": ["never"]}, "occasions: 'never' is unknown"),
        ({"occasions": "overrun"}, "occasions: must be a list"),
        ({"languages": []}, "languages: must name a language"),
        ({"languages": ["de"]}, "languages: 'de' is unknown"),
        ({"version": "1"}, "version: must be a number"),
        ({"required": ["person.nobody"]}, "required: 'person.nobody' is nothing that a dossier can hold"),
        ({"required": ["person.is_minor"]}, "required: 'person.is_minor' is yes or no"),
        ({"wanted": ["person"]}, "wanted: 'person' is nothing that a dossier can hold"),
        ({"required": ["law.cpc_5"]}, "required: law.cpc_5 needs law.cpc_5 in articles"),
        ({"to": ["king"]}, "to: 'king' is unknown; use one of prosecutor"),
        ({"articles": ["cpc-999(1)"]}, "articles: 'cpc-999' is unknown; use one of cpc-133"),
        ({"use": "sale"}, "use: 'sale' is unknown"),
        ({"two_people": "no"}, "two_people: must be true or false"),
        ({"ru": ""}, "ru: must be words in quotes"),
        ({"colour": "red"}, "colour: there is no such field; there are kk, ru, en, "),
    ],
)
def test_a_mistake_is_told_with_its_field(change: dict[str, Any], said: str) -> None:
    with pytest.raises(BadPapers) as raised:
        read_paper_kind("demand", SHEET | change, COUNTRY)
    assert said in str(raised.value)


def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(BadPapers) as raised:
        read_paper_kind("demand", {"group": "x", "colour": 1}, COUNTRY)
    assert len(raised.value.mistakes) == len(SHEET) + 1
