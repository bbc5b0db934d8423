"""The index that lives in the site's own database, and the list of what still has to be brought into it."""

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from search.analysis import MAX_TOKEN_LENGTH


class TokenField(models.CharField):
    """A token, compared by code points on every database, so that a range of tokens means the same everywhere."""

    def db_parameters(self, connection: BaseDatabaseWrapper) -> Any:
        """PostgreSQL sorts text by the database's language unless a column says otherwise; SQLite never does."""
        parameters = super().db_parameters(connection)
        if connection.vendor == "postgresql":
            parameters["collation"] = "C"
        return parameters


class IndexedDocument(models.Model):
    """One thing that people can find, as the database engine knows it. Written by the engine only.

    `fingerprint` names the analysis and everything that was indexed: the same fingerprint means that nothing is to be done.
    """

    kind = models.CharField(max_length=32)
    object_id = models.PositiveBigIntegerField()
    rank = models.BigIntegerField(default=0)
    fingerprint = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "object_id"], name="indexed_document_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"


class Posting(models.Model):
    """That a document holds a token; `fields` has one bit for each field that does (`search.documents.Field`)."""

    document = models.ForeignKey(IndexedDocument, on_delete=models.CASCADE, related_name="postings")
    token = TokenField(max_length=MAX_TOKEN_LENGTH)
    fields = models.PositiveSmallIntegerField()

    class Meta:
        indexes = [models.Index(fields=["token", "document", "fields"], name="posting_by_token")]

    def __str__(self) -> str:
        return f"{self.token} → {self.document_id}"


class PendingChange(models.Model):
    """Something that changed and is not in the index yet: written in the changing transaction, deleted by the indexing one."""

    kind = models.CharField(max_length=32)
    object_id = models.PositiveBigIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"
