# Duty. duty-typed-… is how people write days and hours; with commas between, in any letters.

duty-typed-mon = mon, monday, mondays
duty-typed-tue = tue, tues, tuesday, tuesdays
duty-typed-wed = wed, wednesday, wednesdays
duty-typed-thu = thu, thur, thurs, thursday, thursdays
duty-typed-fri = fri, friday, fridays
duty-typed-sat = sat, saturday, saturdays
duty-typed-sun = sun, sunday, sundays
duty-typed-weekdays = weekdays
duty-typed-weekend = weekend, weekends
duty-typed-daily = daily, every day, every night
duty-typed-around = around the clock, all day
duty-typed-today = today
duty-typed-tomorrow = tomorrow
duty-typed-instead = instead of, instead, for
duty-typed-replaced = is replaced by, replaced by
duty-typed-not = not, except, without
duty-typed-noise = from, and, at, on, to, the, until, oclock
