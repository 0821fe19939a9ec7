"""600 messages and 24 conversations as frightened people type, and 480 more, by people who had not seen the program.

Even numbers of the 600 are never looked at: only how many of their facts are understood is printed. The odd ones, and those
in ``more``, which came later from others, are for tuning: they may be read and their failures printed.

``clauses.toml`` has 900 clauses with their status and whose they are; those of the part "unread" are never looked at either.

``python -m tests.listening`` prints both parts; ``--failures all`` what is missed of those for tuning.
"""
