# Everyday words, and what is answered: everyday-<intent>. stands-… says how a report stands.

everyday-hello = Hello. If somebody has been detained, is not let out or cannot be found, write who, where and when: a few words are enough.
everyday-who = This is a bot of { $organisation }. It passes reports of detentions on to lawyers on duty; it is not the state and not the police.
everyday-free = Writing here costs nothing, and contacting lawyers through us is free too. Before anything costs money, the lawyer will tell you. No money is taken in this chat: if anybody asks for it in our name, tell us here.
everyday-safe = You can write here, also without a name, but not hidden from everybody. We are { $organisation }, not the police: names and numbers are seen only by the lawyer who takes the case, and by a coordinator if needed. Telegram can see this chat, and so can whoever searches your phone: /hide removes the last two days, delete older words yourself.
everyday-safe-sealed = You can write here, also without a name, but not hidden from everybody. We are { $organisation }, not the police: names and numbers are seen only by the lawyer who takes the case, and by a coordinator if needed. The messenger cannot read it, but whoever searches your phone can: /hide removes what we wrote in the last day, delete the rest yourself.
everyday-police = This bot belongs to { $organisation }, not to the police. Names and phone numbers are seen only by the lawyer who takes the case, and by a coordinator if needed; Telegram itself can see this chat.
everyday-police-sealed = This bot belongs to { $organisation }, not to the police. Names and phone numbers are seen only by the lawyer who takes the case, and by a coordinator if needed; the messenger itself cannot read this chat.
everyday-robot = A program answers here. What you report is read by people: coordinators and lawyers.
everyday-person = A program answers here. A coordinator is told that you want a person, and reads what you write. If somebody is detained, write who and where: then we contact lawyers at once.
everyday-advice = { everyday-advice-told } If it begins, write at once what is happening and where.
everyday-advice-told = Only a lawyer can say what to do in your case. { rights-first-minutes }
everyday-wrong = That is all right. If you have reported something, it stays as it is; to call it off, write /cancel.
everyday-fear = That is frightening. We do not call lawyers before something happens, but a coordinator will read your words. If it begins, write at once what happens and where: then we contact lawyers.
everyday-fear-told = That is frightening. Your words are kept with your report: whoever works on it reads them. This is how it stands now.
everyday-thanks = Thank you for writing. If anything new happens, just write here.
everyday-status = This is how it stands now.
everyday-code = It stands in the message by which we confirmed your report; we do not repeat it, since others may look at this phone. In that chat you need no code: just write. If the chat is gone, write who is held and in which city: a coordinator looks for the report.
everyday-howlong = We cannot say how long it takes. This is how it stands now.
everyday-nobody = We are sorry that you have to wait. A coordinator is told that nobody has come or called. This is how it stands now.
everyday-delete = Nothing has been deleted by these words. This chat can be cleared at once: /hide; after that the bot writes nothing more here. What is stored with us is needed by those who work on the case, and the case goes on; a coordinator is told that you want that deleted too, decides it and asks you.
everyday-delete-closed = Nothing has been deleted by these words. This chat can be cleared at once: /hide; after that the bot writes nothing more here. Your case is closed; a coordinator is told that you want what is stored deleted too, decides it and asks you.
everyday-where = We cannot look up where somebody is held. A coordinator is told that you ask. If somebody was taken or cannot be found, write who, and where and when last seen.
everyday-spam = This chat is for people who have been detained, and for those close to them.
everyday-language = We do not read this language. A coordinator is told, and will look for somebody who does. If you can, write in Kazakh, Russian or English: who is held, and in which city.
everyday-reads = Your words are read by the coordinators of { $organisation } and by the lawyer who takes the case; until then lawyers see only what happened and where, no names and none of your words. We are not the police. Nothing is published without permission. Telegram itself can see this chat.
everyday-reads-sealed = Your words are read by the coordinators of { $organisation } and by the lawyer who takes the case; until then lawyers see only what happened and where, no names and none of your words. We are not the police. Nothing is published without permission. The messenger itself cannot read this chat.
everyday-law = For your case a lawyer will say it exactly: how long somebody may be held depends on what they are accused of. If somebody is held now, write who and where.
everyday-anyone = A program answers here, but people read what is written: coordinators and lawyers on duty. Write what happened and where.
everyday-anyone-told = We are here. Your report has been received and kept.
everyday-comes = We do not name lawyers here.
everyday-hearing = Day and hour of a hearing we learn from the lawyer or from you. If it is today or tomorrow, write day, hour and court: then the lawyer is in time.
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
everyday-another = Write here who it is, where and when: we contact lawyers for them too.
everyday-waiting = We are sorry that you have to wait.
everyday-which-lawyer = We do not describe lawyers here. A wish (a woman, a language, another or a second lawyer) we pass on; we cannot promise that there is one.
everyday-stay = You need not go there or wait there for our sake: your own safety comes first. It is enough that we can reach you in this chat.
everyday-whither = Nobody has to go anywhere for our sake: your own safety comes first. Where to go, and when, the lawyer says who finds out where the person is held.
everyday-helps = A lawyer finds out where the person is and what they are accused of, speaks with them, and sees that their rights are kept. A result nobody can promise.
everyday-hours = You can write at any hour: those on duty are told at once.
everyday-charge = What the person is accused of, and why, we learn only through the lawyer.
everyday-papers = Which papers are needed, and where to get them, the lawyer says. At hand it is good to have: full name and date of birth of the person, their identity document or a copy, and which medicines they take.
everyday-outcome = How it will end nobody can say beforehand; what may happen in your case the lawyer says.
everyday-needs = Most useful: who is held, where, since when, by whom, and whether they are hurt or need medicine. What you do not know, leave out.
everyday-languages = You can write in Kazakh, Russian or English; /language chooses the language of our answers.
everyday-next = It goes on like this: we contact lawyers nearby; whoever takes it calls or goes there; if nobody does, coordinators go on looking.
everyday-our-lawyer = Lawyers whom we contact are known to { $organisation }; the police did not send them. If somebody comes in our name and you doubt it, or asks you for money, write here: a coordinator says whether they are from us.
everyday-transfer = Whether and where the person is moved, we learn only through the lawyer. If you hear of it, write at once where to.
everyday-phone = Phones do get taken and looked into; what is allowed there, and whether a code must be given, the lawyer says. If it may happen to yours: /hide clears this chat, and your code opens the report from elsewhere.
everyday-leave = Ask them aloud whether you are detained, and on what grounds. If they do not let you go, write here at once “they do not let me out” and where: then we contact lawyers. What they may do, the lawyer says.
everyday-body = Whether fingerprints, photos or samples must be given, the lawyer says for your case. You may ask on what grounds they are taken; nothing should be signed unread.
everyday-home = Whether they may come and search, and on what paper, only a lawyer can say. You may ask who they are and on what grounds; nothing should be signed unread. If they are at the door, write at once, with the address.
everyday-film = What may be filmed or recorded, and where, the lawyer says. Your own safety comes first: do not come close for a picture. What you have already, you can send here.
everyday-minor = That somebody is under 18 is noted as urgent; write the age, and whether a parent knows. Who has to be there when they are questioned, and how long they may be kept, the lawyer says.
everyday-pregnant = Pregnancy is noted as urgent; write how far it is, if you know. Whether they must let her go, or treat her differently, the lawyer says.
everyday-foreign = We help whatever the citizenship. Whether somebody can be sent out of the country, the lawyer says. We tell no embassy by ourselves: write which country it is, and whether its embassy should know.
everyday-dismissal = Whether it can cost the job or the studies, a lawyer says for the case itself. We by ourselves tell neither work nor school.
everyday-children = If a child is without an adult now, write at once: how old, where, and who of the family could come. Coordinators read it. What the law says of it, the lawyer tells.
everyday-things = What becomes of a car, keys or other things, and how to get them back, the lawyer finds out. Write what it is and where it was left.
everyday-army = Whether he can be handed to the army, the lawyer says. Write his age, and whether he was called up, studies or is ill.
everyday-doctor = Ask for a doctor aloud; if it is urgent, call an ambulance: 103. Whether it is let in, those who hold the person decide. Write what is wrong and which medicine is needed: that is passed on as urgent.
everyday-prayer = Whether prayer, fasting or other food is made possible, is decided where the person is held; the lawyer can ask for it. Write what is needed.
everyday-witness = Whether you have to testify, the lawyer says; it is better to ask first. From us your name goes to nobody but the lawyer who takes the case, and a coordinator if needed. What you saw, you can write here.
everyday-newnumber = Write the new number here; whoever has the case sees it. If you write from another phone, send the code of your report first: then your words come to it.
everyday-support = Thank you. No money is taken in this chat. If you want to help, write here how: a coordinator reads it.
everyday-whyask = Each answer helps the lawyer to find the person sooner. You need not answer: what you do not know or do not want to say, leave out.
everyday-stop = You need not answer anything more; what you have told is kept, and you can go on at any time.
everyday-photo = Photos, videos, voice messages and documents you can send right here. Only the coordinators and the lawyer who takes the case see them. Please no faces of others.
everyday-updates = You can ask here at any time how it stands; the answer comes at once. By ourselves we write only where you have allowed it.
everyday-protest = If you go, write /checkin before: we ask at an hour that you choose whether you are well, and coordinators hear if you do not answer. Have an identity document and a charged phone with you, and tell somebody where you will be. What the law says of it now, a lawyer can tell; whether to go is for you to decide.
everyday-received = What you wrote here has arrived and is kept.
everyday-next-told = Now the lawyer finds out where the person is and what they are accused of, and calls or goes there. What comes of it, we do not know beforehand.
everyday-kept = While a case is open, what you wrote is kept. After it is closed, names and words are deleted in { $released } months if it ended with a release, else in { $others }; files in { $files }. Words that belong to no case: { $drafts } hours after a coordinator has read them. /hide clears this chat at once; to have more deleted, write “delete everything”.
everyday-skip = You may leave out whatever you do not know or do not want to say. A name and a number are not needed, and how many people it is may be a guess. To contact lawyers we need only what happened and in which city.
everyday-fine = We do not pay fines. Whether a fine has to be paid, by whom and until when, the lawyer says. If somebody asks you for money on the spot, write it here.
everyday-fromlawyer = The bot itself sends on no pictures or papers from the lawyer. Whoever has the case decides what can be passed on to you.
everyday-village = The nearest town is enough, or the district or region; a point on the map does as well. The name of the village you can write too.
everyday-daycount = From when the days count, the arrest or the ruling, only a lawyer can say exactly: it stands in the ruling. If you have it, send a picture.
everyday-confide = Better say it to the lawyer yourself when you speak, and do not write it here: whoever searches this phone reads this chat. What else becomes of it, the lawyer says. We print nothing of it.
everyday-code-owner = Whose report it is, and who has its code, we do not say. What you write here is read by those who work on it; we do not show it in the chat of the person who reported it.

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
    [came] The lawyer who has your report came to the station ({ $time }).
    [on-my-way] The lawyer who has your report is on the way (since { $time }).
   *[none] A lawyer has taken your report ({ $time }).
}
stands-refused = They have not been let in yet.
stands-found = { $several ->
    [0] The person of your report was found: { $where }. That can change.
   *[other] Somebody of your report was found: { $where }. That can change.
}
stands-closed = Your report is closed: { $how } ({ $time }). If something new happens, write here.
# What was tapped last is asked again.
slip-asked-again = That is all right. Here is the last question once more; please answer it again.
