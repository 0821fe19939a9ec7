"""Recorded conversations: what people say is played, and all that anybody then reads is held against what was recorded.

``make recorded`` plays them and prints what differs, by person; ``make recorded ACCEPT=yes`` writes the new records, and the
difference is read in the commit. scripts/ has what is said, records/ what came of it.
"""
