"""Where it may be, by what was said: places to choose from."""

from collections.abc import Sequence

from handlers.service import Service

NEAREST = 3  # places that one message may mean
LAST, READ = 5, 1000  # messages, and characters of each, in which a place is looked for


def likeliest(service: Service, said: Sequence[str]) -> list[str]:
    """What was named last, then what is near to the words, then the larger cities."""
    gazetteer = service.gazetteer
    found = [gazetteer.find(text[:READ]) for text in said[: -LAST - 1 : -1]]
    named = [match.city or match.region for match in found if match is not None]
    near = [place for text in said for place in gazetteer.close(text, NEAREST)]
    cities = [city.id for city in gazetteer.buttons()]
    return [id for id in dict.fromkeys((*named, *near, *cities)) if id is not None and gazetteer.knows(id)]
