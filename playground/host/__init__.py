"""``dabyl playground``: the page of phones with the real bot behind it, for people who want to try it.

playhouse        the server in this process, the bot as another one; it can be killed and started; in three languages
cast             who has a phone; newcomers: somebody new, also on the roster
guide            the first minute: what to press next
inside_view      what happens inside, for the page
scenes           a scene is played by steps; scripted_scene: those that are tables (report_scenes, casework_scenes); crowd
play_control     one scene at a time; time goes on, and every timer on the way runs at its own moment
routes           what the page may ask and order
"""
