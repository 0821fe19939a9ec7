# Everyday words, and what is answered: everyday-<intent>. stands-… says how a report stands.

everyday-hello = Hello. If somebody has been detained, is not let out or cannot be found, write who, where and when: a few words are enough.
everyday-who = This is a bot of { $organisation }. It passes reports of detentions on to lawyers on duty; it is not the state and not the police.
everyday-free = Writing here costs nothing, and contacting lawyers through us is free too. Before anything costs money, the lawyer will tell you. No money is taken in this chat: if anybody asks for it in our name, tell us here.
everyday-safe = You can write here, but it is not hidden from everybody. This bot belongs to { $organisation }, not to the police. { seen-by } Whoever searches your phone reads what stands here: /hide removes what was written in the last two days, older words please delete yourself. You need not give a name.
everyday-safe-sealed = You can write here, but it is not hidden from everybody. This bot belongs to { $organisation }, not to the police. { seen-by-sealed } Whoever searches your phone reads what stands here: /hide removes what we wrote in the last day, the rest please delete yourself. You need not give a name.
everyday-police = No. This bot belongs to { $organisation }, not to the police. Names and phone numbers are seen only by the lawyer who takes the case, and by a coordinator if needed; Telegram itself can see this chat.
everyday-police-sealed = No. This bot belongs to { $organisation }, not to the police. Names and phone numbers are seen only by the lawyer who takes the case, and by a coordinator if needed; the messenger itself cannot read this chat.
everyday-robot = Yes, a program answers here. What you report is read by people: coordinators and lawyers.
everyday-person = A program answers here. A coordinator is told that you want a person, and reads what you write. If somebody is detained, write who and where: then we contact lawyers at once.
everyday-advice = { everyday-advice-told } If it begins, write at once what is happening and where.
everyday-advice-told = Only a lawyer can say what to do in your case. Always true: you may ask for a lawyer at once, nobody has to testify against themselves or close relatives, and nothing should be signed unread; you may ask who they are and on what grounds.
everyday-wrong = That is all right. If you have reported something, it stays as it is; to call it off, write /cancel.
everyday-fear = That is frightening. We do not call lawyers before something happens, but a coordinator will read your words. If it begins, write at once what happens and where: then we contact lawyers.
everyday-fear-told = That is frightening. Your words are kept with your report: whoever works on it reads them. This is how it stands now.
everyday-thanks = Thank you for writing. If anything new happens, just write here.
everyday-status = This is how it stands now.
everyday-code = The code is in the message by which we confirmed your report here. We do not repeat it, since others may look at this phone; in this chat you need none: just write.
everyday-howlong = We cannot say how long it takes. This is how it stands now.
everyday-nobody = We are sorry that you have to wait. A coordinator is told that nobody has come or called. This is how it stands now.
everyday-delete = Nothing has been deleted by these words. This chat can be cleared at once: /hide; after that the bot writes nothing more here. What is stored with us is needed by those who work on the case, and the case goes on; a coordinator is told that you want that deleted too, decides it and asks you.
everyday-where = We cannot look up where somebody is held. A coordinator is told that you ask. If somebody was taken or cannot be found, write who, and where and when last seen.
everyday-spam = This chat is for people who have been detained, and for those close to them.
everyday-language = We do not read this language. A coordinator is told, and will look for somebody who does. If you can, write in Kazakh, Russian or English: who is held, and in which city.
everyday-reads = Your words are read by the coordinators of { $organisation } and by the lawyer who takes the case; until then lawyers see only what happened and where, no names and none of your words. We are not the police. Nothing is published without permission. Telegram itself can see this chat.
everyday-reads-sealed = Your words are read by the coordinators of { $organisation } and by the lawyer who takes the case; until then lawyers see only what happened and where, no names and none of your words. We are not the police. Nothing is published without permission. The messenger itself cannot read this chat.
everyday-law = How long somebody may be held depends on what they are accused of; for your case a lawyer will say it exactly. If somebody is held now, write who and where.
everyday-anyone = A program answers here, but people read what is written: coordinators and lawyers on duty. Write what happened and where.
everyday-anyone-told = We are here. Your report has been received and kept.
everyday-comes = We do not name lawyers here.
everyday-hearing = If the hearing is today or tomorrow, write day, hour and court: then the lawyer is in time.
everyday-release = We cannot say when somebody is released: those who hold them decide it, or the court.
everyday-condition = How the person is, we can learn only through the lawyer. If they are ill or being beaten, please write just that.
everyday-publish = We publish nothing without permission of the person or the family; you can forbid it at any time, just write "do not publish". Whether you speak about it yourself is for you to decide; better ask the lawyer first: it can help, and it can harm.
everyday-covers = We take reports from all of Kazakhstan. We look for a lawyer where it happened; if nobody is near, we contact lawyers of the regions next to it, and help by phone is possible too. We cannot promise that a lawyer is found. Write what happened and where.
everyday-asked = Only a person can answer this.
everyday-asked-told = A person will answer this.
everyday-where-told = The bot cannot find out by itself where somebody is held; the lawyer and the coordinators do.
everyday-cancel = To call a report off, write /cancel. If lawyers have been contacted already, a coordinator looks at it before anything ends.
everyday-reach = We do not give names or numbers of lawyers here. What you write reaches whoever has the case; if you want to be called, write your number.
everyday-ownlawyer = A lawyer of your own is no problem for us. If you have one, write that here, so that nobody goes for nothing.
everyday-parcel = Whether something can be brought, and what, is decided where the person is held; the lawyer can find it out. If they need medicine, write which.
everyday-visit = Whether you may see or call the person is decided by those who hold them; the lawyer says what is possible.
everyday-attend = Who is let into the courtroom is decided by the court; the lawyer says what to expect. Have your identity document with you.
everyday-interpreter = The lawyer sees to an interpreter. Write which language the person needs.
everyday-complain = Where and how to complain, the lawyer says. Write down now what was done, when and by whom; you can also write it here.
everyday-callus = You need no number: write here, people read it.
everyday-callthem = The bot itself calls nobody; whether the station or the person is called, the lawyer and the coordinators decide.
everyday-callme = If you want to be called, write here the number, and when it suits you: whoever has the case sees it. We cannot promise a call.
everyday-name = You need not give your own name. The name of the person who is held helps to find them.
everyday-number = Your number is noted with us only if you write or share it here; then the lawyer who takes the case sees it, and a coordinator if needed.
everyday-others = About other people, and about what others told us or whether they did, we say nothing here.
everyday-tell = By ourselves we tell neither work nor school, neither relatives nor an embassy, and the police do not get what you wrote. Coordinators read it, and the lawyer who takes the case. If somebody should be told, write whom.
everyday-code-use = With the code you can write about this report from another phone. In this chat you do not need it. Do not show it to strangers.
everyday-correct = Just write it here in your own words: what is new, or how it is right. It is added to your report.
everyday-another = Yes. Write here who it is, where and when: we contact lawyers for them too.
everyday-waiting = We are sorry that you have to wait.
everyday-which-lawyer = We do not describe lawyers here. A wish (a woman, a language, another or a second lawyer) we pass on; we cannot promise that there is one.
everyday-stay = You need not go there or wait there for our sake: your own safety comes first. It is enough that we can reach you in this chat.
everyday-helps = A lawyer finds out where the person is and what they are accused of, speaks with them, and sees that their rights are kept. A result nobody can promise.
everyday-hours = You can write at any hour: those on duty are told at once.
everyday-charge = What the person is accused of, and why, we learn only through the lawyer.
everyday-papers = Which papers are needed, and where to get them, the lawyer says. At hand it is good to have: full name and date of birth of the person, their identity document or a copy, and which medicines they take.
everyday-outcome = How it will end nobody can say beforehand; what may happen in your case the lawyer says.
everyday-needs = Most useful: who is held, where, since when, by whom, and whether they are hurt or need medicine. What you do not know, leave out.
everyday-languages = You can write in Kazakh, Russian or English; /language chooses the language of our answers.
everyday-next = It goes on like this: we contact lawyers nearby; whoever takes it calls or goes there; if nobody does, coordinators go on looking.

asked-news = When anything changes, we write here ourselves.
asked-passed = { $to ->
    [lawyer] Your question has been passed on to the lawyer who has the case.
   *[coordinator] Your question has been passed on to a coordinator.
}{ $answered ->
    [0] { "" }
   *[other] { " " }The answer comes here.
}
asked-owner = ❓ { $code }: the reporter asks something. The words stand on the card.
asked-where-told = You wrote: { $place }.
asked-where-unknown = Until we have checked who is asking, we repeat here only what you told us yourself.
asked-hearing-known = Hearing: { $when }{ $court ->
    [none] .
   *[other] , { $court }.
}
asked-hearing-told = You wrote that the hearing is on { $day }{ $hour ->
    [none] {""}
   *[other] {" "}at { $hour }
}{ $court ->
    [none] .
   *[other] , { $court }.
}
asked-hearing-unknown = Day and hour of a hearing we tell only to somebody whom one of our people has checked; if you know them yourself, please write.

stands-nothing = You have no report here. If somebody is held, write who and in which city.
stands-draft = Lawyers have not been contacted yet: for this we need what is happening and in which city.
stands-seen = Your report is with the coordinators. Lawyers have not been contacted.
stands-asked = { $count ->
    [0] No lawyer has been contacted yet; the coordinators can see your report.
    [one] Nobody has taken it yet; { $count } lawyer has been contacted.
   *[other] Nobody has taken it yet; { $count } lawyers have been contacted.
}
stands-coordinator = { $count ->
    [0] Nobody has taken it yet and there is no lawyer to contact; a coordinator has had it since { $time }.
    [one] Nobody has taken it yet; { $count } lawyer was contacted, a coordinator has had it since { $time }.
   *[other] Nobody has taken it yet; { $count } lawyers were contacted, a coordinator has had it since { $time }.
}
stands-over = You told us that it is over; a coordinator checks this before anybody else is contacted.
stands-look = We look again at { $time }.
stands-nobody = Nobody has answered yet; the administrators know. Please call as well.
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
