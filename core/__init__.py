"""Pure values and decisions: no await, clock, chance, file, database or network.

Beside them stand the data that they decide by (words, jurisdictions) and the three rooms that read it or make documents
of it (resources, documents, drawing).
"""
