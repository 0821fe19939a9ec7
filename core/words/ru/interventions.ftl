# Что отправили по делу и что ответили: записывает тот, кому видно всё дело.

button-interventions = ✉️ Отправлено
button-all-interventions = ‹ Всё отправленное
button-new-intervention = ➕ Отправили
button-intervention = Бумага
button-answered = Ответили
button-no-answer = Ответа нет
button-reference = Номер
button-sent-date = Другая дата
button-due = Срок ответа
button-unregistered = Не приняли
button-registered = Зарегистрировали
button-withdrawn = Отозвали
button-not-withdrawn = Не отозвали
interventions-head = ✉️ Отправлено и ответы · { $code }
interventions-none = Пока ничего не записано. То, что писали родные, тоже считается.
interventions-sort = { $code }: что отправили?
interventions-whom = { $code }: о ком?
interventions-reply = Что в ответе?
intervention-term = По закону: { $what }
intervention-no-term = К какому сроку должны ответить, здесь не известно: срок не считается.
intervention-as-said = Срок назвали они сами, так здесь и записано.
intervention-evidence = Отказать в регистрации жалобы нельзя (УПК 105, часть 1-1): сам отказ – доказательство.
intervention-unregistered = в регистрации отказали
intervention-withdrawn = отозвано
intervention-from-family = от родных
intervention-from-counsel = от другого адвоката
intervention-from-person = от самого человека
intervention-written = { $time } { $what } · { $name }

sent-complaint = жалоба на задержание
sent-release = требование освободить
sent-judge-complaint = жалоба следственному судье
sent-torture-complaint = жалоба на жестокое обращение
sent-appeal = жалоба на постановление
sent-arrest-appeal = жалоба на административный арест
sent-remand-appeal = жалоба на санкцию ареста
sent-motion = ходатайство
sent-copies = запрос копий
sent-letter = письмо
sent-wgad = в Рабочую группу по произвольным задержаниям
sent-ced-urgent = срочное обращение об исчезновении
sent-un-urgent = срочное обращение в ООН
sent-un-communication = сообщение в ООН
sent-other = другое

reply-granted = удовлетворено
reply-partly = удовлетворено частично
reply-refused = отказано
reply-empty = ответ не по существу
reply-none = ответа нет

owed-due = ответить должны до { $time }
owed-over = ответить должны были до { $time }, { $days ->
    [0] { $hours ->
        [0] срок вышел
       *[other] просрочено на { $hours } ч
    }
    [one] просрочено на { $days } день
    [few] просрочено на { $days } дня
   *[many] просрочено на { $days } дней
}
owed-doubtful = если этот срок действует
owed-more = ⏳ … и ещё не ответили: { $count }, из них просрочено: { $over }

answer-due = ⏳ { $code }: ответ уже должен был прийти.
    { $line }
    Пришёл?
answer-due-unowned = ⏳ { $code }: { $sort }, ответить должны были до { $time }, а вести дело сейчас некому. Ответ пришёл?
answer-due-closed = ⏳ { $code } (закрыто): { $sort }, ответить должны были до { $time }. Ответ пришёл?
owed-none = Просроченных ответов нет.
owed-head = ⏳ Просроченных ответов: { $count } ({ $cases ->
    [one] { $cases } дело
    [few] { $cases } дела
   *[many] { $cases } дел
})
line-intervention = записано: { $why }
written-sent = что отправили
written-answered = ответ
written-unanswered = что ответа нет
written-unregistered = что в регистрации отказали
written-registered = что зарегистрировали
written-withdrawn = что отправленное отозвано
written-again = что отправленное не отозвано
written-corrected = дата или номер отправленного
written-void = ничего: начатое отменено
timer-answer = Ответ должен прийти: напомнить
timer-owed = Посмотреть, ждём ли ещё ответа
timer-sending-left = Отправленное, записанное не до конца
law-starts-sent = Начинается каждый раз, когда отправляют: { $what }
law-stops-reply = Останавливается: ответом

# Форма.
intervention-addressee = Кому?
intervention-addressee-help = Например: прокурору города Алматы
intervention-addressee-required = Кому? Без этого записывать нечего.
intervention-addressee-short = Кому
intervention-by = Кто отправил?
intervention-by-required = Кто отправил? Выберите, пожалуйста.
intervention-by-short = Кто
intervention-by-us = Мы
intervention-by-family = Родные
intervention-by-counsel = Другой адвокат
intervention-by-person = Сам человек
intervention-moment = Когда это было?
intervention-moment-help = Напишите так точно, как знаете: 17.09 14:20
intervention-moment-required = Время нужно: хотя бы день.
intervention-moment-short = Время
intervention-moment-now = Сейчас
intervention-moment-today = Сегодня
intervention-moment-yesterday = Вчера
intervention-until = К какому сроку должны ответить?
intervention-until-help = День или день и час: 28.09 18:00
intervention-until-required = Время нужно: хотя бы день.
intervention-until-short = Срок
intervention-reference = Под каким номером?
intervention-reference-help = Как на самой бумаге или её копии. Если номера нет, пропустите.
intervention-reference-short = Номер
