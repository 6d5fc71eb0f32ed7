"""How a round runs: its times, mails and reminders, who took part, and who cannot be told."""
