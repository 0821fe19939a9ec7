"""What members type of their own work: ``core/words/<language>/members.toml``, explained in the Russian file."""

from core.understanding.kinds import Beginnings, Endings, Phrases, VocabularySection, Words


class MemberWords(VocabularySection):
    """See above."""

    arrives: Phrases
    elsewhere: Phrases
    minutes: Words
    cannot: Phrases
    stand_in: Phrases
    wrong: Phrases
    named: Phrases
    relays: Phrases
    family: Beginnings
    to_writer: Phrases
    calm: Words
    home: Phrases
    depends: Words
    again: Words
    either: Words
    supposing: Endings
    bare: Words
    going: Phrases
    gone: Phrases
    standing: Phrases
    arrived: Phrases
    inside: Phrases
    entered: Phrases
    kept: Phrases
    rings: Phrases
    planned: Phrases
    with_whom: Words
    of_law: Phrases
    not_brought: Phrases
    vanished: Phrases
    guilt: Beginnings
    interrogations: Phrases
    counting: Words
    vehicles: Beginnings
    counted: Words
    untrue: Phrases
    go_free: Words
