"""Readings as the store keeps them: JSON, without the reader's libraries."""

from pydantic import TypeAdapter

from relancebot.domain.reading import Reading

READINGS: TypeAdapter[Reading] = TypeAdapter(Reading)
