"""``dabyl playground``: the page of phones with the real bot behind it, for people who want to try it.

running    from its opening to its end, and begun anew
cast       who has a phone; joining: somebody new, also on the roster
house      the server in this process, the bot as another one; it can be killed and started
guide      the first minute: what to press next
passing    time goes on, and every timer on the way runs at its own moment
state      what happens inside, for the page
scenes     a scene is played by steps: september, crowd, and those that are tables (acted); playing: one at a time
recording  what is done and seen, kept from the beginning as a record; story and its parts tell it as a test
narrator   says it in three languages
routes     what the page may ask and order
"""
