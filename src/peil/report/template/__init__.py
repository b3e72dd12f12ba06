"""Reading a report's text: chapters, bound numbers, figures and tables, and the tables they need."""
