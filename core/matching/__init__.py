"""Whether two names may be one person's, in both scripts and any spelling. Pure; finds, and never says that they are one.

folding   a word as one row of Latin letters
tokens    the words of a name: their stems, roles and keys
blocks    by which names that may be one are found, without being read
score     how alike two names are
evidence  what else agrees or differs, and the three answers
"""
