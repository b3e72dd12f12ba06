"""Study to question pages: HTML that works without JavaScript, and forms read back."""
