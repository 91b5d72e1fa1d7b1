"""Writing down what is wrong in the casebook, for the envelope that goes back to its publisher."""
