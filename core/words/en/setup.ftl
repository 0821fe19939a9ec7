# The first steps of a bot: its first administrator, and the channel of the digest.

administrator-name = Administrator
administrator-next = You look after this bot from now on. You hear when the machine or the bot is in trouble; of the people who ask for help you see no names and no words, and no case can be opened by you. The code is used up.

  Next: the first coordinator. They press start here and send /id; with /roster you send me a file with their number. They invite the lawyers themselves.
  The digest: make me an administrator of your closed channel, and I ask you whether it goes there.
administrator-code-wrong = This code leads nowhere: it is wrong, older than an hour, used, or there is an administrator already. While there is none, each start of the bot shows a new one on the machine.
administrator-code-member = You are on the roster already, and a person has one place there. The code stays good for somebody else; or your id, { $id }, goes into telegram.administrators in the configuration.
administrator-new = Somebody has become this bot's administrator with the code that it shows on the machine while it has none. Administrators look after the machine and the roster; they see no names of people who ask for help. /members shows them. If it was none of yours, somebody else is on the machine: see "Seized" in docs/run/security.md.

button-channel = The digest goes there
channel-told = I am an administrator of the channel “{ $title }” now; its id is { $id }. Shall the digest be posted there? Who may read it is up to the channel: it should be private. If nobody says so within a day, I leave it.
channel-told-file = I am an administrator of the channel “{ $title }” now; its id is { $id }. Where the digest goes stands in the configuration, and that counts: telegram.channel, and [[digest.channels]] for other languages. If the channel is not there within a day, I leave it.
channel-chosen = From the next one on the digest is posted in “{ $title }”.
channel-gone = I am not in this channel any more.
channel-lost = I am not in the channel “{ $title }” any more, and the digest went there. Until an administrator names another one, it comes to you here.
operator-channel-gone = I am not in the channel “{ $title }” any more, and the digest went there. Until I am told another one, coordinators get it in their chats.
