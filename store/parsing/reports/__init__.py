"""Inspection reports: covers, grade tables, judgements, inspectors."""
