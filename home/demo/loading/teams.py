"""The teams and who belongs to them."""

from catalog.teams.enums import MembershipRole
from catalog.teams.models import Membership, Team
from catalog.volunteers.models import User
from home.demo.content.teams import TEAMS
from home.demo.loading.made import Made, public_id
from home.demo.loading.plans import LEADERS_TEAM

#: How many belong to a team, from and to.
MEMBERS, MEMBERS_OF_OLD_BRANDS = (7, 26), (38, 64)


def teams_load(made: Made) -> None:
    """All teams; the four old brands have their crest."""
    dice = made.dice("teams")
    rows = Team.objects.bulk_create(
        Team(
            public_id=public_id(dice),
            name=team.name,
            slug=team.slug,
            kind=team.kind,
            district=made.districts[team.district],
            founded_year=team.founded,
            summary=team.summary,
            contact_name=team.contact,
            contact_phone=team.phone,
            image=made.images.get(team.crest),
        )
        for team in TEAMS
    )
    made.teams = {row.slug: row for row in rows}
    through = Team.fields.through
    through.objects.bulk_create(
        through(team_id=made.teams[team.slug].pk, servicefield_id=made.fields[slug].pk)
        for team in TEAMS
        for slug in team.fields
    )


def memberships_load(made: Made) -> None:
    """A leader, perhaps a coordinator, and members for each team; rights follow with the workspaces."""
    dice = made.dice("members")
    rows = []
    for team in made.teams.values():
        count = dice.randint(*(MEMBERS_OF_OLD_BRANDS if team.image_id else MEMBERS))
        users: list[User] = [dice.choice(namesakes).user for namesakes in dice.sample(made.people, count)]
        if team.slug == LEADERS_TEAM:
            users[0] = made.logins["leader"]
        made.leaders[team.slug] = users[0]
        roles = [MembershipRole.LEADER, MembershipRole.COORDINATOR]
        roles += [MembershipRole.MEMBER] * (len(users) - len(roles))
        rows += [Membership(team=team, user=user, role=role) for user, role in zip(users, roles, strict=True)]
    Membership.objects.bulk_create(rows)
