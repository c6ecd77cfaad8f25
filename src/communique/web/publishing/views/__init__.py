"""The pages of the room: writing, reviewing, what readers see."""
