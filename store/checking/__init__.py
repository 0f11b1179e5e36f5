"""Did the newspaper quote it right: quotations looked up in the letters and reports held."""
