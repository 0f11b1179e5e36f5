"""Papers that are neither letter, report nor article: whose they are, and what is plain of them."""
