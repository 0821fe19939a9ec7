# Practice: the whole way is tried out, and nothing real happens. practice-mark stands above everything that is shown in it.

practice-mark = Practice: nothing real happens.
practice-begins = Do all of it as if it were true: choose, and write only what is asked: a city, a name, a time. Whatever else you write is taken as real. Only members who have agreed are asked, and nothing is kept. It ends by itself after 30 minutes. If something real happens, choose "{ button-practice-real }" or write it: then it is a true report at once.
practice-not-now = Something true is under way in this chat, so practising has to wait. What you write here is real.
practice-none = Nothing is being practised here. What you write is real.
practice-real = The practice is over: from here on it is real.
practice-hidden = The messages of the practice are deleted, and it is over. In truth this chat would stay hidden: nothing more would come here until you come back with your code. In practice it is not hidden.
practice-code = This code opens nothing: it is only practice.
practice-asked = In truth we would be contacting now: { $reached }. { $asked ->
    [0] Nobody is asked in the practice: the bot plays that side.
   *[other] Asked in the practice, because they agreed to it: { $asked }.
}
practice-played = The bot plays this itself: of those who have agreed nobody can be asked now.
practice-no-place = Without a place coordinators would be told now. With a city lawyers are contacted at once.
practice-over-before = The practice is over. Nobody was asked, and nothing of it is kept. What you write now is real.
practice-over =
    The practice is over, and nothing of it is kept. What you write now is real.
    { $seconds } s after you began, this many people would have been asked: { $reached }. Asked in the practice: { $asked }.
    { $who ->
        [member] Somebody took it { $after } s later.
        [bot] The bot took it itself { $after } s later: of those who have agreed nobody can be asked now.
       *[nobody] Nobody took it. In truth others would have been asked next.
    }
button-practice = Practise
button-practice-real = It is real
button-practice-end = End the practice

drill-for-coordinators = Coordinators would read this now; no lawyer is asked yet.
drill-yours = You took it after { $seconds } s. In a true case you would now read names, words and numbers here, and say within 30 minutes what you have done. Thank you.
drill-taken = A colleague took it after { $seconds } s. Thank you.
drill-declined = Noted: you can't. Thank you.
drill-over = It is over. Thank you.
drills-on = You are asked when somebody practises; at night without a sound.
drills-off = You are not asked when somebody practises. If you agree, an offer comes now and then; it begins with "{ practice-mark }" or "{ drill-mark }"
drills-count = Have agreed: { $agreed } of { $members } members.
button-drills-on = I agree
button-drills-off = Not any more
