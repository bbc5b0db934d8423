"""What projects say to the rooms above."""

from django.dispatch import Signal

#: Sent inside the transaction, under the activity's lock, before `activity` (with its new values) is saved; `before` is the row
#: as it stands. A receiver raises a ProjectRuleError to refuse.
activity_changing = Signal()

#: Sent inside the transaction after `activity` was saved, so that freed places find their next person.
activity_saved = Signal()
