"""What a case is, without anybody who acts on it: its life, and what its sources say."""
