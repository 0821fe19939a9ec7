# Somebody asks where a person is. The answer is the same whether the name is known or not.

lookup-answer = The bot can tell nobody where a person is: this is how we protect people. A coordinator will call you back.
lookup-who = What is the person's name?
lookup-who-help = Given name and family name, as far as you know.
lookup-who-short = Name
lookup-place = In which city was the person last?
lookup-place-help = Choose a city, or type it.
lookup-place-short = City
lookup-place-unknown = I do not know
lookup-contact = Which number shall we call back?
lookup-contact-help = Write it or share it; it is read by coordinators only.
lookup-contact-short = Number to call back
lookup-contact-no = No number
lookup-review = A coordinator has your question.
lookup-noted = A coordinator has your question and will call back when they can. If the person was taken, or nobody hears from them, do not wait: say so here.
lookup-noted-without-number = A coordinator has your question. Without a number nobody can call: you can still write one here. If the person was taken, or nobody hears from them, do not wait: say so here.
lookup-cancelled = It is deleted. Nobody will call.
lookup-gone = They were taken or are missing
lookup-none = There is no open question of yours.
lookup-made-report = A coordinator has made a report of your question. Your code: { $code }. With it you can come back from any phone.

lookup-head = Somebody asks where a person is. Please call back, and tell nothing of a case before you know who asks.
lookup-count = { $count ->
    [one] { $count } name from one account
   *[other] { $count } names from one account
}
lookup-line = • { $names } ({ $place }, asked { $time })
lookup-unnamed = no name
lookup-number = To call: { $number }
lookup-numberless = No number was left.
lookup-hidden = This chat was hidden since: somebody else may have the phone. Do not call that number.
lookup-candidates = { $count ->
    [one] { $count } possible case
   *[other] { $count } possible cases
}
lookup-candidate = { $number }: the name { $likeness ->
    [same] agrees
   *[maybe] agrees perhaps
}{ $facts }
lookup-fact-place-agrees = , the city agrees
lookup-fact-place-differs = , another city
lookup-fact-day-agrees = , the day fits
lookup-fact-day-differs = , another day
lookup-fact-phone-agrees = , the phone agrees
lookup-fact-phone-differs = , another phone
lookup-fact-year-agrees = , the year of birth agrees
lookup-fact-year-differs = , another year of birth
button-candidate = Possible case { $number }
button-called-back = Called back
button-vanished = Make it a report: { $name }
lookup-reported = Somebody asked where a person is: it is a report now.
lookup-settled = This question is settled already.
lookup-called-back = Somebody asked where a person is. { $name } has called back.
lookup-more = and { $count } earlier; calling back settles them too
operator-no-coordinators-lookup = Somebody asks where a person is, and no coordinator can be reached. Please check the roster and call them.
