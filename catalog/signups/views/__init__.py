"""What people see of sign-ups: the form, one's own sign-ups, the team's tools."""
