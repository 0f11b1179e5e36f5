"""Letters: their heads, addressees, titles, visits and signatures."""
