"""What every page stands on: frame, styles, policy of the browser, the store at hand, errors in words."""
