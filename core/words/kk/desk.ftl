sieve-open = Бәрі ашық
sieve-free = Заңгерсіз
sieve-taken = Заңгері бар
sieve-records = Жазбалар
sieve-overdue = Мерзімі өтті
sieve-hearings = Соттар
sieve-hidden = Чат үнсіз
sieve-unverified = ❔ Тексерілмеген
sieve-closed = Жабылғандар
sieve-mine = Менікі
sieve-for-me = Мені күтеді
sieve-refused = Кіргізбейді
sieve-inside = Ішінде
sieve-no-station = Бөлімше белгісіз
sieve-surely-over = мерзімі анық өтті
sieve-perhaps-over = мерзімі өткен болуы мүмкін
sieve-everywhere = Барлық өңір
sieve-which = Қай істерді көрсетейік? Жанында – саны.
sieve-where = Қай өңір? Жанында – ашық істердің саны.
sieve-hearing = сот отырысы { $time }
board-only-free = Заңгерсіз: { $count }
board-only-taken = Заңгері бар: { $count }
board-only-records = Жазбалар: { $count }
board-only-overdue = Заң рұқсат еткеннен артық ұсталғаны: анығы { $surely }, мүмкін { $perhaps }
board-only-hearings = 48 сағат ішінде сот отырысы бар: { $count }
board-only-hidden = Хабарлаған адам чатты жасырған: { $count }
board-only-unverified = ❔ Тексерілмеген: { $count }
board-only-closed = Соңғы 7 күнде жабылған: { $count }
board-only-mine = Сіздікі және сіз ашқандар: { $count }
board-only-for-me = Сізді күтеді: { $count }
board-only-refused = Заңгерді кіргізбей тұр: { $count }
board-only-inside = Заңгер ішінде: { $count }
board-only-no-station = Ұсталған, қайда екенін ешкім айтпаған: { $count }
history-shut = { $code } ісі бойынша не істелді: оқу үшін істі ашыңыз.
age-hours = { $count } сағ
age-days = { $count } күн
sieve-stations = Бөлімшелер бойынша
button-by-stations = 📍 Бөлімшелер бойынша
button-by-open = Барлық ашық істер
board-only-stations = Ұсталғандар: { $count }
places-head = 📍 { $place } ({ $count })
places-unknown = 📍 Қайда екенін ешкім айтпаған ({ $count }):
places-on-the-way = жолда { $count }
places-at-the-door = есік алдында { $count }
places-inside = ішінде { $count }
places-refused = кіргізбейді { $count }
places-called = соңғы қоңырау { $time }: { $answer ->
    [there] сонда
    [denied] ешкім жоқ дейді
    [hung-up] жауап бермеді
   *[later] қайта қоңырау шалуды сұрады
}
places-nobody = Сізге көрінетін істер бойынша ол жерді ешкім атаған жоқ.
typed-who = кім, кімдер, кімді
typed-find = тап, табыңыз, ізде, іздеңіз, қайда
order-urgent = Алдымен ең шұғылы, содан кейін ең ұзақ күткені.
order-longest = Алдымен ең ұзақ күткені.
order-newest = Алдымен жаңалары.
order-soonest = Алдымен ең жақыны.
order-fullest = Алдымен адамы көп бөлімшелер; әрқайсысында алдымен шұғылы.
order-in-sight = Бірінші бетте ең жаңалары мен алғаш жазғандар да бар.
triage-above = ⬆ { $why }
triage-first = ⬆ Алдымен осыны қараңыз: заңгер жетіспейді.
triage-minor = кәмелетке толмаған
triage-injured = жараланған
triage-no-contact = байланыс жоқ
button-assign = Біреуге беру…
assign-choice = { $code } ісін кімге береміз? Он минут бойы тек сол адамды шақырамыз, сосын басқалардан сұраймыз. Алдымен осы өңірдің кезекшілері тұр.
assign-nobody = { $code } ісін беретін ешкім жоқ: тізімдегілердің ешқайсысына хабар жетпейді.
assign-asked = { $code }: { KAZAKH_TO($time) } дейін тек { $name } сұралады. Содан кейін немесе бас тартса, басқалардан сұраймыз.
assign-offer = 🤝 { $name } бұл істі дәл сізден алуыңызды сұрайды, { KAZAKH_TO($time) } дейін. Ала алмасаңыз, соны белгілеңіз: бірден басқалардан сұраймыз.
assign-done = { $code }: { $name } істі алды.
assign-declined = { $code }: { $name } ала алмайды. Енді басқалардан сұраймыз.
assign-declined-paused = { $code }: { $name } ала алмайды. Басқалардан әзірге сұрамаймыз.
assign-unanswered = { $code }: жауап жоқ. Енді басқалардан сұраймыз.
assign-unanswered-paused = { $code }: жауап жоқ. Басқалардан әзірге сұрамаймыз.
line-assigned = үйлестіруші дәл осы адамнан сұрады
button-joke = Қалжың…
button-joke-close = Қалжың деп жабу
button-joke-wipe = Сөздерін біржола өшіру
joke-sure = { $code }: қалжың деп жабамыз ба? Ешбір санға кірмейді, заңгерлердегі карточкалар жоғалады, ал хабарлаған адам сіздің не ойлайтыныңызды білмейді.
joke-closed = { $code } қалжың деп жабылды. Айтылғаны әлі сақтаулы. Өшірілсе, ешкім қайтара алмайды.
joke-wiped = { $code }: айтылғаны өшірілді. Не істелгені тарихта қалды.
joke-more = { $code }: өте көп айтылған, бір бөлігі қалды. Тағы бір рет таңдаңыз.
outcome-joke = қалжың
line-wiped = айтылғаны өшірілді
open-ring = Қоңырау шалу керек ({ $count }):
open-decide = Оқу, жауап беру, шешу керек ({ $count }):
open-opened = Ашылған, әлі жабылмаған ({ $count }):
open-own = Алынған ({ $count }); әрқайсысы бөлек беріледі:
open-more = … тағы { $count }
open-lookups = Біреуді іздегендерге қоңырау шалу керек: { $count }
open-free = Ешкім алған жоқ ({ $count }):
open-refused = Ішке кіргізбей жатыр ({ $count }):
open-inside = Ішінде, хабар жоқ ({ $count }):
open-hearings = Бір тәулік ішінде сот ({ $count }):
open-releases = Қамағы бір тәулік ішінде бітетіндер ({ $count }):
open-noted = Осы ауысымның ескертпелері бар істер ({ $count }):
open-incidents = Жалғасып жатқан оқиғалар: { $count }
open-words = Ешкім оқымаған хабарлар: { $count }
open-lists = Оқуды күтіп тұрған тізімдер: { $count }
open-owed = Мекемелер бермеген жауаптар: { $count }
handover-open = Қазір ашық тұрғандар:
handover-whom = Кімге бересіз? Алдымен қазір немесе келесі кезекте тұрғандар.
handover-nobody = Хабар жететін басқа үйлестіруші жоқ.
handover-nothing = Ашық ештеңе жоқ: тапсыратын ештеңе жоқ.
handover-note = Келесі кезекшіге бір сөйлем жазасыз ба? Есім жазбаңыз. Немесе таңдаңыз.
handover-note-short = Ескертпе
handover-note-nothing = Қосарым жоқ
handover-note-required = Бір сөйлем жазыңыз немесе таңдаңыз.
handover-not = Берілмеді.
handover-gone = Мұнда беретін ештеңе қалмады.
handover-head = { $mine ->
    [yes] 🤝 Кезекті { $to } қабылдауы керек, әлі растаған жоқ. Оған дейін бәрі сізде:
   *[no] 🤝 { $from } сізге береді:
}
handover-accepted = 🤝 { $mine ->
    [yes] { $to } ашық мәселелеріңізді қабылдады.
   *[no] { $from } берген ашық мәселелерді қабылдадыңыз. Олар осы чатта және /cases ішінде.
}
handover-undone = 🤝 { $mine ->
    [yes] Қайтарылды: ашық мәселелер сізде қалды.
   *[no] { $from } қайтарып алды: ештеңе істеудің қажеті жоқ.
}
handover-moved = 🤝 Енді мұнымен { $name } айналысады.
button-handover-undo = Қайтарып алу
button-handover-take = ✅ Қабылдаймын
