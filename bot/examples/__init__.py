"""Files to begin with: configuration, roster, stations (of the top of the repository), units, compose, alerts, boards."""
