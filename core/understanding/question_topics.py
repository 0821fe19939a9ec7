"""Which groups of words make which topic of a question: one table, of which the first row that fits counts.

A row stands before another where its words are the rarer ones: a sentence about a parcel also has words of "may we",
one about a hearing also has "when".
"""

from collections.abc import Sequence

from core.understanding.heard_questions import QUESTION_GROUPS

ASKS = "asks"  # any sign of a question
TERM = "term"  # the end of an arrest or of its days: words of court.toml

TOPICS: Sequence[tuple[str, tuple[str, ...]]] = (
    # What is wished of us.
    ("delete", ("erase", "written")),
    ("delete", ("erase", ASKS)),
    ("cancel", ("cancel", ASKS)),
    ("reach", ("wants_contact",)),
    # What the law says; "without being charged" is no accusation.
    ("law", ("howlong", "hold", "may", ASKS)),
    ("advice", ("fine", ASKS)),  # a fine or a bribe is no price of ours
    ("advice", ("sign", ASKS)),  # nobody brings a paper that is to be signed
    # The days of the court. Who may come in is another question than when it is.
    ("hearing", ("court", "when", ASKS)),
    ("interpreter", ("interpreter", ASKS)),
    ("complain", ("complain", ASKS)),
    ("attend", ("court", "attending", ASKS)),
    ("law", ("hold", "may", ASKS)),
    ("ownlawyer", ("ownlawyer", ASKS)),  # before what it costs: their own is paid by them
    ("free", ("price", "you", ASKS)),  # money for us, not for them
    # Things and meetings; before how somebody is: "may I bring medicine" asks for no news of them.
    ("parcel", ("parcel", ASKS)),
    ("which-lawyer", ("lawyer", "kind_of_lawyer", ASKS)),
    ("reach", ("lawyer", "contact", ASKS)),
    ("callus", ("hotline", ASKS)),
    ("callthem", ("callthem", "canyou", ASKS)),
    ("visit", ("visit", ASKS)),
    ("advice", ("duty", "officers", "deeds", ASKS)),  # whom the name must be told is not always us
    # What becomes of the words.
    ("publish", ("publish", ASKS)),
    ("code-use", ("code", "code_use", ASKS)),
    ("name", ("name", "duty", ASKS)),
    ("safe", ("safe", ASKS)),
    ("safe", ("write", "harm", ASKS)),
    ("number", ("mynumber", "sees", ASKS)),
    ("others", ("others", ASKS)),
    ("tell", ("outsiders", "informs", ASKS)),
    ("reads", ("who", "reads", ASKS)),
    ("reads", ("sees", "written", "you", ASKS)),
    ("anyone", ("received", ASKS)),
    ("reads", ("sees", "written", ASKS)),
    ("correct", ("correct", ASKS)),
    ("another", ("another", "write", ASKS)),
    # Who comes, and when: "why does nobody come" has all the words of "who comes".
    ("waiting", ("late", ASKS)),
    (
        "howlong",
        ("howlong", "wait", ASKS),
    ),  # before a price and staying: "how long should I wait for an answer"
    ("free", ("price", ASKS)),
    ("stay", ("staying", ASKS)),  # "or wait at home" asks for no release
    ("release", (TERM, ASKS)),
    ("release", ("release", ASKS)),
    ("hearing", ("court", ASKS)),
    ("howlong", ("when", "lawyer", ASKS)),
    ("howlong", ("when", "comes", ASKS)),
    ("callme", ("callme", ASKS)),
    ("helps", ("lawyer", "can_do", ASKS)),
    ("hours", ("work", "hours", ASKS)),
    ("anyone", ("anyone",)),
    ("comes", ("who", "lawyer", ASKS)),
    ("who", ("identity", "you", ASKS)),
    ("who", ("real", "you", ASKS)),
    ("comes", ("who", "comes", ASKS)),
    ("comes", ("anybody", "comes", ASKS)),
    ("comes", ("lawyer", "comes", ASKS)),
    ("status", ("lawyer", "where", ASKS)),
    # Those who are held.
    ("charge", ("charge", ASKS)),
    ("papers", ("papers", "getting", ASKS)),
    ("where", ("where", "person", ASKS)),
    ("where", ("where", "hold", ASKS)),
    ("where", ("where", "taken", ASKS)),
    ("outcome", ("outcome", ASKS)),
    ("condition", ("person", "well", ASKS)),
    ("needs", ("needs", ASKS)),
    ("languages", ("spoken", ASKS)),
    # What to do, and what happens: the widest words.
    ("next", ("next", ASKS)),
    ("status", ("news",)),
    ("covers", ("work", "you", ASKS)),
    ("status", ("lawyer", "says", ASKS)),
    ("advice", ("acts", ASKS)),
    ("advice", ("summons", "duty", ASKS)),
    ("advice", ("duty", "deeds", ASKS)),
)
assert {group for _, groups in TOPICS for group in groups} <= {ASKS, TERM, *QUESTION_GROUPS}
