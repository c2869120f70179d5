"""What a change means: two assessments of one day in, changes in the programme's terms out."""
