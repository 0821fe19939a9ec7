# The engine's own words: controls, what was noted, what went wrong, how values are said.

form-back = ← Back
form-skip = Skip
form-more = Another city…
form-ask-me = Ask me
form-listening = Write whatever you can, in any way: a person will read your words.
form-cancel = Cancel
form-done = Done ✓
form-none = None of these
form-confirm = All correct ✓
form-left = Questions left: { $left }
form-share-place = 📍 Send my location
form-share-place-text = Send your location from this phone, or type the city.
form-share-contact = Send my number
form-share-contact-text = Send your number from this phone, or type a number.

# What people type instead of pressing, separated by commas; not shown.
typed-back = back, go back, previous
typed-skip = skip, next, pass
typed-cancel = cancel, stop, abort, quit
typed-done = done, ready, that's all, that is all
typed-yes = yes, yeah, yep, y, sure, of course, yes please, yes sure, yes of course, yes you may, yes you can, yes write, yes write to me, yes please write
typed-ok = ok, okay, correct, right, all correct
typed-no = no, nope, n, none, nobody, nothing, none of these
typed-unknown = i don't know, i do not know, don't know, dont know, dunno, unknown, not sure, no idea

note-understood = Noted: { $what }.
note-destination = Noted that they are being taken to: { $what }.
form-missing = Not told yet: { $what }
form-unfinished = Not finished: it is kept until { $time }, and nothing else is done with it.
note-kept = Noted in your own words.
note-file = The file is kept. Only whoever takes the case will see it. Please no pictures in which other people's faces can be seen.
note-voice = Your voice message is kept. The lawyer who takes the case will hear it, and a coordinator if needed.
note-unread = A coordinator looks into it first; lawyers come next. If you can, write what happened and in which city.
note-forwarded = Kept as forwarded, with its own date.
note-own-words = We do not contact lawyers because of a forwarded message. If somebody is held now, write it in your own words: who and where.
note-long = A long message: all of it is kept.
note-invisible = There were invisible characters in the text. It is kept as it is and was read without them.
note-many = A long list: all of it is kept. Please check below that every name was counted.
note-contact-other = This is another person's number, and noted as such.
note-place-outside = This is outside the country where we work. It is noted; a coordinator will see who can help.

problem-empty = The message is empty. Write what happened, or the answer to the question, in words.
problem-signs = We could not read any words. The signs are kept. Please write in words.
problem-sticker = A sticker cannot be read. Write in words, or send a voice message or a photo.
problem-kind = This kind of message cannot be read. Write in words, or send a voice message or a photo.
call-not-taken = A call cannot be taken here. Write what happened, or send a voice message.
problem-command = There is no such command. There are /back, /skip and /cancel. You can simply write in words.
problem-number = Write the number of an answer, from 1 to { $options }, or use your own words.
problem-first = This is the first question, there is nothing before it.
problem-button = That did not work. Here is the question that you can answer now.
problem-button-old = That is from an earlier conversation. Nothing has changed; this is what is asked now.
problem-place-close = Is it one of these?
problem-moment-future = That is in the future. When was it?
problem-moment-impossible = There is no such day in the calendar. Please write the date again, for example 18.09.
problem-appointment-passed = That time has passed. For which day and hour are they called?
problem-moment-old = That is very long ago. Please correct the date, or skip the question if it really was then.
problem-phone = This does not look like a number. Write it with its code, for example +7 701 123 45 67, or skip.
problem-contact-empty = There is no number in this contact. Write the number in digits, or skip.
problem-file-big = The file is over { $megabytes } MB: it stays in the chat, but we cannot fetch it. Please send it shorter or in parts, or keep it and give it to the lawyer.
file-too-big = { problem-file-big }
file-too-much = We already keep { $megabytes } MB from this chat, so this file stays in the chat and is not copied. Please keep it yourself and give it to the lawyer. You can go on writing as before.

value-none = none
value-unknown = not known
value-skipped = —
value-words = in your own words
value-names = { $names ->
    [one] { $names } name
   *[other] { $names } names
}
value-count = { $named ->
    [0] {""}
   *[other] {"in all "}
}{ $kind ->
    [at_least] { $count ->
        [one] at least { $count } person
       *[other] at least { $count } people
    }
    [about] { $count ->
        [one] about { $count } person
       *[other] about { $count } people
    }
   *[exact] { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
}
value-several = several people
value-withheld = not named
value-place-unknown = not known where
value-place-outside = outside the country
value-place-point = { $place }, a point on the map
value-moment-minute = { $day }, { $time }
value-moment-hour = { $day }, about { $time }
value-moment-part = { $day }, { $part ->
    [night] night
    [morning] morning
    [afternoon] afternoon
   *[evening] evening
}
value-contact = a number ending in { $last }
value-files = { $files ->
    [one] { $files } file
   *[other] { $files } files
}

# Where nothing can be pressed: a number or words are typed.
choices-gone = That is not possible any more. Nothing has changed.
choices-none = Nothing here has the number { $number }. There are: { $numbers }. Nothing has changed.
choices-which = That stands for several things. Write the number: { $numbers }.
labels-which = Several messages have that. Reply to the right one with the same words.
labels-which-case = Which one: { $codes }? Write the same words with its code behind them, or reply to its message.
labels-nothing-offered = Nothing is offered to you now, so nothing was taken. /cases shows what is yours.
choices-share-location = The location: with the paper clip, if your phone can.
choices-share-contact = The number with its code, for example +7 701 123 45 67.
