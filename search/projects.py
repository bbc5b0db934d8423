"""Projects as documents: what of a project is searched, and what makes it read differently."""

from collections.abc import Callable, Collection, Iterable, Iterator

from django.db.models import Prefetch

from catalog.core.models import Audience
from catalog.projects.models import Activity, Project
from search.documents import Document, Key
from search.registry import DocumentKind, register

KIND = "project"


def load(object_ids: Collection[int]) -> Iterator[Document]:
    """The documents of those of `object_ids` that are public: four queries."""
    activities = Activity.objects.order_by("id").select_related("district")
    projects = (
        Project.objects.public()
        .filter(pk__in=object_ids)
        .select_related("team", "brand", "field")
        .prefetch_related(
            Prefetch("activities", queryset=activities, to_attr="all_activities"),
            Prefetch("audiences", queryset=Audience.objects.order_by("order", "id")),
        )
        .order_by("pk")
    )
    for project in projects:
        yield _document(project, project.all_activities)


def _document(project: Project, activities: Iterable[Activity]) -> Document:
    places = dict.fromkeys(f"{activity.place_name}\n{activity.address}" for activity in activities)
    districts = dict.fromkeys(activity.district.name for activity in activities)
    return Document(
        key=Key(KIND, project.pk),
        title=project.title,
        names=(project.team.name, *([project.brand.name] if project.brand else [])),
        text=(project.summary, project.content, project.beneficiary, *places),
        keywords=(
            *([project.field.name] if project.field else []),
            *(audience.name for audience in project.audiences.all()),
            *districts,
        ),
        rank=int(project.published_at.timestamp()) if project.published_at else 0,
    )


def all_ids() -> Iterable[int]:
    """The ids of all public projects."""
    return Project.objects.public().order_by("pk").values_list("pk", flat=True)


def _projects_where(path: str) -> Callable[[Collection[int]], Iterable[int]]:
    """A finder of the projects that lead to given rows over `path`."""

    def find(object_ids: Collection[int]) -> Iterable[int]:
        return Project.objects.filter(**{f"{path}__in": object_ids}).order_by().values_list("pk", flat=True).distinct()

    return find


#: Kinds of change that reach a project's words. A sign-up is none of them: free places are counted, not indexed.
AFFECTED_BY = {
    "activity": _projects_where("activities"),
    "team": _projects_where("team"),
    "project_brand": _projects_where("brand"),
    "service_field": _projects_where("field"),
    "audience": _projects_where("audiences"),
    "district": _projects_where("activities__district"),
}


def register_projects() -> None:
    """Let projects be found."""
    register(DocumentKind(name=KIND, load=load, all_ids=all_ids, affected_by=AFFECTED_BY))
