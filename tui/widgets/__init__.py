"""Widgets that know nothing of inspections: lists, bars."""
