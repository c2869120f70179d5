"""The pure middle: text and values in, values out. No file, no clock, no environment, no sentence."""
