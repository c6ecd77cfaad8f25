"""English as the texts of the house write it: 18 February 2021, 14:05."""
