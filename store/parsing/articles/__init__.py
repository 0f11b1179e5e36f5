"""Press articles: their heads, which council they are about, the visits and grades they tell of."""
