"""What the running program shows to those who look after the machine: figures without a name or a word; and the process."""
