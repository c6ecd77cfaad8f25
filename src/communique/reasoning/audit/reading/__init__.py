"""An essay read: its clauses and claims, their kinds, whom and which texts they mean."""
