# A drill of the whole chain. drill-mark stands above everything that is shown in it.

drill-mark = Drill: nobody is held, nothing real happens.
drill-ask = A drill in { $place }: lawyers are asked by the rules of a true case, and every message says that it is a drill. Have agreed and are free: { $agreed }.
button-drill-begin = Begin the drill
drill-begun = The drill has begun. Asked: { $asked }. When it is over you read how it went.
drill-runs = A drill is running already. When it is over you read how it went.
drill-unknown = This place is not known. Write /drill and a city, as in: /drill Almaty
drill-took = You took it after { $seconds } s. In truth you would read names, words and numbers here. Thank you.
drill-cannot = Noted after { $seconds } s: you can't. Thank you.
drill-somebody-took = A colleague has taken it. Please answer all the same: so we know that it reached you.
drill-head = In { $place }, { $time }: the first took it after { $after }. Asked: { $asked }.
drill-head-nobody = In { $place }, { $time }: nobody took it. Asked: { $asked }.
drill-member-accepted = ✓ { $name }: { $after }
drill-member-declined = ✗ { $name }: cannot, { $after }
drill-member-offered = … { $name }: no answer
drill-member-expired = … { $name }: no answer
drill-member-unreachable = ⚠ { $name }: could not be reached
drill-member-unheard = ⚠ { $name }: not known to have reached the phone ({ $messengers }), no answer
drill-more = … and { $count } more
drill-nobody-agreed = Nobody has agreed to be drilled. Ask them to write /drills.
drill-nobody-free = Of those who agreed to drills nobody can be asked now: off duty, or asked about a true case. Try again later.
drill-not-agreed = Not asked, because they have not agreed to drills (/drills): { $count }.
digest-drill = Last drill: { $drill }
