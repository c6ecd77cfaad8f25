"""Tags of the room for templates."""
