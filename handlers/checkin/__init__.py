"""Check-ins: somebody goes somewhere, and if they do not write that they are fine, a coordinator looks for them."""
