# What the command line says. The card of what is in other hands; it is printed too.

emergency-head = In other hands: what to do now
emergency-keep = Keep this sheet where the people on duty find it without the server.
emergency-asked = What has happened? Before anything else, if people are in danger: ring them.
emergency-number = Number
emergency-among = One of 1 to { $count }.
emergency-step = { $number } of { $count }. { $says }
emergency-by-hand = Done? (No: left out)
emergency-by-us = Run it now? (No: left out)
emergency-again = That did not work. Once more? (No: left out)
emergency-told = What was done:
emergency-done = done
emergency-left = LEFT OUT
emergency-unreached = not reached
emergency-later = Whatever is not done can be done later: dabyl emergency card; what this program did: dabyl emergency steps.

emergency-token = The bot's token is known to somebody else
emergency-token-1 = Silence, and no webhook of theirs; then the new token is asked for.
emergency-token-2 = In BotFather: /revoke, choose the bot, give the command the new token. From then on the old one is dead.
emergency-token-3 = Restart the bot with the new token.
emergency-token-4 = Ask by phone whoever reported in the last 24 hours whether they got strange messages.
emergency-token-5 = What waited leaves.

emergency-server = The server is taken, or somebody else was on it
emergency-server-1 = In BotFather, at once, from any phone: /revoke. Nobody can then use the bot, you neither.
emergency-server-2 = Warn by phone the lawyers, then the people in open cases, then the reporters: all is read.
emergency-server-3 = The coordinators leave the digest channel and delete it; open a new one with a new invitation.
emergency-server-4 = On a new server: its key in the file key, dabyl init with the new token, then the newest clean backup.
emergency-server-5 = A new key; the old one may be in other hands.
emergency-server-6 = Before it runs: silence, until you know who is who.
emergency-server-7 = Where the bot itself is lost, and not its token alone: the second bot.
emergency-server-8 = Start it, and let it speak.
emergency-server-9 = Who has not pressed start or confirmed is rung.
emergency-server-10 = What was done when: the organisation's lawyer will need it.

emergency-copy = Only a copy of the database or a backup is taken (and surely not the key)
emergency-copy-1 = Exchange the key: names, phones, words and places in the copy stay unreadable.
emergency-copy-2 = Which keys old backups need, and that everything has the new one.

emergency-phone = A member's phone is taken
emergency-phone-1 = The chat is emptied, the membership ends, their cases are offered to others.
emergency-phone-2 = A coordinator rings the people in those cases, and decides who must be warned.
emergency-phone-3 = When the phone is back: bring the chat back, and the member by an import.

emergency-bot = The bot or its account is gone, and the second one has to take its place
emergency-bot-1 = Stop the bot.
emergency-bot-2 = The second bot writes from now on; everybody has to press start there.
emergency-bot-3 = Start the bot.
emergency-bot-4 = Coordinators ring whoever has not pressed start.

init-token = 1. The bot's token, from @BotFather (is not shown)
init-known = ok    Telegram knows the bot as @{ $name }.
init-organisation = 2. Your organisation's name, as people read it
init-hotline = 3. The hotline people ring when Telegram is down (Enter: none)
init-zone = 4. Your time zone
init-country = { "" }   Your country ({ $known })
init-data = 5. The folder of the data
init-option-wrong = --{ $name } is { $value }: { $mistake }
init-no-terminal = dabyl init asks, and there is no terminal to ask on. Say it with options: { $options }
init-configured = { $path }: there already, kept. Nothing that stands in it is asked.
init-token-kept = The token ({ $source }): there already, kept.
init-key-kept = The key ({ $source }): there already, kept.
init-token-file = --token-file { $path } cannot be read: { $why }
init-not-text = not a text
init-key-missing = { $path } is there, and the key that opens it is not: put it into { $place }, readable by you alone.
init-database-kept = { $path }: there already, kept. After an upgrade: dabyl migrate.
init-made = { $path }: made.
init-written = { $path }: written.
init-kept = { $path }: there already, kept.
init-from = from { $name }
init-left = Left to do:
init-copy-key = Copy { $path } to a place outside this machine: without it nothing can be read again, by anybody.
init-backup = { $command }   The first backup, tried out. Where backup.folder is set, administrators are told from then on when none was made, or tried out, for 30 hours. Take copies to another machine.
init-run = { $command }   It shows a code. Send it to @{ $name } (https://t.me/{ $name }) from your own phone, in a private chat: you are the administrator then.
init-coordinator = The first coordinator presses start and sends /id: { $example }, and { $import }. They invite the lawyers with /invite.
init-channel = Make @{ $name } an administrator of a closed channel: you are asked whether the digest goes there.
init-check = { $command }   until nothing is wrong.
init-not-root = Not as root: { $command }   From here on type as that user (sudo -u dabyl -s), who must be able to enter { $folder }.
init-signal = Later, for those for whom Telegram is not safe: Signal, docs/run/signal.md.
init-no-token = That is no token: expected digits, a colon and the rest, as BotFather wrote it.
init-token-unknown = { $url } does not know this token. Copy it from BotFather again.
init-unreachable = { $url } cannot be reached ({ $why }). Look at the network, then start dabyl init again.
init-half-number = expected a whole number, with the code of the city or the country, such as "+7 727 000 00 00"
expected-zone = expected an IANA time zone such as Asia/Almaty
expected-country = expected one of the countries that the program has: { $known }
expected-line = expected one line of 1 to 80 characters
expected-hotline = expected a phone number such as "+7 727 000 00 00", or "" for none
expected-meant = ; did you mean { $meant }?
init-root = This is root. Better stop here (Ctrl+C) and do it as the bot's own user, in { $home }: { $command }
network-name = its name is not known: is it written right, does DNS work here?
network-certificate = its certificate is not accepted: is the clock of this machine right, does something stand in between?
network-proxy = the proxy does not let us through
network-silent = no answer in time: is the network up, does a firewall stand in between?
network-closed = nothing answers at this address: is it right, is the network up, does a firewall stand in between?
network-broken = the connection broke: once more

# dabyl check. Its marks have at most six letters.
checked-mark-note = note
checked-mark-wrong = wrong
checked-verdict-wrong = { $count ->
    [one] { $count } thing is wrong.
   *[other] { $count } things are wrong.
}
checked-verdict-gaps = Nothing is wrong in what was looked at (see the lines with ?).
checked-verdict-well = Nothing is wrong in what was looked at.
checked-only-file = Only the file was looked at: set { $key } and { $token }, as for dabyl run.
checked-configuration = The configuration is valid.
checked-words = The words by which people are understood are valid.
checked-not-kept = What is read of words and places is not kept beside the program, so each start and command takes seconds longer. As { $who }: { $command }
checked-papers = The templates of { $count } papers can be filled.
checked-no-key = { $name } is not set, so the database was not looked at.
checked-no-token = { $name } is not set, so Telegram was not asked.
checked-no-database = { $why } Until then dabyl run does not start, and no report is heard.
checked-secret-read = { $name }: every user of this machine can read { $place }; chmod o-r it
checked-database = The database opens and can be written: { $place }
checked-copy = { $place } is the database before an upgrade, and nothing is forgotten there: remove it when all is well
checked-hidden = { $who } has hidden the chat, so nothing is sent there: ring them; dabyl roster unhide { $chat }
checked-files-missing = { $count } files that people sent are missing in { $place }, or cut off ({ $named }): restore them from a backup
checked-files-no-folder = { $place } is no folder, so dabyl run would not start: correct storage.files
checked-files-closed = { $place } cannot be written, so no file that people send is kept: { $why }
checked-files-later = The folder of files that people send is made by dabyl run: { $place }
checked-files-writable = The folder of files that people send can be written: { $place }
checked-disk-full = The disk with { $place } is nearly full ({ $free } MB are free): what people write may not be kept
checked-backup-no-folder = backup.folder names { $place }, and there is no such folder: no backup is made. Make it, or correct the name
checked-backup-closed = { $place } cannot be read, so nobody is told when no backup is made: { $why }
checked-backup-none = No backup lies in { $place } yet: dabyl backup --prove makes one
checked-backup-newest = Backups lie in { $place }, the newest of { $at }
checked-law-unsigned = law: { $count } of { $all } rows are unverified ({ $named }): a lawyer reads and signs them in the chat, /law; docs/law/jurisdiction.md
checked-law-signed = A lawyer has signed all { $count } rows of the law.
checked-older = The database is older than the one the bot last wrote: a backup was put back, or dabyl.db-wal is gone. The bot would start, tell the administrators and go on; before that see docs/run/operations.md
checked-parked = { $count } updates are parked because nothing could handle them: dabyl parked
checked-roster = On the roster and not suspended: lawyers { $lawyers }, coordinators { $coordinators }.
checked-roster-no-lawyer = roster: no lawyer can be asked, because none is on it: dabyl roster import
checked-roster-nobody = roster: nobody can be asked, because no lawyer is on duty at any time
checked-roster-off-duty = roster: no lawyer is on duty
checked-roster-no-coordinator = roster: no coordinator is on the roster: nobody hears of what finds no lawyer
checked-roster-no-list = roster: nobody is on the escalation list, but escalation.steps asks it
checked-silence = Silence since { $since }: nothing leaves. dabyl emergency resume ends it.
checked-second-bot = The second bot is there: @{ $name }.
checked-token = Telegram knows the bot as @{ $name }.
checked-token-refused = { $url } does not accept the token in { $name }; ask BotFather for it.
checked-telegram-away = { $url } cannot be reached ({ $why }); look at the network, { $places }.
checked-webhook = Telegram delivers to webhook.url; { $count } updates wait there.
checked-webhook-leaves = Telegram delivers to a webhook; a start takes it away, because webhook.url is empty.
checked-webhook-elsewhere = Telegram delivers to another address: the bot sets its own when it starts.
checked-webhook-nowhere = Telegram delivers nowhere: the bot sets its own when it starts.
checked-webhook-no-secret = { $name } is not set, and webhook.url is: dabyl run would not start. openssl rand -hex 32 makes one.
checked-webhook-unasked = The webhook could not be asked about: { $why }
checked-webhook-wrong = { $count } updates wait at Telegram. It says: { $error }: { $means }.
checked-webhook-401 = a proxy before the bot strips the header X-Telegram-Bot-Api-Secret-Token: let it pass on all headers
checked-webhook-403 = the secret that arrives is not DABYL_WEBHOOK_SECRET: restart the bot, which sets its own again
checked-webhook-404 = the proxy does not pass on the end of the path: let it send all below webhook.url to webhook.listen
checked-webhook-405 = the proxy changes the request, or redirects it: webhook.url must lead straight to webhook.listen
checked-webhook-413 = the proxy takes no bodies of this size: allow a megabyte
checked-webhook-415 = the proxy changes the header Content-Type
checked-webhook-502 = the proxy does not reach webhook.listen: does the bot run, and is it the same port?
checked-webhook-503 = the bot could not store what came: look into its log
checked-webhook-504 = the proxy does not reach webhook.listen in time
checked-webhook-moved = the address redirects: webhook.url must lead straight to webhook.listen
checked-webhook-certificate = the certificate of webhook.url is not accepted: it must be whole (the chain) and for this name
checked-webhook-name = the name in webhook.url is not known
checked-webhook-closed = nothing answers at webhook.url: is the port open? Telegram takes 443, 80, 88 and 8443
checked-webhook-unknown = see the log of the proxy
checked-channel = The bot may post in the channel { $channel }.
checked-channel-none = The channel { $channel } does not exist, or the bot is not in it: correct telegram.channel or digest.channels, or make the bot an administrator of the channel.
checked-channel-unasked = The channel { $channel } could not be asked about: { $why }
checked-channel-closed = The bot may not post in the channel { $channel }: make it an administrator who may post messages.
checked-person-away = { $who } cannot be reached: they must press start in their chat with the bot.
checked-person-unasked = { $who } could not be asked about: { $why }
checked-people = { $reached } of { $count } people can be reached.
checked-signal-answers = signal-cli { $version } answers at { $url }.
checked-signal-other = What answers at { $url } is no signal-cli daemon. { $command }
checked-signal-old = Signal refuses old clients sooner or later: renew signal-cli { $version } (docs/run/signal.md).
checked-signal-account = The daemon has the account { $account }.
checked-signal-no-account = The daemon does not have the account { $account }: dabyl signal register, or dabyl signal link.{ $others }
checked-signal-others = { " " }It has { $accounts }.
checked-signal-gone = { $who } is not at Signal any more.
checked-signal-untrusted = { $who } has another phone, or has installed Signal again: nothing is sent there until a coordinator has rung them and trusts it.
checked-signal-people = { $reached } of { $count } people can be reached by Signal.
checked-signal-no-name = Signal: signal.name is empty: people see no name, and Signal asks accounts without one for captchas sooner.
checked-signal-no-link = Signal: signal.link is empty: people begin by the number { $account }, and so know it.
checked-signal-no-attachments = signal.attachments is not set: what people send stays in the daemon's folder for good, unsealed.
checked-signal-closed = { $place }: { $why }; its files cannot be deleted: docs/run/signal.md
checked-signal-unwritable = { $place } cannot be written, so what people send stays there unsealed: docs/run/signal.md
checked-signal-files = What people send can be deleted from { $place }.
checked-signal-left = { $count } files lie in { $place } for more than an hour, unsealed: dabyl status, or delete them.
advice-no-hotline = receipts will carry no number to ring
advice-hotline = { $hotline } is too short or too long to be dialled, and frightened people will dial it
advice-administrators = nobody is told when the bot is in trouble
advice-channel = no digest is posted; coordinators still get their part, and dabyl digest prints it
advice-public = a channel with a name is public, everybody can read it; a closed one has only an id
advice-http = plain http to another machine: the token and everybody's words can be read on the way; use https
advice-files = with PostgreSQL it must name a folder: the files that people send are not copied, they stay with Telegram
advice-name = people are told to trust an organisation without a name
advice-backup = empty: nobody is told when no backup is made; see docs/run/operations.md
advice-heartbeat = not set: nobody is told when the machine or the whole bot is gone; see docs/run/operations.md

# Sheets to print, and what any command says of a file.
sheets-done = { $count } sheets are in { $folder }.{ $bot ->
    [yes] {""}
   *[no] {" "}They have a line for the bot's name: --bot @NAME prints it.
} Read them once before you print them.
file-not-written = { $file } cannot be written: { $reason }

# Mistakes in the configuration.
wrong-in-file = { $count ->
    [one] { $count } mistake
   *[other] { $count } mistakes
} in { $source }:
wrong-in-secrets = { $count ->
    [one] { $count } mistake
   *[other] { $count } mistakes
} in the secrets, which do not stand in { $source }:
wrong-value = { $key } is { $value }: { $expected }
wrong-file = the file
expected-missing = expected, and missing
expected-text = expected text in quotes ""
expected-whole-unquoted = expected a whole number, without quotes
expected-whole = expected a whole number
expected-number-unquoted = expected a number, without quotes
expected-number = expected a number
expected-list = expected a list [ ]
expected-table = expected a table of settings
expected-more = expected more than { $gt }
expected-at-least = expected { $ge } or more
expected-at-most = expected { $le } or less
expected-among = expected { $expected }
expected-count = expected at least { $min_length }
expected-no-setting = no such setting; { $meant }
expected-did-you-mean = did you mean { $meant }?
expected-there-are = there are { $known }
expected-secret-elsewhere = secrets are set as DABYL_TELEGRAM_TOKEN and DABYL_KEY, never in this file
expected-utf-8 = expected UTF-8 text
expected-toml = expected TOML: { $error }
expected-file-unread = cannot be read: { $reason }; make one (dabyl init, dabyl example config) or name it with --config
expected-line-or-none = expected one line of at most 200 characters, or "" for none
expected-api-url = expected a server's address such as https://api.telegram.org, without /bot and token
expected-bot-name = expected the name of a bot, as "@name"
expected-channel = expected @name of a channel, its id such as -1001234567890, or "" for none
expected-weekdays = expected weekdays by name such as "sun" or "mon,thu", or "" for never
expected-clock-time = expected a local time such as "20:00"
expected-hours = expected local times such as "22:00-07:00", or "" for none
expected-storage-url = expected sqlite:///FILE (what is stored must last) or postgresql://USER:PASSWORD@HOST/NAME
expected-ids = expected ids of people, which are positive; /id tells each their own
expected-place = expected an address and a port such as "127.0.0.1:9123", or "" for none
expected-daemon = expected an address on this machine such as "http://127.0.0.1:7583", or "" for none
expected-account = expected a phone number such as "+77001234567", because signal.url is set
expected-public = expected an https address such as "https://bot.example.org", or "" for polling
expected-port = expected port 443, 80, 88 or 8443, or none: Telegram delivers to no other
expected-secret-missing = missing; set { $name }, or { $name }_FILE to the path of a file
expected-token = expected digits, a colon and the rest, from BotFather
expected-webhook-secret = expected 32 to 256 letters, digits, _ and -, made by chance: openssl rand -hex 32
expected-webhook-missing = missing, and webhook.url is set: openssl rand -hex 32
expected-heartbeat = expected the service's address, https://…, or http:// on this machine
expected-single-source = expected one source, found { $named }

# The roster from a file.
file-not-read = { $file } cannot be read: { $reason }
roster-imported = { $added } added, { $changed } brought up to date. Nobody can be reached who has not pressed start in the bot's chat: dabyl check says who that is. A hidden chat stays hidden: dabyl roster unhide.
roster-file-left = { $file } holds names and numbers in plain text: put it in a safe place, or delete it.

# What a step of an emergency has done.
did-put-token = Put its token where { $name } comes from ({ $where }), before the start.
did-token-unwritten = { $where } could not be written: { $why }. Everything else is done. Put its token there by hand, before the start.
did-token-stands = Its token stands in { $where } now.
did-silence-begun = Silence from now on: nothing leaves. dabyl emergency resume ends it.
did-silence-lasts = Silence since { $since } already: nothing leaves. dabyl emergency resume ends it.
did-silence-no-hotline = organisation.hotline is not set: anyone who writes is told no number to ring.
did-silence-over = The silence is over; { $count } messages leave { $runs ->
    [yes] now
   *[no] when the bot starts
}.
did-silence-none = There is no silence.
did-revoke-now = Now, in BotFather: /revoke, choose the bot. Nothing else makes the old token dead.
did-new-token = The new token (not shown)
did-no-new-token = No new token was given, and nothing was written. The silence lasts: run this again, or dabyl emergency resume ends it.
did-not-new-token = That is not a new token of the same bot. Nothing was written; run this again.
did-knows-token = @{ $name } knows the new token.
did-old-token-works = The OLD TOKEN STILL WORKS: /revoke was not done, or for another bot.
did-restart = Restart the bot. It stays silent: dabyl emergency resume ends it.
did-foreign-webhook = Updates went to { $host } by a webhook that is not ours: write it down. It is removed.
did-logged-out = Nobody can use the token for ten minutes.
did-not-logged-out = The server did not log it out.
did-token-dead = The old token is dead already.
did-not-asked = Telegram was not asked ({ $why }); go on with BotFather.
did-token-unknown = Telegram does not know this token. Nothing was written; run this again.
did-shut-out = The membership is ended, and the chat gets nothing more.
did-emptying = The bot empties it now, as far as Telegram lets: that takes some seconds, of a long one minutes.
did-offered = Cases that are offered to others now: { $codes }.
did-no-cases = They held no case.
did-no-coordinator = NO COORDINATOR IS LEFT: nobody is told to ring, nor of what finds no lawyer.
did-coordinators-told = Coordinators are told to ring.
did-no-administrator = NO ADMINISTRATOR IS LEFT: nobody hears of trouble. Restart the bot: its log shows the code by which somebody becomes one.
did-phone-later = An import ends the suspension, dabyl roster unhide opens the chat again.
did-no-bot-runs = No bot runs on this database: messages are deleted, and coordinators told, when it starts.
did-phone-silence = There is silence: coordinators are told when it ends (dabyl emergency resume).
did-nothing = Nothing was done yet.
did-announced = { $count } members are told of @{ $name }, and confirm it by a tap. A day later coordinators get the names of those who have not. Now: dabyl emergency receipts.
did-announced-silence = There is silence: they are told when it ends (dabyl emergency resume).
did-nobody-told = Nobody was told: { $why }.
did-unchanged = Nothing was changed: { $why }.
did-sure = @{ $name } writes from now on, and reaches nobody who has not pressed start there. Sure?
did-must-start = { $members } members and { $reporters } reporters must press start: https://t.me/{ $name }?start=here
