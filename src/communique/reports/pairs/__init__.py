"""The contacts of two sides over time, drawn."""
