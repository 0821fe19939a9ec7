"""Signal: signal-cli's daemon through its JSON-RPC over HTTP."""
