# What a second messenger brings: phones that were set up anew, limits, the program that stands between.

strange-phone-member = 📵 Since { $time } another phone answers for { $name } on Signal. It may be theirs, new or set up again; it may be somebody else's. Nothing is sent there, and their offers have gone to others. Call them ({ $phone }), or meet them: trust it only when they say themselves that it is theirs.
strange-phone-reporter = 📵 Since { $time } another phone answers on Signal for somebody who reported to us (cases: { $codes }). It may be theirs, new or set up again; it may be somebody else's. What comes from there is kept, and nothing is sent. Speak with them another way; trust it only when they say themselves that it is theirs.
strange-phone-settled = 📵 The question of the other phone is settled.
strange-phone-trusting = It is being told to Signal; the card says when it is done.
button-phone-trust = I have spoken with them: trust it
case-phone-changed = 📵 The reporter's Signal has changed ({ $time }): nothing is sent there until a coordinator has spoken with them.
line-phone-changed = another phone answers there: nothing is sent
line-phone-trusted = spoken with them: the other phone is theirs
illegible = A message of yours has reached us, but we cannot read it: it could not be decrypted. If we have not answered it, please write it again.
operator-unknown-phone = Another phone answers on Signal for somebody of ours, and no coordinator can be reached who would ask them. Nothing is sent there. Please check the roster and call the coordinators.
operator-riddle = Signal wants a person to prove that they are one, and takes nothing from us for new people until then. Open https://signalcaptchas.org/challenge/generate.html, solve it, copy the address of the link “Open Signal”, and on the server: dabyl signal challenge { $token } 'THE LINK'. Meanwhile others are asked, and Telegram works.
operator-illegible = A Signal message to us could not be decrypted ({ $error }). Its sender, if that is known, has been asked to write it again. Of others within this hour you read nothing here: docs/run/operations.md.
operator-given-up = Signal cannot bring our messages to somebody's phone ({ $error }), and it was tried several times. They count as out of reach until they write to us; what they were asked has gone to others. Of others within this hour you read nothing here: docs/run/operations.md.
operator-limited = { $messenger } takes no more messages from us for somebody at the moment. It is tried on; meanwhile others are asked. If it does not end within the hour: docs/run/operations.md.
operator-limited-mended = { $messenger } takes our messages again.
operator-paused = { $messenger } takes nothing from us for { $minutes } minutes or more: it says that too much was sent. Everything waits, and goes out in its order when it is over. Whoever must be called before that: call them.
operator-paused-mended = { $messenger } takes our messages again, and what had to wait goes out.
operator-leftovers = Files that people sent by Signal lie unsealed in the daemon's folder and cannot be deleted: { $error }. Whose folder it is, and what the bot may do in it, are the usual reasons: signal.attachments, docs/run/signal.md.
operator-aged = The Signal daemon is version { $version }, and that is more than 90 days old. Signal shuts old programs out without a word. Please install the newest one: docs/run/signal.md.
watch-daemon = Watchman: the daemon does not answer ({ $names }). Since: { $since }. Nobody is heard or written to there; Telegram works. Look at it: systemctl status signal-cli; docs/run/signal.md.
watch-daemon-over = Watchman: over. The daemon answers again.
