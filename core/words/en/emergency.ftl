# Something of ours is in other hands.

silence-now = We cannot answer you here at the moment. If you need help, call us:
silence-now-no-number = We cannot answer you here at the moment. If it is urgent, seek help in another way.
silence-over = We can answer here again. Some of what follows was written earlier and may be old.
silence-administrator = Silence since { $time }: nothing leaves. "dabyl emergency resume" ends it.
member-phone = The phone of { $name } is in other hands. The membership is ended, the chat is emptied, and nothing is sent there. { $held ->
    [0] They held no case.
   *[other] Cases that they held: { $codes }. They are offered to others now. Call the people in them, and decide who must be warned.
}
successor-told = If this bot falls silent, another one of ours writes to you: @{ $name }. Open it now, press Start there, then press here.
button-successor-known = I have opened it
successor-known = Thank you. Keep @{ $name } in your chats.
successor-unknown = Members who have not confirmed that they know the second bot: { $names }. Call them.
successor-all-know = Every member has confirmed that they know the second bot.
successor-line = If this bot is silent: @{ $name }
successor-here = This bot writes to you from now on, in place of the other one. Believe nothing that still comes from there.
operator-successor = The second bot is not ready: { $error }. dabyl check says more; docs/run/security.md says how it is kept warm.
