# Біреу адамның қайда екенін сұрайды. Аты белгілі болса да, болмаса да жауап бірдей.

lookup-answer = Адамның қайда екенін бот ешкімге айта алмайды: адамдарды осылай қорғаймыз. Сізге үйлестіруші қоңырау шалады.
lookup-who = Ол адамның аты-жөні қалай?
lookup-who-help = Білетініңізше аты мен тегін жазыңыз.
lookup-who-short = Аты-жөні
lookup-place = Ол адам соңғы рет қай қалада болды?
lookup-place-help = Қаланы таңдаңыз не жазыңыз.
lookup-place-short = Қала
lookup-place-unknown = Білмеймін
lookup-contact = Сізге қай нөмірге қоңырау шалайық?
lookup-contact-help = Жазыңыз не жіберіңіз; оны тек үйлестірушілер көреді.
lookup-contact-short = Қоңырау шалатын нөмір
lookup-contact-no = Нөмір жоқ
lookup-review = Сұрағыңыз үйлестірушіде.
lookup-noted = Сұрағыңыз үйлестірушіде, мүмкін болғанда қоңырау шалады. Адамды алып кетсе не одан хабар болмаса, күтпеңіз: осында хабарлаңыз.
lookup-noted-without-number = Сұрағыңыз үйлестірушіде. Нөмірсіз қоңырау шала алмаймыз: оны әлі де осында жаза аласыз. Адамды алып кетсе не одан хабар болмаса, күтпеңіз: осында хабарлаңыз.
lookup-cancelled = Өшірілді. Ешкім қоңырау шалмайды.
lookup-gone = Алып кетті не хабар жоқ
lookup-none = Сіздің ашық сұрағыңыз жоқ.
lookup-made-report = Үйлестіруші сұрағыңыз бойынша хабарлама ашты. Кодыңыз: { $code }. Онымен кез келген телефоннан оралуға болады.

lookup-head = Біреу адамның қайда екенін сұрайды. Қоңырау шалыңыз, кім сұрағанын білмей тұрып, іс туралы ештеңе айтпаңыз.
lookup-count = { $count ->
    [one] Бір адамнан { $count } есім
   *[other] Бір адамнан { $count } есім
}
lookup-line = • { $names } ({ $place }, { $time } сұралған)
lookup-unnamed = аты айтылмаған
lookup-number = Қоңырау шалыңыз: { $number }
lookup-numberless = Нөмір қалдырмады.
lookup-hidden = Содан кейін бұл чат жасырылды: телефон басқаның қолында болуы мүмкін. Бұл нөмірге қоңырау шалмаңыз.
lookup-candidates = { $count ->
    [one] { $count } ықтимал іс
   *[other] { $count } ықтимал іс
}
lookup-candidate = { $number }: аты { $likeness ->
    [same] сәйкес
   *[maybe] сәйкес болуы мүмкін
}{ $facts }
lookup-fact-place-agrees = , қаласы сол
lookup-fact-place-differs = , қаласы басқа
lookup-fact-day-agrees = , күні сәйкес
lookup-fact-day-differs = , күні басқа
lookup-fact-phone-agrees = , телефоны сол
lookup-fact-phone-differs = , телефоны басқа
lookup-fact-year-agrees = , туған жылы сол
lookup-fact-year-differs = , туған жылы басқа
button-candidate = Ықтимал іс { $number }
button-called-back = Қоңырау шалынды
button-vanished = Хабарлама ашу: { $name }
lookup-reported = Адамның қайда екенін сұраған: енді бұл хабарлама.
lookup-settled = Бұл сұрақ шешіліп қойған.
lookup-called-back = Адамның қайда екенін сұраған. Қоңырау шалған: { $name }.
lookup-more = бұрынырақ тағы { $count }; қоңырау шалсаңыз, олар да шешіледі
operator-no-coordinators-lookup = Біреу адамның қайда екенін сұрайды, бірақ бірде-бір үйлестірушімен байланыс жоқ. Кезекшілер тізімін тексеріп, оларға қоңырау шалыңыз.
