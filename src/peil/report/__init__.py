"""The report: a template asks for tables; a Study and a Release become a Document in several formats."""
