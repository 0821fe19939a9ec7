"""600 messages and 24 conversations as frightened people type, written by people who had not seen the program.

Odd numbers are for tuning: they may be read and their failures printed. Even numbers are never looked at: only how many
of their facts are understood is printed. ``python -m tests.listening`` prints both; ``--failures all`` what is missed of
the odd ones.
"""
