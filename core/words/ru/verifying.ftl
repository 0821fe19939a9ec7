# Насколько дело достоверно и насколько можно верить источнику: для участников.
button-verify = Проверить
button-source = Источник { $number }
button-verify-back = Назад
verify-head = Насколько достоверно { $code }? Сейчас: { $verification }.
verify-source = Насколько можно верить этому источнику ({ $code })?
verify-line = { $number }. { $who }, { $time }
source-reporter = заявитель
source-said = Источник { $number }, { $who }
source-joked-before =
    { $count ->
        [one] { $count } прежнее сообщение из этого чата сочли шуткой
        [few] { $count } прежних сообщения из этого чата сочли шуткой
       *[other] { $count } прежних сообщений из этого чата сочли шуткой
    }
reliability-highly = очень надёжный
reliability-likely = скорее надёжный
reliability-unsure = неясно
reliability-unknown = не оценён
reliability-likely-not = скорее ненадёжный
reliability-not-at-all = ненадёжный
rang-confirms = перезвонили: подтверждает
rang-denies = перезвонили: отрицает
rang-no-answer = перезвонили: не отвечает
rang-wrong-number = перезвонили: не тот номер
joke-yes = возможно, шутка
joke-no = не шутка
line-verified = достоверность: { $why }
line-assessed = источник: { $why }
line-rang-back = { $why }
line-joke = источник: { $why }
source-warned = ⚠️ другой сообщивший о ком-то предупреждает: здесь ничего не говорим до проверки
