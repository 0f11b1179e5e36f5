"""The panes of the browse screen: each shows what it is given and says what was picked."""
