"""The app in a web page, for colleagues without a terminal."""
