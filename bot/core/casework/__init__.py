"""What a case is, without anybody who acts on it: its vocabulary, its life, and what its sources say."""
