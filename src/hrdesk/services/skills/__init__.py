"""Frameworks in use, what people are asked and hold, what the office needs, and individual development plans."""
