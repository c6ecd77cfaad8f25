"""What a publisher changed in a text after it appeared, in every form of output."""
