# Two cases that may be about the same people: what coordinators are asked, and who hears of their answer.

alike-none = Nothing to compare at this moment.
alike-head = 🔗 The same case? { $count ->
    [one] { $count } question
   *[other] { $count } questions
}. Nothing is joined by itself.
alike-new = { $number }. New: { $line }
alike-known = Known: { $line }
alike-name = The name { $likeness ->
    [same] agrees
    [maybe] agrees perhaps
   *[none] differs
}
alike-not-compared = There is nothing in both that could be compared.
alike-event = The station, the street or the event agrees; nothing speaks against it.
alike-more = And { $count } more. They come up when these are answered.
button-same-case = { $number }: the same
button-same-case-held = { $number }: the same, still held
button-same-case-over = { $number }: the same, it is over
button-same-case-not = { $number }: not the same
link-done = { $code } is part of { $other } now. Each source keeps its own words.
link-gone = { $code } is part of another case by now: { $see }.
link-answered = This has been answered already.
link-undone = Undone: { $code } is a case of its own again, and { $other } is what it was.
link-not-undone = There is nothing to undo here any more.
link-how = Write both codes, such as: /link 513-742 544-646
link-which = With which case is { $code } perhaps the same? Nothing is joined before you have compared both. One that is not here: /link { $code } and its code.
link-no-other = There is no other open case here. One that is closed: /link { $code } and its code.
button-link = 🔗 The same case?
link-one-case = { $code }: this is one case already.
case-is-stub = This case is part of another: { $see }.

stub-see = see { $code }
stub-linked = { $code }: part of { $other } now.
stub-linked-had = { $code }: part of { $other } now, the same arrest. A coordinator says who keeps it, and may call you.
stub-opened = { $code }: its reports belong to { $other } now. Nothing was copied; what was done here stays in its history.
button-unlink = Undo: source { $number }
button-unlink-all = Undo: { $code }

sources-head = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}, what each says otherwise:
sources-line = { $number }. { $who }, { $time }
source-count = how many: { $count }

ask-two-owners = 👥 Two cases are one now, and each had a lawyer. Please call both: who keeps it?
button-stays = { $name } keeps it
button-passes = { $name } takes it
button-both = Both, { $name } as the second

linking-adds = { $code }: one more source. { $facts ->
    [none] It adds nothing new.
   *[other] New: { $facts }.
} Everything is on the card.
news-found-other = If we wrote to you where the person of your report was found: that was somebody else. Where your person is, we do not know.
linking-parted = { $code }: what one source told does not belong here. It is { $other } again, a case of its own.
linking-new-name = a name or a spelling
linking-new-started = since when
linking-new-place = the place
linking-new-where = where exactly
linking-new-taken = where they were taken
linking-new-contact = a phone
linking-new-count = how many

line-linked-away = its reports were linked to { $why }
line-unlinked = its reports are back from { $why }
line-linked = reports of { $why } were linked to it
line-parted = reports went back to { $why }
offer-perhaps-same = { $held ->
    [yes] Perhaps the same as { $code }, which you have. Nothing is joined by itself.
   *[no] Perhaps the same as { $code }, about which you were asked.
}
button-the-same = The same
button-is-another = Another
link-said-by = { $name } says: { $code } is part of { $other }. It can be undone.
