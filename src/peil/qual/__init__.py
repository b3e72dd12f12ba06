"""People who talked, and open answers: talks, themes, coding, agreement, exchange with other tools."""
