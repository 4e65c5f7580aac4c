"""The year's projects, their classes, and what came of them."""
