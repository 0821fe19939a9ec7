# The engine's own words: controls, what was noted, what went wrong, how values are said.

form-back = ← Артқа
form-skip = Өткізіп жіберу
form-more = Басқа қала…
form-ask-me = Менен сұраңыз
form-listening = Не жаза алсаңыз, соны жазыңыз. Сөздеріңізді қазір үйлестіруші көріп отыр.
form-cancel = Бас тарту
form-done = Дайын ✓
form-none = Ешқайсысы емес
form-confirm = Бәрі дұрыс ✓
form-left = Қалған сұрақ: { $left }
form-share-place = 📍 Тұрған жерімді жіберу
form-share-place-text = Төмендегі батырманы басыңыз, телефон тұрған жеріңізді жібереді. Не қаланы жазыңыз.
form-share-contact = Нөмірімді жіберу
form-share-contact-text = Төмендегі батырманы басыңыз, телефон нөміріңізді жібереді. Не нөмірді жазыңыз.

# What people type instead of pressing, separated by commas; not shown.
typed-back = артқа, артка, кері, қайту
typed-skip = өткізіп жіберу, өткізу, өткіз, келесі
typed-cancel = бас тарту, болдырмау, тоқта, тоқтату
typed-done = дайын, болды, бітті
typed-yes = иә, ия, иа, дұрыс, бәрі дұрыс, болады, әрине, жарайды
typed-no = жоқ, болмайды, керек емес, ешкім, ештеңе, ешқайсысы, ешқайсысы емес
typed-unknown = білмеймін, білмеймiн, белгісіз, есімде жоқ, хабарым жоқ

note-understood = Жазылды: { $what }.
note-kept = Өз сөзіңізбен жазылды.
note-file = Файл сақталды. Оны істі алған заңгер ғана көреді. Өтінеміз, басқа адамдардың беті көрінетін сурет жібермеңіз.
note-voice = Дауыстық хабар сақталды. Оны істі алған заңгер ғана тыңдайды.
note-forwarded = Бағытталған хабар ретінде, өз күнімен сақталды.
note-long = Хабар ұзақ, толық сақталды.
note-invisible = Мәтінде көрінбейтін таңбалар болды. Мәтін сол күйінде сақталды, оларсыз оқылды.
note-many = Тізім ұзақ, толық сақталды. Төменнен барлық аты-жөн саналғанын тексеріңіз.
note-contact-other = Бұл басқа адамның нөмірі, солай жазылды.
note-place-outside = Бұл жер біз жұмыс істейтін елден тыс. Жазылды; кім көмектесе алатынын үйлестіруші қарайды.

problem-empty = Хабар бос. Не болғанын немесе сұрақтың жауабын сөзбен жазыңыз.
problem-signs = Мұнда тек таңбалар бар. Олар сақталды, бірақ оқылмайды. Сөзбен жазыңызшы.
problem-sticker = Стикерді оқу мүмкін емес. Сөзбен жазыңыз, дауыс не фото жіберіңіз.
problem-kind = Мұндай хабарды оқу мүмкін емес. Сөзбен жазыңыз, дауыс не фото жіберіңіз.
problem-command = Мұндай бұйрық жоқ. /back, /skip, /cancel бар. Жай сөзбен жазсаңыз да болады.
problem-number = Жауап саны: { $options }. Нөмірін не өз сөзіңізді жазыңыз.
problem-first = Бұл бірінші сұрақ, одан бұрын ештеңе жоқ.
problem-button = Бұл батырма іске қосылмады. Қазір жауап беруге болатын сұрақ мынау.
problem-button-old = Бұл батырма бұрынғы әңгімеден. Ештеңе өзгерген жоқ; қазіргі сұрақ мынау.
problem-place-unknown = Тізімде мұндай қала жоқ. Өз сөзіңізбен жазылды. Ең жақын қаланы не «білмеймін» деп жазыңыз.
problem-place-close = Тізімде мұндай қала жоқ. Мүмкін, осылардың бірі шығар?
problem-moment-future = Бұл уақыт әлі келген жоқ. Қашан болды?
problem-moment-impossible = Күнтізбеде мұндай күн жоқ. Күнін қайта жазыңыз, мысалы 18.09.
problem-moment-old = Бұл өте бұрын болған. Күнін түзетіңіз, ал шынымен сол кезде болса, сұрақты өткізіп жіберіңіз.
problem-phone = Бұл нөмірге ұқсамайды. Кодымен жазыңыз, мысалы +7 701 123 45 67, не өткізіп жіберіңіз.
problem-contact-empty = Бұл контактіде нөмір жоқ. Нөмірді цифрмен жазыңыз не өткізіп жіберіңіз.
problem-file-big = Файл 20 МБ-тан үлкен: ол чатта қалады, бірақ біз ала алмаймыз. Қысқартып не бөліп жіберіңіз.

value-none = жоқ
value-unknown = белгісіз
value-skipped = —
value-words = өз сөзіңізбен
value-names = { $names ->
    [one] { $names } адамның аты
   *[other] { $names } адамның аты
}
value-count = { $kind ->
    [at_least] барлығы кемінде { $count }
    [about] барлығы шамамен { $count }
   *[exact] барлығы { $count }
}
value-several = бірнеше адам
value-withheld = аты аталмады
value-place-unknown = қайда екені белгісіз
value-place-outside = елден тыс
value-place-point = { $place }, картадағы жер
value-moment-minute = { $day }, { $time }
value-moment-hour = { $day }, шамамен { $time }
value-moment-part = { $day }, { $part ->
    [night] түн
    [morning] таң
    [afternoon] күндіз
   *[evening] кеш
}
value-contact = нөмір, соңғы цифрлары { $last }
value-files = { $files ->
    [one] { $files } файл
   *[other] { $files } файл
}
