"""A drill in one line: where and when, and how long it took to the first answer."""

from datetime import timedelta

from bot.core.drills import Drill, as_case
from handlers.cards import case_lines
from handlers.service import Service


def head(service: Service, language: str, drill: Drill) -> str:
    """Where and when it was, and how long it took to the first answer."""
    say, case = service.words.say, as_case(drill)
    place = case_lines.place_name(service, language, case)
    when = case_lines.local(drill.began_at, case_lines.zone_of(service, case), service.zone)
    if drill.first_answer_at is None:
        return say(language, "drill-head-nobody", place=place, time=when, asked=drill.asked)
    after = clock(drill.first_answer_at - drill.began_at)
    return say(language, "drill-head", place=place, time=when, asked=drill.asked, after=after)


def clock(span: timedelta) -> str:
    """Minutes and seconds: 0:41."""
    minutes, seconds = divmod(round(span.total_seconds()), 60)
    return f"{minutes}:{seconds:02}"
