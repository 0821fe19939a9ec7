# Ұстау орындары: тақталарда, карточкаларда және қағаздарда қалай аталады.
station-police = полиция бөлімі
station-department = полиция департаменті
station-temporary = уақытша ұстау изоляторы (УҰИ)
station-remand = тергеу изоляторы (СИЗО)
station-reception = әкімшілік қамаққа арналған арнайы қабылдау орны
station-distributor = қабылдау-тарату орны
station-security = Ұлттық қауіпсіздік комитеті
station-transport = көліктегі полиция
station-post = учаскелік полиция пункті
station-named = { $kind }{ $number ->
    [0] { "" }
   *[other] { " " }№ { $number }
}{ $place ->
    [no] { "" }
   *[other] , { $place }
}
