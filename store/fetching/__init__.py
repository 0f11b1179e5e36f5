"""Finds a council's documents on Ofsted's reports site and downloads what the library lacks.

The only part of the program that uses the network, and only when it is asked to.
"""
