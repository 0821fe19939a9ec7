# A check-in: somebody goes somewhere, and if they do not write that they are fine, a coordinator looks for them.

checkin-until = By when will you write here that you are fine? If you do not, people of the organisation will look for you. In the end this chat shows only the time and a "✓": choose it when you are fine.
checkin-until-help = Choose, or write a time: 15:00, in 40 minutes.
checkin-until-required = Without a time nobody knows when to look for you.
checkin-until-short = Write by
checkin-until-h1 = In 1 hour
checkin-until-h2 = In 2 hours
checkin-until-h3 = In 3 hours
checkin-place = In which city will you be?
checkin-place-help = Choose a city, type it, or send your location.
checkin-place-short = City
checkin-place-unknown = I do not know yet
checkin-about = Where exactly, with whom, what is it about? It is read only if you do not write.
checkin-about-help = In your own words.
checkin-about-short = What it is about
checkin-contact = Which number shall we ring if you are silent?
checkin-contact-help = Yours, or that of somebody close.
checkin-contact-short = Number to ring
checkin-contact-no = No number
checkin-review = If you have not written ten minutes after the time, a coordinator is told.
checkin-cancelled = It is deleted. Nobody will be told.
checkin-reminder = { $time } reminder
checkin-ended = { $time } ✓
checkin-none = This has ended.
checkin-typed-fine = I am fine, i'm fine, im fine, all fine, all good, i am ok, i'm ok, im ok, i am safe, i'm safe, i am home, i'm home
checkin-typed-longer = one hour more, an hour more, one more hour, +1 hour, +1h, + 1 h, one hour longer
button-checkin = Check on me later
button-fine = ✓
button-longer = +1 h
menu-checkin = Reminder

problem-ahead-passed = That time has passed. Which time is ahead?
problem-ahead-far = That is more than two days ahead. A check-in is for two days at most.
problem-ahead-day = At what hour? For example 15:00.
problem-ahead-impossible = There is no such time. Please write it again, for example 15:00.
