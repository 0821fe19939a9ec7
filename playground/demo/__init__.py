"""The scenario of a jurisdiction played through the real bot: two processes, HTTP between them, no token, no internet.

scenario   the data file, typed
stage      the processes, their folder, the clock
acting     what people do with their phones
moments    what each moment of the scenario has somebody do
telling    what the terminal shows
finding    what came out: database, channel, wire
checking   expected against found
play       all of it in order
"""
