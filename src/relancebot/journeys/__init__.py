"""What happens, from the outside in: one short module a journey."""
