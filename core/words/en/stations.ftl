# Places of detention, as boards, cards and papers name them.
station-police = police station
station-department = police department
station-temporary = temporary detention facility (IVS)
station-remand = remand prison (SIZO)
station-reception = special detention centre for administrative arrest
station-distributor = reception and distribution centre
station-security = National Security Committee
station-transport = transport police
station-post = police post
station-named = { $kind }{ $number ->
    [0] { "" }
   *[other] { " " }no. { $number }
}{ $place ->
    [no] { "" }
   *[other] , { $place }
}
