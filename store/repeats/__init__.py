"""Repeats: concerns that an earlier visit or inspection of the same council already told of.

    repeats(visits of one council, earliest first)  -> Repeats     `chains`
    KnownRepeats(records, load, visits).of(council) -> Repeats     `known`, read on demand, kept

Two concerns are the same when a careful reader would tell a scrutiny councillor "they said this
last time too": the same weakness in the same part of the service, in whatever words, whether it
has grown, shrunk or been worked on since. The same theme alone is not enough; nor is a sentence
that names no part of the service ("what this has changed cannot be told yet").
"""
