"""Everything of ofsted-tui but the screen: reading, parsing, findings, library.

Import what you need from the subpackages; nothing heavy is loaded from here, so that
commands which only look into the library start fast.
"""

__version__ = "0.1.0"
