"""The names of what the running program keeps in the store's settings."""

PAUSED = "paused"
"""Since when the person has stopped every letter; absent when letters may leave."""
HEARTBEAT = "heartbeat"
"""When the daemon last ended a turn."""
