# Дежурства. duty-typed-… – как люди пишут дни и часы; через запятую, любыми буквами.

duty-typed-mon = пн, понедельник, понедельника, понедельникам
duty-typed-tue = вт, вторник, вторника, вторникам
duty-typed-wed = ср, среда, среды, среду, средам
duty-typed-thu = чт, четверг, четверга, четвергам
duty-typed-fri = пт, пятница, пятницы, пятницу, пятницам
duty-typed-sat = сб, суббота, субботы, субботу, субботам
duty-typed-sun = вс, воскресенье, воскресенья, воскресеньям
duty-typed-weekdays = будни, по будням, будням
duty-typed-weekend = выходные, по выходным, выходным
duty-typed-daily = ежедневно, каждый день, каждую ночь
duty-typed-around = круглосуточно, сутки, весь день
duty-typed-today = сегодня
duty-typed-tomorrow = завтра
duty-typed-instead = вместо, за
duty-typed-replaced = заменит, заменяет
duty-typed-not = не, нет, кроме, без
duty-typed-noise = с, и, в, по, часов, часа, до
