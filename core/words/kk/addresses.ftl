# Екі мекенжайы бар мүшелер. $first, $other және $messenger – мессенджер аттары, мысалы Signal.

addresses-one = Сізден { $first } арқылы сұралады. Екінші мессенджер қоссаңыз, { $first } шақыруды жеткізбесе, бірден сол жерде сұралады.
addresses-two = Алдымен { $first } арқылы сұралады. Ол шақыруды жеткізбесе, бірден { $other } арқылы. Екі чатта да жұмыс істей аласыз.
addresses-changed-there = Қайсысы бірінші екенін { $first } чатында таңдайсыз.
button-address-add = Басқа мессенджер қосу
button-address-first = Алдымен { $other }
button-address-remove = { $other } мессенджерін алып тастау
address-word = Төмендегі сөзді { $minutes } минут ішінде ботқа басқа мессенджерден жіберіңіз. Содан кейін осында оралып, растаңыз.
address-number = Сіздің саныңыз: { $number }. Оны сөзді алған чатыңызда растаңыз.
address-asked = Біреу сіздің сөзіңізді { $messenger } арқылы жіберді. Сол экранда { $number } саны тұр ма? Онда бұл – сіз.
button-address-yes = Иә, { $number } – менікі
button-address-no = Бұл мен емес
address-added = { $other } қосылды. Бұрынғыдай алдымен осы жерде сұралады.
address-here = { $organisation } енді сізді осы чатта да таниды. Не істеуге болатынын /help көрсетеді.
address-not = Қосылмады. Сөз енді жарамсыз.
address-same = Бұл чат та { $messenger } мессенджерінде. Сөзді басқа мессенджерден жіберіңіз.
address-gone = Бұл сөз енді жарамсыз. Жаңасы: бірінші чатыңызда /addresses.
address-taken = Бұл чат тізімде бар.
address-removed = { $other } алып тасталды. Онда көрсетілгендер өшіріледі.
address-told = { $name }: { $other } арқылы да хабарласуға болады.
address-told-removed = { $name }: { $other } арқылы енді хабарласуға болмайды.
members-reached = Қайдан табуға болады: { $names }
timer-word-over = Басқа мекенжайға арналған сөзді ұмыту
receipt-delivered = жеткізілді { $time }
receipt-read = оқылды { $time }
receipt-none = жеткізілмеді
