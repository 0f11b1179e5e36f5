"""The terminal app and the `ofsted-tui` command."""
