"""The pure core: values and decisions. Nothing here awaits, reads a clock, draws chance or touches file, database or network."""
