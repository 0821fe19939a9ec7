"""The pure core: values and decisions. No await, no clock, no chance, no file, database or network."""
