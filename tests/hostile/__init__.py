"""Files made to do harm, by the thousand: `making.hostile_files`.

`pytest tests/hostile` takes in 200 of them; OFSTED_HOSTILE gives another number, as `make
hostile` does with 5,000. OFSTED_HOSTILE_SEED draws others.
"""
