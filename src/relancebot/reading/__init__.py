"""What a letter says: from words to claims, without a clock and without a network.

Importing this is cheap; the libraries are loaded with the first answer, or by
:func:`warm`.
"""

from relancebot.reading.opinion import warm
from relancebot.reading.read import read, read_words

__all__ = ["read", "read_words", "warm"]
