"""Legal clocks: what a country's rows say, and which of them run for whom in a case. Pure."""
