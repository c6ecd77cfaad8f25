"""The workspace in the browser: Django's views and forms over the parts of the house."""
