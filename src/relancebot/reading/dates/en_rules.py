"""English rules."""

from relancebot.reading.dates.grammar import Level

LEVELS: tuple[Level, ...] = ()
