"""What money and debts come in on: invoice files, as pure parsers.

Every parser takes bytes and gives values: the good rows, and an error with its file,
its line and what to do for each bad one. Nothing here opens a file or asks the time.

Looking to teach the importer a new column title? Start in ``titles.py``; a new way
of writing an amount or a date, ``values.py`` or ``dates.py``; a new status word,
``vocabulary.py``.
"""
