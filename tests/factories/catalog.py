"""The catalog: places and fields, teams, brands, projects and their activities."""

from datetime import timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from catalog.core.models import Audience, City, District, ServiceField
from catalog.projects.enums import ActivityState, ProjectState, SignupMethod
from catalog.projects.models import Activity, Project, ProjectBrand
from catalog.teams.enums import MembershipRole, TeamState
from catalog.teams.models import Membership, Team
from tests.factories.accounts import UserFactory


class CityFactory(DjangoModelFactory):
    """The one row about the city."""

    class Meta:
        model = City

    contact_phone = "0391-0000000"
    contact_email = "hello@jiaozuo.example"

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        city, _created = model_class.objects.update_or_create(pk=1, defaults=kwargs)
        return city


class DistrictFactory(DjangoModelFactory):
    """解放区, unless told otherwise; the same slug is the same row."""

    class Meta:
        model = District
        django_get_or_create = ("slug",)

    slug = "jiefang"
    name = factory.LazyAttribute(lambda row: "解放区" if row.slug == "jiefang" else f"{row.slug}区")


class ServiceFieldFactory(DjangoModelFactory):
    """文化教育, unless told otherwise; the same slug is the same row."""

    class Meta:
        model = ServiceField
        django_get_or_create = ("slug",)

    slug = "culture"
    name = factory.LazyAttribute(lambda row: "文化教育" if row.slug == "culture" else f"领域 {row.slug}")


class AudienceFactory(DjangoModelFactory):
    """适合谁."""

    class Meta:
        model = Audience
        django_get_or_create = ("slug",)

    slug = "newcomers"
    name = factory.LazyAttribute(lambda row: "第一次参加的人" if row.slug == "newcomers" else f"人群 {row.slug}")


class TeamFactory(DjangoModelFactory):
    """A team that may post projects; `ended=True` may not."""

    class Meta:
        model = Team

    class Params:
        ended = factory.Trait(state=TeamState.ENDED)

    name = factory.Sequence(lambda n: f"第{n}志愿服务队")
    slug = factory.Sequence(lambda n: f"team-{n}")
    district = factory.SubFactory(DistrictFactory)
    summary = "邻里之间，搭把手。"
    contact_name = "李老师"
    contact_phone = "0391-0000001"


class MembershipFactory(DjangoModelFactory):
    """A member; `leader=True`, `coordinator=True`, `ended=True`."""

    class Meta:
        model = Membership

    class Params:
        leader = factory.Trait(role=MembershipRole.LEADER)
        coordinator = factory.Trait(role=MembershipRole.COORDINATOR)
        ended = factory.Trait(ended_at=factory.LazyFunction(timezone.now))

    team = factory.SubFactory(TeamFactory)
    user = factory.SubFactory(UserFactory)
    role = MembershipRole.MEMBER


class ProjectBrandFactory(DjangoModelFactory):
    """「四点半学校」, unless told otherwise."""

    class Meta:
        model = ProjectBrand
        django_get_or_create = ("slug",)

    slug = "sidianban"
    name = factory.LazyAttribute(lambda row: "「四点半学校」" if row.slug == "sidianban" else f"「{row.slug}」")
    summary = "放学后，有人陪孩子写作业。"


class ProjectFactory(DjangoModelFactory):
    """A published project with a complete notice and sign-up on this site.

    Traits: draft, in_review, finished, cancelled, withdrawn, external, offline.
    """

    class Meta:
        model = Project
        skip_postgeneration_save = True

    class Params:
        draft = factory.Trait(state=ProjectState.DRAFT, published_at=None)
        in_review = factory.Trait(state=ProjectState.IN_REVIEW, published_at=None)
        finished = factory.Trait(state=ProjectState.FINISHED)
        cancelled = factory.Trait(state=ProjectState.CANCELLED)
        withdrawn = factory.Trait(state=ProjectState.WITHDRAWN)
        external = factory.Trait(
            signup_method=SignupMethod.EXTERNAL,
            external_url="https://signup.example.org/form",
        )
        offline = factory.Trait(
            signup_method=SignupMethod.OFFLINE,
            offline_instructions="每天 9:00–17:00 打 0391-0000001，或到站里登记。",
        )

    team = factory.SubFactory(TeamFactory)
    field = factory.SubFactory(ServiceFieldFactory)
    state = ProjectState.PUBLISHED
    published_at = factory.LazyFunction(lambda: timezone.now() - timedelta(days=3))
    title = factory.Sequence(lambda n: f"放学后作业陪伴 {n}")
    summary = "放学到家长下班，陪孩子写作业、读书。"
    content = "陪孩子写作业\n一起读一本书"
    conditions = "年满 18 岁\n喜欢和孩子在一起"
    risks = "孩子跑动时可能磕碰"
    guarantees = "有保险\n有饮水"
    beneficiary = "小学生"
    contact_name = "李老师"
    contact_phone = "0391-0000001"

    @factory.post_generation
    def audiences(self, create, extracted, **kwargs):
        """`ProjectFactory(audiences=[…])`."""
        if create and extracted:
            self.audiences.set(extracted)


class ActivityFactory(DjangoModelFactory):
    """An activity in a week, open for sign-up, with 10 places.

    Traits: closed, not_yet_open, running, over, cancelled. `days=3` moves it; hours, capacity and place can be given.
    """

    class Meta:
        model = Activity

    class Params:
        days = 7
        hours = 2
        closed = factory.Trait(signup_closes_at=factory.LazyFunction(lambda: timezone.now() - timedelta(hours=1)))
        not_yet_open = factory.Trait(signup_opens_at=factory.LazyFunction(lambda: timezone.now() + timedelta(days=1)))
        running = factory.Trait(starts_at=factory.LazyFunction(lambda: timezone.now() - timedelta(minutes=30)))
        over = factory.Trait(days=-7)
        cancelled = factory.Trait(state=ActivityState.CANCELLED)

    project = factory.SubFactory(ProjectFactory)
    state = ActivityState.SCHEDULED
    starts_at = factory.LazyAttribute(
        lambda row: timezone.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=row.days)
    )
    ends_at = factory.LazyAttribute(lambda row: row.starts_at + timedelta(hours=row.hours))
    signup_opens_at = None
    signup_closes_at = factory.LazyAttribute(lambda row: row.starts_at - timedelta(hours=2))
    district = factory.SubFactory(DistrictFactory)
    place_name = "解放区文明使者志愿服务站"
    address = "解放区示例路 1 号"
    latitude = "35.215900"
    longitude = "113.241800"
    capacity = 10
