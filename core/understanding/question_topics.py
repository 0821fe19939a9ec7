"""Which groups of words make which topic of a question: one table, of which the first row that fits counts.

A row stands before another where its words are the rarer ones: a sentence about a parcel also has words of "may we",
one about a hearing also has "when".
"""

from collections.abc import Sequence

from msgspec import Struct

from core.understanding.heard_questions import ASKED_GROUPS, QUESTION_GROUPS
from core.vocabulary import Role

ASKS = "asks"  # any sign of a question
TERM = "term"  # the end of an arrest or of its days: words of court.toml
HOW = "how"
EITHER = "either"  # of two things: words of members.toml

TOPICS: Sequence[tuple[str, tuple[str, ...]]] = (
    # Who we are, and how long we keep what is written: whose it is, is asked of a bot too, and when it goes is no wish.
    ("police", ("run_by", ASKS)),
    ("who", ("makers", ASKS)),
    ("robot", ("automatic", ASKS)),
    ("kept", ("keeping", "howlong", ASKS)),
    ("kept", ("keeping", "once", ASKS)),
    ("kept", ("erase", "written", "once", ASKS)),
    ("kept", ("erase", "closing", "once", ASKS)),
    # What is wished of us.
    ("delete", ("erase", "written")),
    ("delete", ("erase", ASKS)),
    ("delete", ("erasing", "written", ASKS)),
    ("phone", ("unlocking", ASKS)),
    ("code", ("code", "lost")),
    ("whyask", ("what_for", "our_questions", ASKS)),
    ("advice", ("quitting", "officers", ASKS)),
    ("advice", ("quitting", "summons", ASKS)),
    ("stop", ("quitting", ASKS)),
    ("cancel", ("not_needed", ASKS)),
    ("fromlawyer", ("files", "showing", ASKS)),  # it is us who show it
    ("body", ("body", ASKS)),
    ("cancel", ("cancel", ASKS)),
    ("newnumber", ("number", "changed", "self", ASKS)),
    ("newnumber", ("mynumber", "changed", ASKS)),
    ("advice", ("blank", "field", "officers", ASKS)),  # whom the name must be told is not always us
    ("skip", ("blank", "field", "ask_leave", ASKS)),
    ("code-owner", ("code", "whose", ASKS)),
    ("code-owner", ("owner", "code", "sees", ASKS)),
    ("code-owner", ("owner", "code", "informed", ASKS)),
    ("code-owner", ("owner", "reads", "written", ASKS)),
    ("code-owner", ("owner", "sees", "write", "this_one", ASKS)),
    ("reach", ("wants_contact",)),
    # Rare words, of which each tells by itself what is meant: before the law and what they are held for.
    ("army", ("army", ASKS)),
    ("support", ("support", ASKS)),
    ("fine", ("fines", ASKS)),
    ("minor", ("minor", "what_now", ASKS)),
    ("children", ("kids", "care", ASKS)),
    ("minor", ("minor", "hold", ASKS)),
    ("minor", ("minor", "duty", ASKS)),
    ("pregnant", ("pregnant", ASKS)),
    ("where", ("tell_me", "where", "person")),  # "I demand that you tell me where my son is"
    ("tell", ("outsiders", "informs", "you", ASKS)),
    ("foreign", ("foreign", ASKS)),
    ("dismissal", ("dismissal", "job", ASKS)),
    ("phone", ("device", "seizing", ASKS)),
    ("home", ("raid", ASKS)),
    ("prayer", ("prayer", ASKS)),
    ("transfer", ("moving", "prison", ASKS)),
    ("things", ("things", "giving_back", ASKS)),
    ("outcome", ("conviction", ASKS)),
    ("fromlawyer", ("from_lawyer", "files", ASKS)),
    ("fromlawyer", ("from_lawyer", "papers", ASKS)),
    ("photo", ("files", "uploading", ASKS)),
    ("photo", ("files", "papers", "sending", ASKS)),
    ("photo", ("papers", "uploading", ASKS)),  # a paper of the court is no hearing
    ("protest", ("rally", "planning", ASKS)),
    ("village", ("village", "area", "naming", ASKS)),
    ("village", ("village", "area", "naming", EITHER)),
    ("covers", ("other_places", ASKS)),
    ("covers", ("serving", ASKS)),
    ("covers", ("our_lawyers", "existing", ASKS)),
    ("confide", ("lawyer", "confiding", ASKS)),
    # Of a lawyer who is known: what they do now is no word about one of their own.
    ("status", ("stage", "lawyer", ASKS)),
    ("status", ("stage", "tapped", EITHER)),
    # What the law says; "without being charged" is no accusation.
    ("law", ("howlong", "hold", "may", ASKS)),
    ("advice", ("fine", "paying", ASKS)),  # a fine or a bribe is no price of ours
    ("release", ("days_left", ASKS)),
    ("daycount", ("penalty", "counting", EITHER)),
    ("daycount", ("penalty", "counting", ASKS)),
    ("outcome", ("penalty", "how_big", ASKS)),
    ("advice", ("sign", ASKS)),  # nobody brings a paper that is to be signed
    ("whither", ("bound", ASKS)),  # also "where do I go, to the court?"
    ("photo", ("files", "court", ASKS)),
    # The days of the court. Who may come in is another question than when it is.
    ("hearing", ("court", "when", ASKS)),
    ("interpreter", ("interpreter", ASKS)),
    ("complain", ("complain", ASKS)),
    ("attend", ("court", "attending", ASKS)),
    ("covers", ("abroad", "you", ASKS)),
    ("protest", ("rally", "going", ASKS)),
    ("leave", ("self", "walking_out", "able", ASKS)),
    ("leave", ("am_i", ASKS)),
    ("law", ("hold", "may", ASKS)),
    ("charge", ("accusing", "person", ASKS)),
    ("ownlawyer", ("our_own", ASKS)),
    ("ownlawyer", ("ownlawyer", ASKS)),  # before what it costs: their own is paid by them
    ("free", ("price", "you", ASKS)),  # money for us, not for them
    # Things and meetings; before how somebody is: "may I bring medicine" asks for no news of them.
    ("doctor", ("doctor", ASKS)),
    ("visit", ("phone_call", "person", ASKS)),
    ("parcel", ("medicine", "accepting", ASKS)),
    ("papers", ("papers", "bringing", ASKS)),
    ("papers", ("id_card", "bringing", ASKS)),
    ("papers", ("id_card", "problem", ASKS)),
    ("parcel", ("parcel", ASKS)),
    ("parcel", ("bringing", "person", ASKS)),
    ("howlong", ("in_how_long", "comes", ASKS)),
    ("howlong", ("in_how_long", "lawyer", ASKS)),
    ("which-lawyer", ("lawyer", "kind_of_lawyer", ASKS)),
    ("which-lawyer", ("person", "spoken", ASKS)),
    ("our-lawyer", ("lawyer", "trust", ASKS)),
    ("our-lawyer", ("lawyer", "appointed", ASKS)),
    ("our-lawyer", ("person", "in_league", ASKS)),
    ("reach", ("lawyer", "contact", ASKS)),
    ("callus", ("hotline", ASKS)),
    ("callus", ("calling_us", ASKS)),
    ("visit", ("person", "callme", ASKS)),
    ("callthem", ("callthem", "canyou", ASKS)),
    ("release", ("code", "out", "person", ASKS)),  # a code stands beside what is asked of somebody
    ("release", ("code", "release", "person", ASKS)),
    ("condition", ("code", "person", "well", ASKS)),
    ("reads", ("who", "sees", "written", ASKS)),
    ("visit", ("visit", ASKS)),
    ("film", ("filming", "duty", ASKS)),
    ("film", ("filming", "able", ASKS)),
    ("film", ("filming", "banned", ASKS)),
    ("witness", ("witness", "self", ASKS)),
    ("witness", ("own_name", "protocol", ASKS)),
    ("advice", ("duty", "officers", "deeds", ASKS)),
    ("updates", ("learning", "change", ASKS)),
    # What becomes of the words.
    ("received", ("files", "received", ASKS)),
    ("publish", ("publish", ASKS)),
    ("photo", ("files", "sending", ASKS)),
    ("code-use", ("code", "code_use", ASKS)),
    ("code-use", ("code", "this_one", ASKS)),
    ("code-use", ("figures", "this_one", ASKS)),
    ("code-use", ("code", "what_for")),
    ("name", ("name", "duty", ASKS)),
    ("tell", ("worse", "write", ASKS)),
    ("safe", ("safe", ASKS)),
    ("safe", ("write", "harm", ASKS)),
    ("number", ("mynumber", "sees", ASKS)),
    ("another", ("acquaintance", "write", "duty", ASKS)),
    ("others", ("others", ASKS)),
    ("others", ("many_others", ASKS)),
    ("tell", ("outsiders", "informs", ASKS)),
    ("tell", ("family", "informed", ASKS)),
    ("reads", ("who", "reads", ASKS)),
    ("reads", ("sees", "written", "you", ASKS)),
    ("received", ("received", ASKS)),
    ("reads", ("sees", "written", ASKS)),
    ("correct", ("correct", ASKS)),
    ("another", ("another", "write", ASKS)),
    ("covers", ("abroad", "work", ASKS)),
    ("covers", ("abroad", "write", ASKS)),
    # Who comes, and when: "why does nobody come" has all the words of "who comes".
    ("waiting", ("late", ASKS)),
    ("waiting", ("where_you",)),
    (
        "howlong",
        ("howlong", "wait", ASKS),
    ),  # before a price and staying: "how long should I wait for an answer"
    ("free", ("price", ASKS)),
    ("advice", ("summons", "going", ASKS)),
    ("advice", ("called_in", "duty", ASKS)),
    ("stay", ("staying", ASKS)),  # "or wait at home" asks for no release
    ("release", (TERM, ASKS)),
    ("release", ("release", ASKS)),
    ("hearing", ("court", ASKS)),
    ("howlong", ("when", "lawyer", ASKS)),
    ("howlong", ("when", "comes", ASKS)),
    ("callme", ("callme", ASKS)),
    ("helps", ("lawyer", "can_do", ASKS)),
    ("helps", ("lawyer", "use_of", ASKS)),
    ("hours", ("work", "hours", ASKS)),
    ("anyone", ("anyone",)),
    ("anyone", ("awake",)),
    ("comes", ("who", "lawyer", ASKS)),
    ("who", ("identity", "you", ASKS)),
    ("who", ("real", "you", ASKS)),
    ("who", ("government", "you", ASKS)),
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
    ("updates", ("saying", "you", "self", ASKS)),
    ("updates", ("saying", "change", ASKS)),
    # What to do, and what happens: the widest words.
    ("next", ("next", ASKS)),
    ("status", ("news",)),
    ("covers", ("work", "you", ASKS)),
    ("status", ("lawyer", "says", ASKS)),
    ("advice", ("acts", ASKS)),
    ("advice", ("summons", "duty", ASKS)),
    ("advice", ("duty", "deeds", ASKS)),
    ("condition", ("well", ASKS)),  # nobody is named: who asks means their own
)


class MemberTopic(Struct, frozen=True):
    """``by``: whose question it is. ``may_be_told``: the words may as well be meant for who told us of the case."""

    name: str
    groups: tuple[str, ...]
    by: frozenset[Role] = frozenset((Role.LAWYER, Role.COORDINATOR))
    may_be_told: bool = False


_LAWYERS, _DESK = frozenset((Role.LAWYER,)), frozenset((Role.COORDINATOR,))
# What members ask about their work: how something is done here, how their cases stand, and what others see of it. The first
# row that is theirs and fits counts.
MEMBER_TOPICS = (
    MemberTopic("unasked", ("what_for", "empty", "asking", ASKS), _DESK),
    MemberTopic("unjoin", ("joining", "undoing", ASKS)),
    MemberTopic("undo", ("mistaken", "undoing", ASKS)),
    MemberTopic("undo", ("take_back", ASKS)),
    MemberTopic("nobody", ("empty", "duty_words", ASKS)),
    MemberTopic("oncall", ("who", "duty_words", ASKS), _DESK),
    MemberTopic("duty", ("duty_words", ASKS)),
    MemberTopic("deadline", ("deadline", ASKS)),
    MemberTopic("arrived", ("letting", "pressing", ASKS), _LAWYERS),
    MemberTopic("deadline", ("when", "pressing", ASKS)),
    MemberTopic("hearing", ("court", "when", ASKS), _LAWYERS),
    MemberTopic("hearing", ("court", "day", ASKS), _LAWYERS),
    MemberTopic("hearing", ("court", "my_cases", "mine", ASKS), _LAWYERS),
    MemberTopic("article", ("norm", "letting", ASKS)),
    MemberTopic("coordinator", ("coordinator", ASKS), _LAWYERS),
    MemberTopic("reporter", (HOW, "reaching", "family", ASKS), _LAWYERS, may_be_told=True),
    MemberTopic("seen", ("own_name", "seen", ASKS), _LAWYERS),
    MemberTopic("verify", ("claiming", "family", "checking", ASKS), _DESK),
    MemberTopic("others", ("asked_else", "asking", ASKS), _LAWYERS),
    MemberTopic("reporter", ("reaching", "family", ASKS), _LAWYERS, may_be_told=True),
    MemberTopic("what", ("reported_by", ASKS), _LAWYERS, may_be_told=True),
    MemberTopic("family", ("family", "informed", ASKS), _LAWYERS, may_be_told=True),
    MemberTopic("close", ("closing", ASKS)),
    MemberTopic("close", ("out", "pressing", ASKS)),
    MemberTopic("handover", ("handing", "to_other", ASKS)),
    MemberTopic("arrived", ("pressing", "arrived", ASKS), _LAWYERS),
    MemberTopic("decline", ("declining", ASKS)),
    MemberTopic("papers", ("templates", ASKS), may_be_told=True),
    MemberTopic("second", ("second", "needing", ASKS)),
    MemberTopic("pay", ("fees", ASKS)),
    MemberTopic("untaken", ("my_cases", "untaken", ASKS), _DESK),
    MemberTopic("cases", ("my_cases", "mine", ASKS)),
    MemberTopic("station", ("address", "person", ASKS), _LAWYERS, may_be_told=True),
    MemberTopic("station", ("address", "going", ASKS), _LAWYERS, may_be_told=True),
    MemberTopic("station", ("address_word", ASKS), _LAWYERS, may_be_told=True),
    MemberTopic("what", ("known", ASKS), _LAWYERS, may_be_told=True),
)
MAY_BE_TOLD = frozenset(topic.name for topic in MEMBER_TOPICS if topic.may_be_told)
OF_THE_DESK = frozenset(topic.name for topic in MEMBER_TOPICS if topic.by == _DESK)
_ROWS = (*(groups for _, groups in TOPICS), *(topic.groups for topic in MEMBER_TOPICS))
assert {group for groups in _ROWS for group in groups} <= {
    *(ASKS, TERM, EITHER, HOW),
    *QUESTION_GROUPS,
    *ASKED_GROUPS,
}
