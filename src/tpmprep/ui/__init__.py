"""What a person sees and presses. Decides nothing and never sees a store or a path."""
