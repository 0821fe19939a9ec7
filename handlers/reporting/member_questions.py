"""What a member asks is answered, and is their note all the same: of MEMBER_TOPICS, or what everybody asks."""

from core.understanding.lawyer_words import names_family
from core.understanding.questions import ASKED
from core.vocabulary import Role
from handlers.casework import notes
from handlers.forms.form_behaviour import OpenForm
from handlers.reporting import general_answers, member_state, member_words
from handlers.turn import Turn

FOR_REPORTER = frozenset(  # whose words may as well be meant for who told us of it
    {ASKED, "reporter", "station", "what", "papers", "family"}
)
COORDINATOR = "coordinator"  # beside it stands the number to ring
OF_THE_DESK = frozenset(
    {"undo", "duty", "deadline", "close", "handover", "decline", "papers", "second", "pay", "cases"}
)  # what a coordinator asks of us; anything else they ask of the lawyer or the family


async def on_said(turn: Turn, opened: OpenForm | None, topic: str) -> None:
    """``topic``: of that table, or ``ASKED``."""
    member = turn.active
    if member is None:
        return
    words = turn.incoming.typed or turn.incoming.text
    is_ours = topic in OF_THE_DESK and not names_family(words, turn.service.heard)
    if member.role is Role.COORDINATOR and not is_ours:
        await member_words.take(turn)
        return
    answer = "\n".join(general_answers.answers_for_all(turn)) if topic == ASKED else ""
    of_cases = "\n".join(await member_state.state_lines(turn, member, topic))
    if of_cases or topic == member_state.HEARING:
        answer = of_cases or turn.say("member-no-hearing")
        if topic == member_state.DEADLINE:
            answer = f"{answer}\n{turn.say('member-deadline')}"
    elif not answer and (topic != ASKED or await notes.has_home(turn, member)):
        answer = turn.say(f"member-{topic}")
    answer = turn.with_hotline(answer) if topic == COORDINATOR else answer
    is_of_work = topic not in FOR_REPORTER
    if member.role is Role.LAWYER and is_of_work and not await notes.has_home(turn, member):
        await notes.take_words(
            turn, answer
        )  # a question about the work is no note of a case that was only offered
    else:
        await member_words.take(turn, answer, is_question=is_of_work)
