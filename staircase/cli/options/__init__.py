"""What may be asked on the command line, declared once: a frozen dataclass is a command's set of options.

An option's help stands in the help catalogues under ``option.NAME``, its placeholder under ``metavar.NAME``. A module
for each family of commands, so that a run makes only what it needs.
"""
