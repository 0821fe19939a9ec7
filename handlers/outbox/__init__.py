"""What leaves: messages, edits and files; news to reporters; letters to the operator."""
