"""The law's clocks: when they are looked at, who hears of them, and who checks what the law says."""
