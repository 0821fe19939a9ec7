"""*Make*: one document a language, each a paper of its own in the chat of whoever made it. Names stand in it by consent
alone, and what nobody has checked is not in it. That it was made stands in the timeline of every case that it tells of.
"""

from msgspec.structs import replace

from bot.core.papers.choices import shown
from bot.core.papers.dossier import unverified
from bot.core.papers.made import Paper, PaperState
from bot.core.timeline import Line
from handlers.cards.paper_lines import name_of
from handlers.letters.built import Built, built
from handlers.letters.draft import CHOICES, KIND, OnLetter, save
from handlers.papers import making
from handlers.turn import Turn
from storage import timeline


async def on_made(turn: Turn, found: OnLetter, seen: str) -> None:
    """``seen``: a hash of what the page has shown. If something has changed since, the page says so, and nothing is made."""
    tx, service, choices = turn.tx, turn.service, found.choices
    every = {
        language: await built(tx, service, found.member, found.paper, choices, language)
        for language in choices.languages
    }
    first = next(iter(every.values()), None)
    kind = service.papers.kinds.get(KIND)
    if first is None or kind is None or shown(choices, (*first.told, *first.earlier)) != seen:
        await save(tx, found.paper, choices)
        turn.reply("letter-changed")
        return
    lacks = {language: whole.lacking for language, whole in every.items() if whole.lacking}
    if lacks:
        turn.reply("letter-lacks", what=_what(turn, lacks))
        return
    templates = {
        language: await making.template_of(tx, service, replace(found.paper, language=language))
        for language in every
    }
    if None in templates.values():
        turn.reply("paper-broken", name=name_of(service, turn.language, KIND))
        return
    for language, whole in every.items():
        template = templates[language]
        assert template is not None  # else nothing is made, in no language
        await making.make(tx, service, _paper(turn, found, language, whole), kind, whole.dossier, template)
    for one in (*first.told, *first.earlier):
        await timeline.append(tx, one.case.id, found.member.id, Line.IN_LETTER, {})


def _paper(turn: Turn, found: OnLetter, language: str, whole: Built) -> Paper:
    return turn.tx.papers.add(
        Paper(
            turn.tx.new_id(),
            KIND,
            language,
            PaperState.DRAFT,
            found.member.id,
            turn.address.id,
            turn.now,
            incident_id=found.paper.incident_id,
            signer_id=found.member.id,
            ticked=tuple(unverified(whole.dossier)),
            answers={CHOICES: found.paper.answers[CHOICES]},
        )
    )


def _what(turn: Turn, lacks: dict[str, list[str]]) -> str:
    said = [
        f"{language}: {', '.join(making.field(turn.service, turn.language, path) for path in paths)}"
        for language, paths in lacks.items()
    ]
    return "; ".join(said)
