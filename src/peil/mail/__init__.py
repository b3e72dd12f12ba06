"""Mail: invitations and reminders, from templates to what an SMTP server said."""
