"""The trade: what must always be true, and one story a journey."""
