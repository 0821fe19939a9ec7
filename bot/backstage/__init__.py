"""``dabyl playground``: the page of phones with the real bot behind it, for people who want to try it.

cast       who has a phone
house      the server in this process, the bot as another one; it can be killed and started
passing    time goes on, and every timer on the way runs at its own moment
state      what happens inside, for the page
scenes     a scene is played by steps; september, crowd: the two there are
recording  what is done and seen, kept from the beginning as a record; story and its parts tell it as a test
narrator   says it in three languages
routes     what the page may ask and order
"""
