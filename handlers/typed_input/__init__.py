"""What is typed instead of pressed: numbers and letters of choices, words of buttons, names of lists."""
