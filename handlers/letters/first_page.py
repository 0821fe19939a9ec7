"""The first page of a letter: which cases, to whom, what it asks for, what it lacks, what whoever signs should know."""

from bot.core.folding import inert
from bot.core.papers.choices import CASES, Choices, shown, unticked
from bot.core.papers.made import Paper
from bot.core.papers.telling import Told
from bot.core.presentation import Button, Presentation, Rows, Style, in_rows
from handlers.cards.fact_lines import cut
from handlers.incidents.titles import title
from handlers.letters.around import cautions, days_of, options
from handlers.letters.built import Built
from handlers.papers import making
from handlers.service import Service
from storage.transaction import Transaction

SENTENCE = 90  # UTF-16 units of what was typed
COUNTED = ("languages", "offices", "rights", "findings", "demands")


async def view(
    tx: Transaction, service: Service, paper: Paper, choices: Choices, whole: Built, language: str
) -> Presentation:
    """How it is now."""
    say = service.words.say
    incident = await tx.incidents.get(paper.incident_id) if paper.incident_id is not None else None
    name = title(service, language, incident) if incident is not None else say(language, "letter-of-chosen")
    lines = [say(language, "letter-head", name=name, date=whole.date)]
    lines += [f"{one}: «{cut(inert(text), SENTENCE)}»" for one, text in choices.occasion.items() if text]
    for of, told in zip(CASES, (whole.told, whole.earlier), strict=True):
        if told:
            lines += [
                "",
                say(language, f"letter-{of}"),
                *(_line(service, language, choices, one) for one in told),
            ]
    lines += ["", *(_chosen(service, language, choices, whole, of) for of in COUNTED)]
    lines.append(say(language, "letter-hedged" if choices.hedged else "letter-not-hedged"))
    lines += ["", *_missing(service, language, whole)]
    lines += [f"⚠️ {text}" for text in cautions(service, choices, days_of(whole.told), whole.day, language)]
    return Presentation(
        "\n".join(lines).strip(), _rows(service, language, paper, choices, whole), protect=True
    )


def _line(service: Service, language: str, choices: Choices, told: Told) -> str:
    left = len(unticked(told, choices.ticks))
    own = "yes" if told.parts["own"].text else "no"
    return service.words.say(
        language,
        "letter-case",
        code=told.case.code,
        head=told.head.text.rstrip(".") or "—",
        left=left,
        unnamed=len(told.unnamed),
        own=own,
    )


def _chosen(service: Service, language: str, choices: Choices, whole: Built, of: str) -> str:
    """How many were chosen; of offices those that cannot be addressed on this day are told."""
    wanted = getattr(choices, of)
    every = options(service, of, whole.day, days_of(whole.told), language)
    refused = [one for one in every if one.id in wanted and one.refused]
    text = service.words.say(language, f"letter-{of}", count=len(wanted) - len(refused))
    return " ".join(
        [
            text,
            *(
                f"⛔ {one.text}: {service.words.say(language, f'letter-office-{one.refused}')}"
                for one in refused
            ),
        ]
    )


def _missing(service: Service, language: str, whole: Built) -> list[str]:
    say = service.words.say
    lines = [say(language, "letter-betrays-title")] if whole.betrays else []
    if whole.lacking:
        what = ", ".join(making.field(service, language, path) for path in whole.lacking)
        lines.append(say(language, "letter-lacks", what=what))
    return lines


def _rows(service: Service, language: str, paper: Paper, choices: Choices, whole: Built) -> Rows:
    def button(key: str, word: str, style: Style = Style.PLAIN) -> Button:
        return Button(service.words.say(language, f"button-letter-{key}"), f"letter:{paper.id}:{word}", style)

    codes = [
        Button(one.case.code, f"letter:{paper.id}:case.{one.case.id}")
        for one in (*whole.told, *whole.earlier)
    ]
    lists = [button(of, f"pane.{of}") for of in COUNTED]
    others = (button("occasion", "write.occasion"), button("hedge", "hedge"), button("add", "write.code"))
    seen = shown(choices, (*whole.told, *whole.earlier))
    make = (
        () if whole.lacking or not choices.languages else ((button("make", f"make.{seen}", Style.SUCCESS),),)
    )
    return (*in_rows(codes), *in_rows([*others, *lists]), *make)
