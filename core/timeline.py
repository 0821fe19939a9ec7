"""The kinds of lines of a case's timeline, each once. How one is written: storage.timeline."""

from enum import StrEnum


class TimelineKind(StrEnum):
    """The kinds of lines of a case's timeline: what we did, and what made us."""

    OPENED = "opened"
    OFFERED = "offered"
    UNREACHABLE = "unreachable"  # the member who was asked
    UNDELIVERED = "undelivered"  # for two minutes it has not reached the phone; its details name whose, and the messengers
    ASKED_ELSEWHERE = "asked_elsewhere"  # at their other address, because the first is closed; likewise
    DECLINED = "declined"
    REASON = "reason"  # why it was declined
    FOUND_NOBODY = "found_nobody"
    ASKED_ANEW = "asked_anew"  # more urgent, or another region
    LAWYERS_WANTED = "lawyers_wanted"
    ACCEPTED = "accepted"
    CONTACTED = "contacted"
    ON_MY_WAY = "on_my_way"
    AT_STATION = "at_station"  # at its door
    ADMITTED = "admitted"  # the lawyer is inside
    REFUSED = "refused"  # the lawyer is not let in
    OUT = "out"
    VISIT_VOID = "visit_void"  # the last step of the visit was a slip
    CANNOT_COME = "cannot_come"  # the owner says that they do not get there; the words are a claim
    NO_FIRST_ACTION = "no_first_action"  # its details name the member who accepted
    GIVEN_BACK = "given_back"
    TAKEN_AWAY = "taken_away"  # a coordinator offers it to others; its details name the member who had it
    OWNER_SUSPENDED = "owner_suspended"
    ASSIGNED = "assigned"  # a coordinator asks somebody by name to take it; its details name whom
    HANDING = "handing"  # somebody is asked to take it over; its details name whom, and say why
    NOT_HANDED = "not_handed"  # they do not; its details name them
    HANDED_OVER = "handed_over"  # they did: the actor has it
    JOINED = "joined"  # the actor is the second lawyer
    SECOND_LEFT = "second_left"  # its details name the second lawyer
    INHERITED = "inherited"  # the first left: its details name the second lawyer, who has it now
    SECOND_WANTED = "second_wanted"  # a member says whether two are wanted
    ASKED_STILL = "asked_still"  # whether it is still theirs; its details name the owner
    STILL_MINE = "still_mine"  # asked, the owner says so
    NO_ANSWER = "no_answer"  # asked, they say nothing; its details name them
    CLOSED = "closed"
    REOPENED = "reopened"
    VIEWED = "viewed"  # a coordinator opened it, and why
    READ_BEFORE = "read_before"  # a coordinator read its words before it was a case; its details say when
    ANSWERED_BEFORE = "answered_before"  # a coordinator had answered by then; likewise
    WIPED = "wiped"  # what was told as a joke
    LISTENED = "listened"  # a coordinator had what was spoken sent to them
    READ_NOTES = "read_notes"  # a coordinator read what members wrote, and nothing else of the case
    CODED = "coded"
    VERIFIED = "verified"  # how sure a member says that it is
    ASSESSED = "assessed"  # how far a report is to be trusted; its details name the report
    RANG_BACK = "rang_back"  # the reporter was rung, and what came of it; likewise
    JOKE = "joke"  # whether a report may be a joke; likewise
    COMPARED = (
        "compared"  # the actor read a list with a name that may be of this case; its details say which list
    )
    FOUND = "found"  # somebody is on a list from a station's door; where, is a claim
    NOT_THERE = "not_there"  # asked for at a station's door, and denied; where, is a claim
    FOUND_VOID = "found_void"  # the list was a mistake
    NOTED = "noted"  # a member wrote something; the words are a claim
    ASKED_BACK = "asked_back"  # a member wrote to the reporters
    CONSENT_ASKED = "consent_asked"  # a coordinator has the family asked about the name
    CONSENT_DECIDED = (
        "consent_decided"  # a coordinator decides between those who may speak; the answer is a claim
    )
    UNHANDLED = "unhandled"  # a message of a reporter, or of the owner, was given up: nobody has read it
    PROCEEDING_VOID = "proceeding_void"  # what was written down of them a moment ago was taken back
    PROCEEDING = "proceeding"  # what courts and investigators do; what it is, is a claim
    INTERVENTION = "intervention"  # what was sent to a body, or came of it; what it is, is a claim
    PAPER_MADE = "paper_made"  # its details say which, in which language, by which template
    PAPER_ASKED = "paper_asked"  # another coordinator has to allow it
    PAPER_AGREED = "paper_agreed"  # the actor does
    PAPER_REFUSED = "paper_refused"  # the actor does not, or nobody answered
    IN_INCIDENT = "in_incident"  # a coordinator says that it belongs to one; its details say which
    IN_LETTER = "in_letter"  # an open letter that tells of it was made
    OUT_OF_INCIDENT = "out_of_incident"
    PLACED = "placed"  # a coordinator says where it is
    STILL_HELD = "still_held"
    SAYS_OVER = "says_over"
    SAYS_NOT_OVER = "says_not_over"
    SAYS_SOME_OUT = "says_some_out"  # and others are held still
    SAYS_FALSE = "says_false"
    REPORTER_FINISHED = "reporter_finished"
    REPORTER_CALLED_OFF = "reporter_called_off"
    REPORTER_CANCELLED = "reporter_cancelled"
    MUTED = "muted"
    UNMUTED = "unmuted"
    CALLED_BACK = "called_back"  # somebody who asks for a person who may be of this case
    HIDDEN = "hidden"  # the reporter's phone is being taken
    SILENCE = "silence"  # a coordinator says from when on the code opens the hidden chat
    HIDDEN_AFTER = "hidden_after"  # the reporter wanted the chat hidden when it is closed
    ANSWERED_AGAIN = "answered_again"  # by a coordinator after a call, or by the code in the same chat
    MOVED = "moved"  # its code was written from another phone, and proved: by its place, or by a coordinator
    OVERRUN = (
        "overrun"  # somebody is held longer than a clock of the law allows; its details are the evidence
    )
    OVERRUN_ENDED = "overrun_ended"
    OVERRUN_VOID = "overrun_void"  # what is claimed now does not show it any more
    LINKED_AWAY = "linked_away"  # its reports feed another case: a stub; the details say what it was, and what was asked
    UNLINKED = "unlinked"  # they feed it again
    LINKED = "linked"  # reports of another case feed it; its details name that case
    PARTED = "parted"  # they do not any more
    TAKEN_DOWN = "taken_down"  # the actor wrote down what somebody told on the telephone
    STATION_RUNG = (
        "station_rung"  # the actor asked a station for somebody; its details say which, and the answer
    )
    HOLD = "hold"  # it is kept past its term, and why
    HOLD_ENDS = "hold_ends"  # an end was chosen, or another; its details say when
    HOLD_LIFTED = "hold_lifted"
    FORGOTTEN = "forgotten"  # its details say which part of it, or who asked for all of it
    PHONE_CHANGED = "phone_changed"  # another phone answers for the person who tells of it, or for its owner
    PHONE_TRUSTED = "phone_trusted"  # the actor has spoken with them, and it is theirs
    BY_CODE = "by_code"  # its code was written from another phone, and is not proved


# What stays when it is forgotten that somebody was helped, until all is: who opened the case and why.
# Not who closed it: that was mostly the one who had it.
KEPT_LONGER = (
    TimelineKind.OPENED,
    TimelineKind.VIEWED,
    TimelineKind.READ_BEFORE,
    TimelineKind.REOPENED,
    TimelineKind.WIPED,
    TimelineKind.LINKED_AWAY,
    TimelineKind.UNLINKED,
    TimelineKind.LINKED,
    TimelineKind.PARTED,
    TimelineKind.HOLD,
    TimelineKind.HOLD_ENDS,
    TimelineKind.HOLD_LIFTED,
    TimelineKind.FORGOTTEN,
)
FIRST_ACTIONS = (
    TimelineKind.CONTACTED,
    TimelineKind.ON_MY_WAY,
    TimelineKind.AT_STATION,
)  # what shows that an owner is on it
VISITS = (
    *FIRST_ACTIONS,
    TimelineKind.ADMITTED,
    TimelineKind.REFUSED,
    TimelineKind.OUT,
)  # what an owner says of their way, any time
