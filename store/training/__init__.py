"""Trains the classifier's model file; needs the extra `train`. One command:

    python -m store.training LABELLED --work WORK

LABELLED is a folder of JSON lines (.jsonl, .jsonl.gz): {"text", "polarity", "themes", "source"},
or without a label, as {"text", "source"}. Files whose name begins with `dev` are kept apart and
only scored. Corrections that the app exports have the same form.

    examples   the lines, their folds by council, the hash of what was trained on
    teacher    a transformer, fine-tuned, labels the unlabelled lines (hours of a laptop)
    ngrams     a second teacher, of word and letter runs: it sees themes that the first misses
    teachers   both, asked once
    variants   sentences made from real ones, for the teachers to label too
    student    the small network that is shipped, taught by both and by the labels
    tuning     thresholds, calibration and the weights of what stands around, on a held-out fold
    scores     the figures of the codebook's score.py

What the teachers said is kept in WORK and used again: a WORK goes with one LABELLED.
"""
