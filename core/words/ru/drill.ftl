# A drill of the whole chain. drill-mark stands above everything that is shown in it.

drill-mark = Учебная тревога: никого не держат, ничего настоящего нет.
drill-ask = Учебная тревога, { $place }: юристов спросим так же, как в настоящем деле, и в каждом сообщении сказано, что это учёба. Согласны и свободны: { $agreed }.
button-drill-begin = Начать тревогу
drill-begun = Учебная тревога началась. Спрошено: { $asked }. Когда она закончится, вы прочтёте, как прошло.
drill-runs = Учебная тревога уже идёт. Когда она закончится, вы прочтёте, как прошло.
drill-unknown = Такого места нет. Напишите /drill и город, например: /drill Алматы
drill-took = Вы взяли через { $seconds } с. В настоящем деле здесь были бы имена, слова и номера. Спасибо.
drill-cannot = Записано через { $seconds } с: вы не можете. Спасибо.
drill-somebody-took = Коллега уже взял. Всё равно ответьте: так мы знаем, что до вас дошло.
drill-head = { $place }, { $time }: первый взял через { $after }. Спрошено: { $asked }.
drill-head-nobody = { $place }, { $time }: никто не взял. Спрошено: { $asked }.
drill-member-accepted = ✓ { $name }: { $after }
drill-member-declined = ✗ { $name }: не может, { $after }
drill-member-offered = … { $name }: нет ответа
drill-member-expired = … { $name }: нет ответа
drill-member-unreachable = ⚠ { $name }: сообщение не дошло
drill-member-unheard = ⚠ { $name }: телефон не подтвердил получение ({ $messengers }), нет ответа
drill-more = … и ещё { $count }
drill-nobody-agreed = На учебные тревоги никто не согласился. Попросите их написать /drills.
drill-nobody-free = Из согласившихся на учёбу сейчас некого спросить: не дежурят или заняты настоящим делом. Попробуйте позже.
drill-not-agreed = Не спрошены, потому что не согласились на учёбу (/drills): { $count }.
digest-drill = Последняя учебная тревога: { $drill }
