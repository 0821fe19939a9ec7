"""All that is cached of the program's own files, read before anybody waits for it, by who may write there."""

from core.resources.jurisdictions import known_jurisdictions
from core.resources.name_files import load_name_rules, load_names
from core.resources.paper_checks import paper_mistakes
from core.resources.paper_files import Papers
from core.resources.place_files import load_gazetteer
from core.resources.word_files import load_heard


def read_ahead() -> None:
    """Read and cache all of them now. Raises HeardMistake where a word file has a mistake."""
    load_heard()
    load_names()
    load_name_rules()
    for jurisdiction in known_jurisdictions():
        load_gazetteer(jurisdiction)
        paper_mistakes(Papers(jurisdiction))
