"""Work after a commit: at once by default, by the worker in production."""

from django_tasks import task

from search import sync


@task()
def index_pending() -> None:
    """Bring every pending change into the index."""
    sync.work_off()
