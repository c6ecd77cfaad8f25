"""Do two accounts tell of one event? What each tells of its occasion, and what speaks for and against."""
