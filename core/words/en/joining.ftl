# Joining the roster and leaving it. "Advocate": may defend in criminal proceedings; "legal consultant": may not.

invitation-passed-on = { $organisation } invites you to work with its bot for lawyers. Open the link in Telegram on the phone you work with, or point its camera at the picture. It works once, until { $time }.
invitation-word = { $organisation } invites you to work with its bot for lawyers. On the phone you work with open the link below in { $messenger }, or point its camera at the picture, and send there the last line, as it is. It works once, until { $time }.
invitation-open = ✉️ Invitation for: { $note }. It works once, until { $time }. Pass on the picture or the link to this one person; whoever opens it answers a short form, and you decide.
invitation-for-anybody = not named
invitation-opened = ✉️ Invitation for: { $note }. It was opened; the form is being answered. Time until { $time }.
invitation-asked = ✉️ Invitation for: { $note }. The form is answered; a coordinator decides.
invitation-approved = ✅ Invitation for: { $note }. { $by } approved.
invitation-refused = Invitation for: { $note }. { $by } refused.
invitation-withdrawn = Invitation for: { $note }. Withdrawn; the link leads nowhere.
invitation-expired = Invitation for: { $note }. The time is over; the link leads nowhere.
invitation-many = { $count } of your invitations are open already. Withdraw one, or wait.
invitation-gone = This invitation does not hold any more. Ask whoever gave it to you for a new one.
invitation-member = You are on the roster already. This link is for somebody new; it still works for them.
invitation-member-used = You are on the roster already.
invitation-suspended = Your membership has ended. Ask a coordinator to invite you again; this link is for somebody else.
invitation-settled = This is settled already.
invitation-leaked = ⚠️ The link of your invitation (for: { $note }) was opened from a second chat, too. It was not let in. Ask whom you invited whether the link went on; the form shows who answers.
button-withdraw = Withdraw

joining-hello = { $organisation } invites you to the roster of its lawyers. Six short questions; coordinators read the answers, other lawyers do not.
joining-name = What is your name?
joining-name-help = Given name and family name, as colleagues know you.
joining-name-short = Name
joining-name-required = Colleagues need a name.
joining-name-wrong = Please write a name, up to 100 characters.
joining-cities = In which cities can you come?
joining-cities-help = Write one or several, with commas between.
joining-cities-short = Cities
joining-cities-required = Without a city nobody would ask you.
joining-cities-none = Please write at least one city.
joining-cities-unknown = I do not know this: { $said }. { $close ->
    [no] Please write all cities again.
   *[other] Perhaps: { $close }? Please write all cities again.
}
joining-languages = In which languages do you work?
joining-languages-short = Languages
joining-languages-kk = Kazakh
joining-languages-ru = Russian
joining-languages-en = English
joining-calling = Are you an advocate or a legal consultant?
joining-calling-short = Status
joining-calling-advocate = Advocate
joining-calling-consultant = Legal consultant
joining-calling-required = Please choose one of the two: it decides which cases you are asked about.
joining-specialities = What do you know best?
joining-specialities-short = Specialities
joining-specialities-administrative = Administrative cases
joining-specialities-criminal = Criminal cases
joining-specialities-minors = Minors
joining-specialities-torture = Torture
joining-specialities-migration = Migration
joining-specialities-journalists = Journalists
joining-contact = On which number can coordinators call you?
joining-contact-help = Share it, or write it.
joining-contact-short = Phone
joining-contact-required = Without a number nobody can wake you.
joining-contact-wrong = This is no phone number. Please share it, or write it like +7 700 000 00 01.
joining-press = Please choose, or write what you choose.
joining-review = This goes to the coordinators:
joining-asked = Thank you. A coordinator looks at it; you hear of it here.
joining-cancelled = It is deleted. The invitation works in this chat until { $time }.
joining-left = The form is not finished. You can go on until { $time }.
button-continue-joining = Go on with the form
joining-not-taken = Thank you for your answers. You were not put on the roster now. If that surprises you, ask whoever invited you.
joining-timed-out = Your invitation to the roster has expired, and your answers are deleted. Ask for a new one.

joining-head = 👤 Somebody asks to join the roster as a lawyer:
joining-own-number = The number is that of this Telegram account.
joining-typed-number = The number was typed: call it before you approve.
joining-invited-by = Invited by { $by }, { $time }
joining-invited-as = Invited as: { $note }
joining-was-member = Was on the roster as { $name } until { $time }.
joining-other-chat = This is another chat than that of { $name }. Call them.
joining-other-number = Another number than in the invitation ({ $number }).
joining-leaked = A second chat tried this link.
joining-hidden = This chat was hidden since: somebody else may have the phone. Call them.
joining-same-number = { $name } on the roster has the same number.
joining-same-name = { $name } is on the roster already.
joining-maker-gone = Whoever invited them is no coordinator any more.
button-approve = Approve: on the roster, on duty
button-refuse = Refuse
joining-approved = ✅ { $name } is on the roster now ({ $by } approved).
joining-refused = { $name } was not put on the roster ({ $by } refused).
joining-withdrawn = An invitation was withdrawn.
joining-expired = Nobody decided about an invitation in time; it is over.

example-head = 🔔 EXAMPLE. Nobody is held. This is how an alert looks and sounds:
example-after = Did you hear it? If not, switch on the sound of this chat. The first who accepts has the case. Try it: nothing happens, it is explained.
example-take = Example: now the case would be yours. You would read everything, the reporter would learn that a lawyer is there, and within 30 minutes you would say what you have done.
example-decline = Example: the next lawyer would be asked at once. That is better than no answer.
button-example = How an alert looks and sounds

members-head = Roster: { $active } active, { $suspended } ended. Choose a number.
members-none = Nobody on the roster is called “{ $code }”. Everybody: /members
members-lawyer = lawyer
members-coordinator = coordinator
members-administrator = administrator
members-suspended = ended
members-unreachable = cannot be reached
members-on-duty = on duty
button-members = ◀ Roster
button-suspend = End the membership
button-keep-member = Keep
button-reinvite = Invite again
suspend-sure = End the membership of { $name }? At once nothing is shown to them any more. { $held ->
    [0] They hold no case.
    [one] One case is offered to the others.
   *[other] { $held } cases are offered to the others.
}
suspend-done = The membership of { $name } has ended. { $held ->
    [0] They held no case.
    [one] One case is offered to the others.
   *[other] { $held } cases are offered to the others.
}
member-suspended = { $by } has ended the membership of { $name }. { $held ->
    [0] No case was theirs.
    [one] One case is offered to the others.
   *[other] { $held } cases are offered to the others.
}
member-left = { $name } has left the roster. { $held ->
    [0] No case was theirs.
    [one] One case is offered to the others.
   *[other] { $held } cases are offered to the others.
}
member-gone-duty = They were to be on duty: { $times }. Who comes instead: /duty
operator-suspended = A coordinator has ended the membership of { $id }. If you did not expect it, call the coordinators.
leave-sure = Leave the roster? { $held ->
    [0] You hold no case.
    [one] Your case is offered to the others at once.
   *[other] Your { $held } cases are offered to the others at once.
} Whoever wants you back sends a new invitation.
leave-done = You have left the roster. Thank you for your work. To report a detention, just write here.
leave-stayed = You stay on the roster.
leave-last = You are the only coordinator. Ask an administrator to name another one first.
button-leave = Leave
button-stay = Stay

roster-how = On the roster: lawyers { $lawyer }, coordinators { $coordinator }, administrators { $administrator }; ended { $suspended }, cannot be reached { $away }.
    Send the roster as a file within ten minutes: CSV or XLSX, the columns as in the export. I show what would change before it does.
button-roster-export = Export
roster-reading = I am reading the file. Its message goes from this chat.
roster-not-yours = The roster is changed by administrators only. Your message goes from this chat; nothing was read.
roster-type = Please send it as a file: CSV or XLSX.
roster-big = The file is too big: { $megabytes } MB at most. Nothing was changed.
roster-gone = Telegram does not give the file any more. Please send it again.
roster-preview = The file: { $added } new, { $changed } changed, { $unchanged } unchanged. { $missing } who are not in it stay as they are.
roster-nothing = There is nothing to do.
roster-no-coordinator = ⚠️ After it nobody would be a coordinator.
roster-more = … and { $count } more
roster-bad = Mistakes in the file: { $count }. Nothing was changed.
roster-line = line { $line }
button-roster-do = Do it
button-roster-leave = Leave it as it is
roster-done = Done: { $people } people of the file, { $added } of them new. Nobody can be reached who has not pressed start in this bot's chat.
roster-left = Nothing was changed.
roster-stale = The roster has changed meanwhile. Here is what the file would do now.
roster-file-gone = This file is not waiting any more. Please send it again: /roster
roster-exported = The roster. It holds names and numbers: save it in a safe place. In an hour it goes from this chat.
roster-column-telegram_id = id
roster-column-role = role
roster-column-name = name
roster-column-languages = languages
roster-column-cities = cities
roster-column-on_duty = on duty
roster-column-phone = phone
roster-column-escalation = escalation list
roster-column-specialities = specialities
roster-column-calling = status
roster-column-suspension = membership begins again
roster-wrong-telegram_id = expected the number that /id tells, digits only
roster-wrong-twice = each person once
roster-wrong-role = expected lawyer, coordinator or administrator
roster-wrong-name = a name of at most 100 characters, without ;
roster-wrong-languages = expected some of kk ru en, with spaces between
roster-wrong-cities = expected places of the country, with ; between; this one is not known
roster-wrong-cities-none = a lawyer needs at least one
roster-wrong-on_duty = expected yes or no
roster-wrong-escalation = expected yes or no
roster-wrong-phone = expected a number with the country's code, such as +7 700 000 00 01
roster-wrong-phone-none = whoever is on the escalation list needs one
roster-wrong-specialities = administrative, criminal, minors, torture, migration, journalists
roster-wrong-calling = advocate, consultant, or nothing
roster-wrong-cells = as many cells as the header has
roster-wrong-header = these columns, as in the export: telegram_id, role, name, languages, cities, on_duty, phone, escalation
roster-wrong-nobody = at least one person
roster-wrong-file = a table that opens: CSV or XLSX
roster-wrong-old-sheet = no old or locked spreadsheet: save it as XLSX, without a password
roster-wrong-big = a smaller file
roster-wrong-many = fewer people: put the rest into a second file
