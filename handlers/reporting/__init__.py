"""A reporter's words become a report; drafts, codes, hiding, silent chats."""
