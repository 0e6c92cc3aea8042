"""Where another's words begin and end in a letter."""
