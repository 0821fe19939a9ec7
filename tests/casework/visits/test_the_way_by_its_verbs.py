"""A lawyer tells of their way and visit in their own words: by the verbs, in any person that is the writer."""

import pytest

from core.timeline import TimelineKind
from tests.casework.story_desk import Desk, Person
from tests.casework.visits.test_typed_is_pressed import stands, taken, waits_for_a_first_action

WAY = {
    "en": [
        "I set out",
        "he is at station two, I go there",
        "am driving to Turksib now with the mother",
        "i'm hopping in a cab",
    ],
    "ru": [
        "мы едем туда с коллегой",
        "поехала в отдел",
        "взял такси до отдела",
        "он во втором отделе, иду туда",
    ],
    "kk": [
        "ол екінші бөлімде, сонда барамын",
        "қазір шығып жатырмын",
        "такси ұстадым, бөлімге барамын",
        "аттандым",
    ],
}
INSIDE = {
    "en": [
        "we got in together with the mother",
        "I was let in with her father",
        "they took me through to him",
    ],
    "ru": ["мы зашли с мамой", "нас с матерью пустили", "прошли внутрь вместе с матерью"],
    "kk": ["анасымен бірге кірдік", "мені әкесімен бірге кіргізді", "ішіндеміз, клиентпен сөйлесіп жатырмыз"],
}
REFUSED = {
    "en": ["they do not let me and his father in", "I am at their door, two are inside, I am refused"],
    "ru": ["меня с матерью не пускают", "нас с отцом не пустили"],
    "kk": ["мені анасымен бірге кіргізбей жатыр", "есік алдында тұрмын, екеуі ішінде, мені кіргізбеді"],
}
RINGS = {
    "en": ["I ring round, then drive", "I'm phoning the duty desk now"],
    "ru": ["обзваниваю отделы, потом поеду", "звоню дежурному"],
    "kk": ["бөлімдерге қоңырау шалып жатырмын, сосын барамын", "кезекшіге хабарласып жатырмын"],
}
NO_STEP = {
    "en": [
        "can I go in with the mother?",
        "do they have the right not to let me in",
        "I go through the documents",
        "tomorrow I go to the prosecutor",
        "his brother went in",
        "I'm talking to her mother",
    ],
    "ru": [
        "имеют ли они право не пускать",
        "можно ли мне зайти с матерью",
        "его брат зашел",
        "беседую с матерью доверителя",
        "завтра поеду к прокурору",
        "какой срок на жалобу",
    ],
    "kk": ["мен анасымен кіре аламын ба", "анасы сонда барады", "шағым мерзімі қанша", "ертең сонда барамын"],
}
ASKED = {
    "en": {"refused, can she come?": "refused", "on my way, does he take pills?": "on_my_way"},
    "ru": {"не пустили, она может приехать?": "refused", "еду, он пьёт таблетки?": "on_my_way"},
    "kk": {"кіргізбеді, анасы келе ала ма?": "refused", "жолдамын, ол дәрі іше ме?": "on_my_way"},
}


def each(told: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(language, text) for language, texts in told.items() for text in texts]


async def is_kept(desk: Desk, marat: Person) -> bool:
    """Whether the case is still theirs when the time for a first action is long over, and nobody has asked them."""
    assert not await waits_for_a_first_action(desk)
    marat.rang()
    await desk.later(minutes=70)
    return (await desk.case()).owner_id == (await desk.membership(marat)).id and marat.rang() == 0


@pytest.mark.parametrize(("language", "text"), each(WAY))
async def test_on_the_way(desk: Desk, language: str, text: str) -> None:
    marat, _ = await taken(desk, language)
    await marat.writes(text)
    assert await stands(desk) == ["on_my_way"]
    assert await is_kept(desk, marat)


@pytest.mark.parametrize(("language", "text"), each(INSIDE))
async def test_inside_also_with_somebody_of_the_family(desk: Desk, language: str, text: str) -> None:
    marat, _ = await taken(desk, language)
    await marat.writes(text)
    assert await stands(desk) == ["admitted"]


@pytest.mark.parametrize(("language", "text"), each(REFUSED))
async def test_kept_out_also_with_somebody_of_the_family(desk: Desk, language: str, text: str) -> None:
    marat, olga = await taken(desk, language)
    await marat.writes(text)
    assert await stands(desk) == ["refused"]
    olga.sees(desk.service.words.say(language, "ask-refused"))
    assert olga.rang() == 1


@pytest.mark.parametrize(("language", "text"), each(RINGS))
async def test_who_telephones_is_at_work_and_keeps_the_case(desk: Desk, language: str, text: str) -> None:
    marat, _ = await taken(desk, language)
    await marat.writes(text)
    assert await stands(desk) == []
    assert await is_kept(desk, marat)


@pytest.mark.parametrize(("language", "text"), each(NO_STEP))
async def test_what_is_asked_planned_or_told_of_others_is_no_step(
    desk: Desk, language: str, text: str
) -> None:
    marat, olga = await taken(desk, language)
    await marat.writes(text)
    assert (await stands(desk), olga.rang()) == ([], 0)
    assert await waits_for_a_first_action(desk)


@pytest.mark.parametrize(
    ("language", "text", "step"),
    [(of, text, act) for of, told in ASKED.items() for text, act in told.items()],
)
async def test_a_question_beside_a_step_can_be_sent_to_the_reporter(
    desk: Desk, language: str, text: str, step: str
) -> None:
    marat, _ = await taken(desk, language)
    await marat.writes(text)
    assert await stands(desk) == [step]
    await marat.presses(desk.service.words.say(language, "button-relay"))
    assert (await desk.history())[-1][0] == TimelineKind.ASKED_BACK


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ("I am at the Medeu police station, they refuse me entry",)),
        ("ru", ("он в Медеуском РОВД", "меня не пускают")),
        ("kk", ("ол Медеу ПБ-да", "мені кіргізбей жатыр")),
    ],
)
async def test_the_station_that_the_lawyer_has_named_stands_on_the_ask(
    desk: Desk, language: str, told: tuple[str, ...]
) -> None:
    marat, olga = await taken(desk, language)
    await marat.writes(*told)
    assert (await stands(desk))[-1] == "refused"
    assert {"en": "Medeu", "ru": "Медеу", "kk": "Медеу"}[language] in olga.sees(
        desk.service.words.say(language, "ask-refused")
    )
