"""What a letter says: from words to claims, without a clock and without a network."""

from relancebot.reading.read import read, read_words

__all__ = ["read", "read_words"]
