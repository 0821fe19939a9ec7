"""A made-up dossier with all that papers for authorities and courts may name, in two languages. Tests leave facts out."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from core.papers.dossier import Dossier, Leaf, Node
from core.papers.paper_kinds import PaperKind

FACTS: Mapping[str, tuple[str, str]] = {
    "paper.time": ("25 ноября 2026 года, 18:14 (UTC+5)", "2026 жылғы 25 қараша, сағат 18:14 (UTC+5)"),
    "paper.city": ("Алматы", "Алматы"),
    "organisation.name": ("Выдуманное бюро", "Ойдан шығарылған бюро"),
    "organisation.address": ("Алматы, улица Выдуманная, 1", "Алматы, Ойдан шығарылған көшесі, 1"),
    "organisation.phone": ("+7 700 000 00 00", "+7 700 000 00 00"),
    "signer.name": ("Придуманова Мария", "Ойдан Мария"),
    "signer.office": ("директор", "директор"),
    "lawyer.name": ("Вымышленный Ю. Ю.", "Ойдан З. З."),
    "lawyer.phone": ("+7 700 000 00 01", "+7 700 000 00 01"),
    "lawyer.order": ("№ 17", "№ 17"),
    "to.line": ("Прокурору: Алматы", "Прокурорға: Алматы"),
    "person.name": ("Придуманная Айгүл Қайратқызы", "Ойдан Айгүл Қайратқызы"),
    "person.name_genitive": ("Придуманной Айгүл Қайратқызы", "Ойдан Айгүл Қайратқызының"),
    "person.name_accusative": ("Придуманную Айгүл Қайратқызы", "Ойдан Айгүл Қайратқызын"),
    "person.spellings": ("Aigul Pridumannaya", "Aigul Oidan"),
    "person.born": ("12 марта 2009 года", "2009 жылғы 12 наурыз"),
    "person.age": ("17", "17"),
    "person.address": ("Алматы, улица Ничья, 2", "Алматы, Ешкім көшесі, 2"),
    "person.nationality": ("Нигдения", "Ешқайда"),
    "person.traits": ("журналист", "журналист"),
    "case.place": ("Алматы, площадь у выдуманного театра", "Алматы, ойдан шығарылған театр алаңы"),
    "detention.began": ("25 ноября 2026 года, 15:00", "2026 жылғы 25 қараша, сағат 15:00"),
    "detention.delivered": ("25 ноября 2026 года, 15:40", "2026 жылғы 25 қараша, сағат 15:40"),
    "detention.protocol": ("25 ноября 2026 года, 19:30", "2026 жылғы 25 қараша, сағат 19:30"),
    "detention.released": ("25 ноября 2026 года, 20:00", "2026 жылғы 25 қараша, сағат 20:00"),
    "detention.station": ("Выдуманный отдел полиции № 0", "Ойдан шығарылған № 0 полиция бөлімі"),
    "detention.by": ("полиция", "полиция"),
    "detention.regime": ("уголовное", "қылмыстық"),
    "detention.article": ("ст. 488 КоАП, часть 6", "ӘҚБтК 488-бап, 6-бөлік"),
    "overrun.length": ("48 часов", "48 сағат"),
    "overrun.due": ("25 ноября 2026 года, 16:00", "2026 жылғы 25 қараша, сағат 16:00"),
    "overrun.by": ("2 ч 14 мин", "2 сағ 14 мин"),
    "overrun.article": ("УПК 131(4)", "ҚПК 131(4)"),
    "ruling.court": ("Выдуманный специализированный суд", "Ойдан шығарылған мамандандырылған сот"),
    "ruling.judge": ("Судьин С.", "Судьин С."),
    "ruling.date": ("26 ноября 2026 года", "2026 жылғы 26 қараша"),
    "ruling.number": ("0000-26-00-3/1", "0000-26-00-3/1"),
    "ruling.measure": ("административный арест, 10 суток", "әкімшілік қамақ, 10 тәулік"),
    "ruling.copy_on": ("26 ноября 2026 года, 12:00", "2026 жылғы 26 қараша, сағат 12:00"),
    "remand.court": ("Выдуманный следственный суд", "Ойдан шығарылған тергеу соты"),
    "remand.judge": ("Судьина С.", "Судьина С."),
    "remand.date": ("26 ноября 2026 года", "2026 жылғы 26 қараша"),
    "remand.number": ("0000-26-00-4/2", "0000-26-00-4/2"),
    "remand.measure": ("содержание под стражей, 2 месяца", "күзетпен ұстау, 2 ай"),
    "treatment": ("удары по голове и спине при доставлении", "жеткізу кезінде басы мен арқасынан соққы алған"),
    "injuries": ("кровоподтёк на левом плече", "сол иығында көгерген жер бар"),
    "medical": ("врача не вызвали", "дәрігер шақырылмаған"),
    "answers.request": ("приобщить видеозапись с площади", "алаңдағы бейнежазбаны іске қосуды"),
    "answers.circumstance": ("что лицо ничего не нарушало", "адамның ештеңе бұзбағаны"),
    "answers.violation": ("суд не исследовал видеозапись.", "сот бейнежазбаны зерттемеді."),
    "answers.court": ("Выдуманный вышестоящий суд", "Ойдан шығарылған жоғары сот"),
    "answers.act": ("отказ допустить защитника", "қорғаушыны жібермеу"),
    "answers.learned": ("25 ноября 2026 года, 16:10", "2026 жылғы 25 қараша, сағат 16:10"),
}  # fmt: skip
TICKED = ("25 ноября 2026 года, 16:20", "2026 жылғы 25 қараша, сағат 16:20")
GROUNDS = (
    "protocol_late", "protocol_unseen", "times_differ", "rights_unexplained", "counsel_refused", "no_private_talk",
    "relatives_untold", "no_phone_notice", "no_medical", "ill_treatment", "parents_untold", "embassy_untold",
    "copies_refused", "registration_refused",
)  # fmt: skip
TRUTHS = (
    "person.is_female", "person.is_male", "person.is_named", "person.is_minor", "person.is_foreigner", "detention.is_held",
    "detention.is_criminal", "detention.is_administrative", "detention.is_order_shown", "overrun.is_criminal",
    "overrun.is_administrative", "ruling.is_arrest",
)  # fmt: skip
LISTS: Mapping[str, tuple[Mapping[str, tuple[str, str]], ...]] = {
    "steps": (
        {
            "date": ("25 ноября 2026 года", "2026 жылғы 25 қараша"),
            "addressee": ("прокурор: Алматы", "прокурор: Алматы"),
            "kind": ("жалоба на задержание", "ұстауға шағым"),
            "reference": ("№ 1-26", "№ 1-26"),
            "reply": ("", ""),
            "replied_on": ("", ""),
        },
        {
            "date": ("24 ноября 2026 года", "2026 жылғы 24 қараша"),
            "addressee": ("начальник отдела", "бөлім бастығы"),
            "kind": ("требование о выдаче копий", "көшірмелерді беру туралы талап"),
            "reference": ("", ""),
            "reply": ("отказ", "бас тартты"),
            "replied_on": ("25 ноября 2026 года", "2026 жылғы 25 қараша"),
        },
    ),
    "calls": (
        {
            "when": ("25 ноября 2026 года, 17:05", "2026 жылғы 25 қараша, сағат 17:05"),
            "station": ("Выдуманный отдел полиции № 0", "Ойдан шығарылған № 0 полиция бөлімі"),
            "answer": ("сказали, что такого человека нет", "ондай адам жоқ деді"),
        },
    ),
}
ALL = frozenset({*FACTS, *TRUTHS, *LISTS, *(f"grounds.{one}" for one in GROUNDS)})
LANGUAGES = ("ru", "kk")
CRIMINAL = ALL - {"detention.is_administrative", "overrun.is_administrative", "detention.is_order_shown"}
ADMINISTRATIVE = ALL - {"detention.is_criminal", "overrun.is_criminal", "detention.is_order_shown"}


def dossier(kind: PaperKind, language: str, known: Collection[str] = ALL) -> Dossier:
    """Of what is not ``known`` the leaves are without words, the truths are no and the lists are empty."""
    column = LANGUAGES.index(language)
    tree: dict[str, Any] = {}
    for path, node in _nodes(kind, column, known):
        *above, name = path.split(".")
        place = tree
        for one in above:
            place = place.setdefault(one, {})
        place[name] = node
    return tree


def _nodes(kind: PaperKind, column: int, known: Collection[str]) -> Iterator[tuple[str, Node]]:
    for path, words in FACTS.items():
        yield path, Leaf(words[column] if path in known else "", ("claim:1",))
    for one in GROUNDS:
        yield f"grounds.{one}", Leaf(TICKED[column] if f"grounds.{one}" in known else "", ("claim:2",))
    for path in TRUTHS:
        yield path, path in known
    for path, rows in LISTS.items():
        yield (
            path,
            tuple(
                {name: Leaf(words[column], ("claim:3",)) for name, words in row.items()}
                for row in rows
                if path in known
            ),
        )
    for cited in kind.articles:
        yield (
            f"law.{re.sub(r'[^a-z0-9]+', '_', cited).strip('_')}",
            Leaf(_cited(cited, column), (f"law:{cited}",)),
        )


def _cited(cited: str, column: int) -> str:
    act, article, part = re.fullmatch(r"(cao|cpc)-([\d-]+)(?:\(([\d-]+)\))?", cited).groups()  # type: ignore[union-attr]
    ru = {"cao": "Кодекса об административных правонарушениях", "cpc": "Уголовно-процессуального кодекса"}[
        act
    ]
    kk = {"cao": "Әкімшілік құқық бұзушылық туралы кодекстің", "cpc": "Қылмыстық-процестік кодекстің"}[act]
    if part:
        return (f"часть {part} статьи {article} {ru}", f"{kk} {article}-бабының {part}-бөлігі")[column]
    return (f"статья {article} {ru}", f"{kk} {article}-бабы")[column]
