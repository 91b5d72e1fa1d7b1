"""Updates in the window: what was found, what it would change, taking it in, and going back."""
