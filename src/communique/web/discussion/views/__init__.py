"""The pages of the room: for readers, for moderators, for analysts."""
