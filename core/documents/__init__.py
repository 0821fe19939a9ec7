"""Documents out of facts: DOCX by docxtpl, the same as text, and which sentence comes from where. No clock, no network."""
