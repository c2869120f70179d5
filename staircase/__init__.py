"""A portfolio tracker over plain YAML files; this docstring is the map.

The way of a file::

    text -parse-> data + places -model-> Assignment -> Portfolio -assess(day)-> Assessment -> reports | changes
        -render-> text

==================  ==============================================================================
``cli``             the shell: options in, one call, rendered text out; the only reader of the clock
``disk``            finds and reads a portfolio folder; ``store`` writes its files, whole or not at all
``git``             a portfolio's files at a revision; ``history`` and ``push`` stand on it
``core``            pure: text and values in, values out; holds no sentence and opens no file
``sheets``          spreadsheets and databases, read and written
``words``           every sentence a person reads, one catalogue per language
``render``          blocks, rows, findings and changes to text: terminal, CSV, JSON, Markdown, SARIF and others
==================  ==============================================================================

Nothing lower knows anything higher: ``cli -> disk, git, render, sheets, words -> core``. A test keeps the arrows.
"""

__version__ = "0.1.0"
