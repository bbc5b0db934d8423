"""What teams say to the rooms above."""

from django.dispatch import Signal

#: Sent inside the saving transaction with `team` when someone joins, leaves or changes role, or the team's state changes.
membership_changed = Signal()
