"""An independent, naive second opinion on states, gaps, errors and figures: it shares no code with the program."""
