"""The product itself: pure values in, values out. No files, clock, randomness or terminal."""
