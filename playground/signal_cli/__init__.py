"""A local signal-cli daemon with people on it: what its man pages and JSON classes say of version 0.14, loopback only."""
