"""Everything in English: the catalogue, the help of the command line, and the pages of the rules."""
