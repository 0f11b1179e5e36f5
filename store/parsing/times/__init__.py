"""Dates and times told in words, and what looks back at an earlier visit."""
