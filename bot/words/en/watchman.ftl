# What administrators read from the watchman. $names are codes, ids and days, never names of people; $count is a text.

watch-adrift = Watchman: nobody has these cases, and nothing will offer them to a lawyer again: { $names } (in all: { $count }). Their timer is missing or parked. Please tell a coordinator now: /case CODE, then “{ button-ask }”.
watch-adrift-over = Watchman: over. Every case that looks for a lawyer has its timer again.
watch-unminded = Watchman: accepted, without a first step, and nothing reminds anybody: { $names } (in all: { $count }). Please tell a coordinator now: ring whoever accepted; or /case CODE, then “{ button-offer-again }”.
watch-unminded-over = Watchman: over. Every accepted case without a first step is watched again.
watch-forged = Watchman: rows of members were changed by hand, without the key: { $names } (in all: { $count }). They give no power and are told nothing until they are mended: dabyl roster list shows who they are; import them again, or suspend them. Find out who can write the database.
watch-forged-over = Watchman: over. Every row of a member is as the bot wrote it.
watch-unhandled = Watchman: what people wrote is stored but not handled: { $count } ({ $names }). Since: { $since }. They may be asking for help. Nothing is lost. Look into the log and restart the bot.
watch-unhandled-over = Watchman: over. What people write is handled again.
watch-unsent = Watchman: what calls lawyers and coordinators has not left: { $count } ({ $names }). Since: { $since }. If Telegram is down, ring the people on duty.
watch-unsent-over = Watchman: over. What calls lawyers and coordinators has left.
watch-unshown = Watchman: what asks lawyers or coordinators could not be shown, and was given up: { $names } (in all: { $count }). Others are asked in their place. Please tell a coordinator now: /case CODE, and ring. Then report it: the log has the reason.
watch-unshown-over = Watchman: over. Nothing that asks lawyers or coordinators is given up any more.
watch-leased = Watchman: sends that neither ended nor failed: { $count } ({ $names }). Since: { $since }. A defect: restart the bot, which repeats them, and report it.
watch-leased-over = Watchman: over. No send hangs any more.
watch-overdue = Watchman: timers that are due and do not run: { $count } ({ $names }). Since: { $since }. Reminders and escalations stand still. Look into the log and restart the bot.
watch-overdue-over = Watchman: over. The timers run again.
watch-unfetched = Watchman: Telegram has updates for us and we fetch none. Waiting: { $names }. Since: { $since }. People may be writing and nobody hears them. Look into the log and restart the bot.
watch-unfetched-over = Watchman: over. What people write is fetched again.
watch-digest = Watchman: the digest did not go out. Day: { $names }. What to do: docs/operations.md.
watch-digest-over = Watchman: over. The digest has gone out, or a later one covers its time.
watch-unplanned = Watchman: no digest is planned for the next two days. Restart the bot: a start plans it.
watch-unplanned-over = Watchman: over. The next digest is planned.
watch-heartbeat = Watchman: our heartbeat does not reach the dead-man service: { $names }. Since: { $since }. The bot itself works; that service will take it for dead.
watch-heartbeat-over = Watchman: over. For a day our heartbeat has reached the dead-man service.
