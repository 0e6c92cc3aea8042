"""The trade itself: pure values and functions, standard library only."""
