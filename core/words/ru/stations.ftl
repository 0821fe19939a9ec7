# Места содержания, как их называют доски, карточки и документы.
station-police = отдел полиции
station-department = департамент полиции
station-temporary = изолятор временного содержания (ИВС)
station-remand = следственный изолятор (СИЗО)
station-reception = спецприёмник для арестованных
station-distributor = приёмник-распределитель
station-security = Комитет национальной безопасности
station-transport = транспортная полиция
station-post = участковый пункт полиции
station-named = { $kind }{ $number ->
    [0] { "" }
   *[other] { " " }№ { $number }
}{ $place ->
    [no] { "" }
   *[other] , { $place }
}
