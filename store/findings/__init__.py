"""Sentences to findings: polarity, themes, groups of children, voice.

    Finder().find(parsed) -> Document        with every sentence labelled

What decides on polarity and themes stands behind `labels.Labeller`. Nothing is loaded from here:
the app asks for the themes before its first frame, and for the rest only when it reads a file.
"""
