"""What somebody means by a tap, and the data of the buttons that mean it: scripts name the meaning, labels may change.

``/word`` is a command, chosen from the menu of the messenger where no button is shown.
"""

MEANINGS: dict[str, tuple[str, ...]] = {
    # citizens
    "sos": ("sos:", "do:sos", "/sos"),
    "report": ("new:", "again:", "report/situation:"),
    "me": ("report/situation:me", "report/situation:!me", "again:me"),
    "someone_else": ("report/situation:other",),
    "question": ("question:",),
    "not_held": ("report/situation:saw", "report/situation:over"),
    "held_station": ("report/situation:other",),
    "blocked_home": ("report/situation:blocked",),
    "summons": ("report/situation:summons",),
    "trial": ("report/situation:trial",),
    "missing": ("report/situation:missing",),
    "skip": ("*:!skip",),
    "all_correct": ("*:!confirm", "*:!done", "*:!submit"),
    "news_yes": ("report/consent:yes",),
    "news_no": ("report/consent:no",),
    "publish_yes": ("report/publish:yes", "consent:yes"),
    "publish_no": ("report/publish:no", "consent:no"),
    "hide": ("hide:",),
    "check_in": ("checkin:", "do:checkin", "/checkin"),
    "look_up": ("report/situation:missing",),
    "rights": ("rights:", "do:rights", "/rights"),
    "practice": ("practice:", "do:practice", "/practice"),
    "cancel": ("*:!cancel",),
    "yes": ("*:yes",),
    "no": ("*:no",),
    "i_am_well": ("fine:", "well:"),
    # lawyers
    "take": ("accept:", "take:", "bundle:"),
    "decline": ("decline:",),
    "give_back": ("back:",),
    "on_the_way": ("first:*:on_my_way", "visit:*:on_my_way", "*:on_my_way"),
    "arrived": ("first:*:at_station", "visit:*:at_station", "doorat:", "*:at_station"),
    "inside": ("inside:", "visit:*:admitted", "*:admitted"),
    "refused": ("visit:*:refused", "*:refused"),
    "released": ("closing:*:released", "*:released"),
    "close": ("closing:", "closed:"),
    "hand_over": ("hand:",),
    "hearing": ("hearing:", "begin:", "proceedings:"),
    "details": ("words:", "more:"),
    "more": ("more:",),
    # coordinators
    "open": ("open:",),
    "read": ("wordsread:", "told:"),
    "ask_lawyers": ("wordsask:", "ask:"),
    "make_case": ("adopt:",),
    "answer": ("relay:", "reply:", "respond:", "wordsanswer:", "wants:"),
    "not_for_us": ("wordsnot:",),
    "rang": ("rang:", "ring:"),
    "same_case": ("linked:", "same:*:yes"),
    "not_same_case": ("unlink:", "same:*:no"),
    "verify": ("verify:", "proved:"),
    "false_alarm": ("closing:*:false_alarm",),
    "who_comes": ("oncall:", "calls:"),
}


def fits(data: str, pattern: str) -> bool:
    """Whether a button with this data is meant. ``*`` stands for anything; what is behind the pattern may be anything."""
    parts = pattern.split("*")
    at = 0
    for number, part in enumerate(parts):
        found = data.find(part, at)
        if found < 0 or (number == 0 and found != 0):
            return False
        at = found + len(part)
    return True


def patterns_of(meaning: str, city: str = "") -> tuple[str, ...]:
    """The data that mean this, the likeliest first. Raises KeyError for what no script may say."""
    if meaning == "city":
        return (f"*:{city}", f"*:{city}-city", f"*{city}*")
    return MEANINGS[meaning]
