"""Whether those who speak in a recording agreed, so that the team may open it."""
