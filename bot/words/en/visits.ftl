# What a lawyer says of a visit, and what they saw there.

person-nameless = person { $number } without a name
case-transferred = Transferred: { $value }
case-released-at = Released: { $value }
