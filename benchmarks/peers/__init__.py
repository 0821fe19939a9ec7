"""The same guided report with other libraries, and an echo that shows what the local Bot API server can do."""
