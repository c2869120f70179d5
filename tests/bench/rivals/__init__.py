"""What the program is measured against: scripts that are run, never imported."""
