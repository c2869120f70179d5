"""A net under large rebuildings: the program at a pinned commit beside the working tree, on thousands of runs.

``python -m tests.net`` runs everything, ``python -m tests.net --quick`` a part, and ``python -m tests.net 'GLOB' …``
the cases whose names match. Differences that are meant stand in ``meant.yaml``; any other fails.

===============  ===========================================================================
``PINNED``       the commit to compare with
``pinned``       its wheel, built from history
``places``       the folders to run in: portfolios and repositories
``histories``    the repositories among them
``cases``        what is run: a folder, arguments, and what stdout is
``driver``       the process of one side: runs every case, and writes what came out
``sides``        both sides at once, and the pairs of results
``differences``  what is meant, read and applied
``report``       what is not, for people
``plants``       changes of behaviour that the net must catch
===============  ===========================================================================
"""
