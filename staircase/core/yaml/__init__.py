"""Text to plain data and the place of each value; what is wrong with a file as YAML, and why."""
