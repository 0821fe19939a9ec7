"""The law's clocks: what rows say, which clocks run, and that nothing random makes them wrong."""
