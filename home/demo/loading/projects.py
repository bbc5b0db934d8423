"""Projects and their activities, written from the plans."""

from datetime import datetime, timedelta

from catalog.projects.enums import ActivityState, ProjectState, SignupMethod
from catalog.projects.models import Activity, Project, ProjectTransition
from home.demo.content.shapes import Place, SignupKind
from home.demo.loading.lists import degrees
from home.demo.loading.made import Made, public_id
from home.demo.loading.plans import LEADERS_TEAM, Plan
from home.demo.loading.stamps import stamp

METHODS = {
    SignupKind.FORM: SignupMethod.FORM,
    SignupKind.EXTERNAL: SignupMethod.EXTERNAL,
    SignupKind.PHONE: SignupMethod.OFFLINE,
    SignupKind.IN_PERSON: SignupMethod.OFFLINE,
}
#: The drawing that shows a scenic spot better than that of the project's field, by the beginning of the place's slug.
SCENES = {
    "xw-yuntai": "place-yuntaishan",
    "xw-hongshixia": "place-yuntaishan",
    "ba-": "place-qingtianhe",
    "qy-shennong": "place-shennongshan",
}
#: Drafts of which something is still to be written; the form says what.
UNFINISHED_DRAFTS = 2
RETURN_NOTE = "请把集合地点写清楚一点。"


def projects_load(made: Made) -> None:
    """All projects with their audiences and the log of how they came to their state."""
    dice = made.dice("projects")
    rows = Project.objects.bulk_create([_project(plan, made, public_id(dice)) for plan in made.plans], batch_size=100)
    made.projects = {row.title: row for row in rows}
    through = Project.audiences.through
    through.objects.bulk_create(
        through(project_id=made.projects[plan.title].pk, audience_id=made.audiences[slug].pk)
        for plan in made.plans
        for slug in plan.notice.template.audiences
    )
    _transitions_load(made)
    _leave_unfinished(made)


def _project(plan: Plan, made: Made, address: str) -> Project:
    notice, template = plan.notice, plan.notice.template
    method = METHODS[notice.signup.kind]
    return Project(
        public_id=address,
        team=made.teams[notice.team.slug],
        brand=made.brands[template.brand] if template.brand else None,
        state=plan.state,
        published_at=plan.published_at,
        title=notice.title,
        summary=notice.summary,
        field=made.fields[template.field],
        beneficiary=template.beneficiary,
        content="\n".join(notice.steps),
        conditions="\n".join(notice.conditions),
        risks="\n".join(notice.risks),
        guarantees="\n".join(notice.guarantees),
        contact_name=notice.team.contact,
        contact_phone=notice.team.phone,
        signup_method=method,
        external_url=notice.signup.url if method == SignupMethod.EXTERNAL else "",
        offline_instructions=notice.signup.instructions if method == SignupMethod.OFFLINE else "",
        image=made.images[_scene(notice.place)] if _scene(notice.place) else None,
    )


def _scene(place: Place) -> str:
    """The drawing of a scenic spot; "" elsewhere, where the brand's or the field's picture stands for the project."""
    if place.kind != "scenic":
        return ""
    return next((picture for start, picture in SCENES.items() if place.slug.startswith(start)), "")


def _leave_unfinished(made: Made) -> None:
    drafts = [plan.title for plan in made.plans if plan.state == ProjectState.DRAFT][:UNFINISHED_DRAFTS]
    Project.objects.filter(title__in=drafts).update(guarantees="")


def _transitions_load(made: Made) -> None:
    """How each project came to its state: the leader submits, the editor publishes, the leader ends."""
    rows: list[ProjectTransition] = []
    times: list[datetime] = []
    for plan in made.plans:
        project, leader, editor = made.projects[plan.title], made.leaders[plan.notice.team.slug], made.logins["editor"]
        for old, new, at in _steps(plan, made.now):
            by_editor = old == ProjectState.IN_REVIEW
            note = RETURN_NOTE if new == ProjectState.DRAFT else ""
            actor = editor if by_editor else leader
            rows.append(ProjectTransition(project=project, from_state=old, to_state=new, actor=actor, note=note))
            times.append(at)
    ProjectTransition.objects.bulk_create(rows, batch_size=200)
    stamp(rows, "at", times)


def _steps(plan: Plan, now: datetime) -> list[tuple[str, str, datetime]]:
    """From what to what a project went, and when."""
    out = plan.published_at or now
    submitted = (ProjectState.DRAFT, ProjectState.IN_REVIEW, out - timedelta(days=1, hours=3))
    match plan.state:
        case ProjectState.DRAFT if plan.notice.team.slug == LEADERS_TEAM:
            return [submitted, (ProjectState.IN_REVIEW, ProjectState.DRAFT, out - timedelta(hours=5))]
        case ProjectState.DRAFT:
            return []
        case ProjectState.IN_REVIEW:
            return [submitted]
    steps = [submitted, (ProjectState.IN_REVIEW, ProjectState.PUBLISHED, out)]
    if plan.state != ProjectState.PUBLISHED:
        steps.append((ProjectState.PUBLISHED, plan.state, _ended_at(plan, now)))
    return steps


def _ended_at(plan: Plan, now: datetime) -> datetime:
    """A day after the last session, or this morning."""
    last = max(session.ends_at for session in plan.sessions)
    return min(last + timedelta(days=1), now - timedelta(hours=1))


def activities_load(made: Made) -> None:
    """All activities, each at the place of its project's notice."""
    dice = made.dice("activities")
    rows = Activity.objects.bulk_create(
        [activity for plan in made.plans for activity in _activities(plan, made, dice)], batch_size=100
    )
    for row in rows:
        made.activities.setdefault(row.project.title, []).append(row)


def _activities(plan: Plan, made: Made, dice) -> list[Activity]:
    place = plan.notice.place
    return [
        Activity(
            public_id=public_id(dice),
            project=made.projects[plan.title],
            state=ActivityState.CANCELLED if session.is_cancelled else ActivityState.SCHEDULED,
            starts_at=session.starts_at,
            ends_at=session.ends_at,
            district=made.districts[place.district],
            place_name=place.name,
            address=_way(place, made.districts[place.district].name),
            latitude=degrees(place.latitude),
            longitude=degrees(place.longitude),
            capacity=session.capacity,
            signup_opens_at=session.opens_at,
            signup_closes_at=session.closes_at,
        )
        for session in plan.sessions
    ]


def _way(place: Place, district: str) -> str:
    """Street and how to get in; the district stands beside it everywhere and is not said twice."""
    head, comma, rest = place.address.partition("，")
    street = rest if comma and district.endswith(head) else place.address.removeprefix(district)
    return f"{street}（{place.access.rstrip('。')}）"
