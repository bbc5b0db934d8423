"""What the catalog says to the rooms above it. A lower room owns the signal; the upper one listens."""

from django.dispatch import Signal

#: Sent inside the saving transaction with `kind` ("project", "activity", "team", …) and `pk`; "places" says of an activity that
#: only the people in it changed, not what it says.
catalog_changed = Signal()


def changed(kind: str, pk: int) -> None:
    """Say that the row `pk` of `kind` changed. Call it inside the transaction that changes it.

    Listeners write their own rows in the same transaction (an outbox for the index, say); what they do outside of the
    database they do with `on_commit`.
    """
    catalog_changed.send(sender=None, kind=kind, pk=pk)
