"""Studies, stages, stakeholder groups, members, invitations and consent."""
