"""Any conversation: running a form, keeping what was said, and the report's form as data."""
