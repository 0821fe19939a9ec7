""" "Who is in Medeu?": a coordinator is answered out of all open cases, a lawyer out of their own."""

from core.model import Case
from core.presentation import Button, Presentation, in_button_rows
from core.vocabulary import Role
from handlers.cards.case_card import state_words
from handlers.cards.case_labels import load_labels
from handlers.cards.case_lists import case_line
from handlers.cards.case_standings import open_cases
from handlers.cards.detention_places import is_held_in, whereabouts
from handlers.cards.station_board import station_groups
from handlers.casework import disclosure
from handlers.forms import dialogues
from handlers.forms.form_behaviour import OpenForm
from handlers.people.membership import held_cases
from handlers.turn import Turn

SHOWN = 12  # cases; of more the board has pages


async def on_asked(turn: Turn, opened: OpenForm | None, where: str) -> None:
    """Each station that is meant, with its cases below it."""
    found = await _cases_there(turn, where)
    groups = await station_groups(turn.tx, turn.service, turn.language, found)
    shown = [line.first for group in groups for line in group.lines][:SHOWN]
    labels = await load_labels(turn.tx, turn.service, turn.language, shown, turn.address.id)
    texts = [] if groups else [turn.say("places-nobody")]
    for group in groups:
        texts += ["", group.heading]
        for case in (line.first for line in group.lines if line.first in shown):
            state = labels.label(case).step
            if turn.coordinator is not None:
                state = await state_words(turn.tx, turn.service, turn.language, case)
            texts.append(
                case_line(turn.service, turn.language, case, state, labels, is_placed=group.is_placed)
            )
    more = sum(len(group.lines) for group in groups) - len(shown)
    texts += [turn.say("open-more", count=more)] if more else []
    rows = in_button_rows([Button(labels.button(case), f"open:{case.id}") for case in shown])
    disclosure.show_several(
        turn, labels.named(shown), Presentation("\n".join(texts).strip(), rows, protect=True)
    )
    await dialogues.ask_again(turn, opened)


async def _cases_there(turn: Turn, where: str) -> list[Case]:
    member, service = turn.active, turn.service
    if member is None:
        return []
    asked = service.gazetteer.stations.only(where, member.cities)
    mine = member.role is not Role.COORDINATOR
    among = await held_cases(turn.tx, member) if mine else await open_cases(turn.tx)
    told = await whereabouts(turn.tx, among, limit=len(among))
    return [
        case
        for case in among
        if asked is not None and case.id in told.held and is_held_in(service, case, told.held[case.id], asked)
    ]
