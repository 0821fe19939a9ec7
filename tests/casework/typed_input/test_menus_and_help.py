"""What the messenger's own menu offers in a chat, what the help says on one screen, and where every other command is."""

TELLING = ("case", "detention", "lawyer", "адвокат", "юрист", "дел", "задерж", "іс ", "заңгер", "ұста")
LINES, ROWS = 12, 4  # of one screen
ON_CARDS = {"paper", "incident"}  # a button of a case, a word in the list of incidents
