"""Who says what: quotations, reported speech, and the speakers they are given to."""
