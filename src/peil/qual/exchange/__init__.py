"""Coded texts in the exchange format of qualitative tools, REFI-QDA: values to bytes and back."""
