"""Commands: parse, load, compute, emit."""
