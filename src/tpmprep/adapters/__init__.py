"""The outside: each module owns one kind of it (files, clock, bank, store)."""
