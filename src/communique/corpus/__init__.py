"""Many accounts kept together: the port of a corpus, what is put into one, and the same in memory."""
