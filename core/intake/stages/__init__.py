"""What each row of core.intake.decide takes, a module for each stage: asked of a message and of how things stand."""
