"""How sure a case is (mt 41), how far a report is to be trusted (mt 42), and what came of ringing its reporter. Pure.

Nothing of it follows by itself: somebody looks, rings, and says so. A report of which it is said goes before others, or
behind them, where only one value can be true (``Rule.SUREST``). Sources: HURIDOCS, Micro-thesauri, lists 41 and 42.
"""

RELIABILITY, JOKE, RANG_BACK = "reliability", "joke", "rang_back"  # kinds of claims about a report
VERIFICATIONS = ("confirmed", "likely", "possible", "unlikely", "unknown")
UNVERIFIED = frozenset({"possible", "unlikely", "unknown"})  # marked wherever the case is shown
GRADES = {"highly": 2, "likely": 1, "unsure": 0, "unknown": 0, "likely_not": -1, "not_at_all": -2}
ANSWERS = ("confirms", "denies", "no_answer", "wrong_number")
JOKES = ("yes", "no")
