"""A portfolio tracker over plain YAML files; this docstring is the map.

The way of a file::

    text -parse-> data + places -model-> Assignment -> Portfolio -assess(day)-> Assessment -> reports -render-> text

==================  ==============================================================================
``cli``             the shell: options in, one call, rendered text out; the only reader of the clock
``disk``            finds and reads a portfolio folder
``core``            pure: text and values in, values out; holds no sentence and opens no file
``words``           every sentence a person reads, one catalogue per language
``render``          blocks, rows and findings to text: terminal, CSV, JSON, Markdown
==================  ==============================================================================

Nothing lower knows anything higher: ``cli -> disk, render, words -> core``. A test keeps the arrows.
"""

__version__ = "0.1.0"
