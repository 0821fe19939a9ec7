# Members with two addresses. $first, $other and $messenger are names of messengers, as in Signal.

addresses-one = You are asked on { $first }. With a second messenger you are asked there as soon as { $first } does not bring an alert.
addresses-two = You are asked on { $first } first. If it does not bring an alert, on { $other } at once. You can work in both chats.
addresses-changed-there = Which one is first you choose in the chat on { $first }.
button-address-add = Add another messenger
button-address-first = { $other } first
button-address-remove = Remove { $other }
address-word = Send the word below to the bot on the other messenger within { $minutes } minutes. Then come back here and confirm.
address-number = Your number: { $number }. Confirm it in the chat in which you got the word.
address-asked = Somebody has sent your word on { $messenger }. Does the number { $number } stand on that screen? Then it is you.
button-address-yes = Yes, { $number } is mine
button-address-no = It is not me
address-added = { $other } is added. You are still asked here first.
address-here = You are known to { $organisation } in this chat too. /help shows what you can do.
address-not = Not added. The word is not valid any more.
address-same = This chat is on { $messenger } too. Send the word from another messenger.
address-gone = This word is not valid any more. A new one: /addresses in your first chat.
address-taken = This chat is on the roster already.
address-removed = { $other } is removed. What was shown there is taken away.
address-told = { $name } is reached on { $other } too.
address-told-removed = { $name } is not reached on { $other } any more.
members-reached = Reached on: { $names }
timer-word-over = Forget the word for another address
receipt-delivered = delivered { $time }
receipt-read = read { $time }
receipt-none = not delivered
