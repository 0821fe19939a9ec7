"""Practice: somebody tries out how it is to report, the whole way, and nothing real happens.

It never becomes a report, a case, an offer or a claim: it is a row of its own, a dialogue and cards, which go when it ends.
"""
