"""Interviews as they are kept: submissions and answers in one synced transaction, contact details apart."""
