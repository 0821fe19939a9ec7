# Everyday words, and what is answered: everyday-<intent>. stands-… says how a report stands.

everyday-hello = Hello. If somebody has been detained, is not let out or cannot be found, write who, where and when: a few words are enough.
everyday-who = This is a bot of { $organisation }. It passes reports of detentions on to lawyers on duty; it is not the state and not the police.
everyday-free = Writing here costs nothing, and neither does our asking of lawyers. Before anything costs money, the lawyer will tell you; just ask.
everyday-safe = You can write here, but it is not hidden from everybody. This bot belongs to { $organisation }, not to the police. { seen-by } Whoever searches your phone reads what stands here: /hide removes what was written in the last two days, older words please delete yourself.
everyday-safe-sealed = You can write here, but it is not hidden from everybody. This bot belongs to { $organisation }, not to the police. { seen-by-sealed } Whoever searches your phone reads what stands here: /hide removes what we wrote in the last day, the rest please delete yourself.
everyday-police = No. This bot belongs to { $organisation }, not to the police. Names and phone numbers are seen only by the lawyer who takes the case, and by a coordinator if needed; Telegram itself can see this chat.
everyday-police-sealed = No. This bot belongs to { $organisation }, not to the police. Names and phone numbers are seen only by the lawyer who takes the case, and by a coordinator if needed; the messenger itself cannot read this chat.
everyday-robot = Yes, a program answers here. What you report is read by people: coordinators and lawyers.
everyday-person = A program answers here. A coordinator is told that you want a person, and reads what you write. If somebody is detained, write who and where: then lawyers are asked at once.
everyday-advice = What to do in your case only a lawyer can say. Always true: one may ask for a lawyer at once, nobody has to testify against themselves or close relatives, and nothing should be signed unread.
everyday-wrong = That is all right. If you have reported something, it stays as it is; to call it off, write /cancel.
everyday-fear = That is frightening. Nobody is rung about what has not happened yet, but a coordinator will read your words. If it begins, write at once what happens and where: then lawyers are asked.
everyday-fear-told = That is frightening. Your words are kept with your report: whoever works on it reads them. This is how it stands now.
everyday-thanks = Thank you for writing. If anything new happens, just write here.
everyday-status = This is how it stands now.
everyday-code = The code is in the message by which we confirmed your report here. We do not repeat it, since others may look at this phone; in this chat you need none: just write.
everyday-howlong = We cannot say how long it takes; it depends on who is free. This is how it stands now.
everyday-nobody = We are sorry that you have to wait. A coordinator is told that nobody has come or called. This is how it stands now.
everyday-delete = A coordinator is told that you want this deleted, and decides it with whoever works on it. The bot itself can clear this chat at once: /hide. After that it writes nothing more here.
everyday-where = We cannot look up where somebody is held. A coordinator is told that you ask. If somebody was taken or cannot be found, write who, and where and when last seen.
everyday-spam = This chat is for people who have been detained, and for those close to them.
everyday-language = We do not read this language. A coordinator is told, and will look for somebody who does. If you can, write in Kazakh, Russian or English: who is held, and in which city.

stands-nothing = You have no report here. If somebody is held, write who and in which city.
stands-draft = Lawyers have not been asked yet: for this we need what is happening and in which city.
stands-seen = Your report is with the coordinators. Lawyers have not been asked.
stands-asked = { $count ->
    [0] No lawyer has been asked yet; the coordinators can see your report.
    [one] Nobody has taken it yet; { $count } lawyer has been asked.
   *[other] Nobody has taken it yet; { $count } lawyers have been asked.
}
stands-coordinator = { $count ->
    [0] Nobody has taken it yet and there is no lawyer to ask; a coordinator has it since { $time }.
    [one] Nobody has taken it yet; { $count } lawyer was asked, a coordinator has it since { $time }.
   *[other] Nobody has taken it yet; { $count } lawyers were asked, a coordinator has it since { $time }.
}
stands-over = You told us that it is over; a coordinator checks this before anybody else is asked.
stands-look = We look again at { $time }.
stands-nobody = Nobody could be reached yet; the administrators have been told. Please ring as well.
stands-accepted = { $stage ->
    [at-station] The lawyer who has your report is at the station (since { $time }).
    [on-my-way] The lawyer who has your report is on the way (since { $time }).
   *[none] A lawyer has taken your report ({ $time }).
}
stands-found = { $several ->
    [0] The person of your report was found: { $where }. That can change.
   *[other] Somebody of your report was found: { $where }. That can change.
}
stands-closed = Your report is closed: { $how } ({ $time }). If something new happens, write here.
