"""Bytes to lines: one reader a format, chosen by content.

`reader.read(path)` gives a `Reading` or raises a `ReadingError`, and nothing else.

The readers take out what a terminal must not see; furniture such as page numbers is left to
the parser, which knows the kinds of document. This file imports nothing, so that the screens,
which only clean text, start fast.
"""
