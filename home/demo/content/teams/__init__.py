"""The teams of the demo city.

The four team brands are real by name; no founding year, number or person of theirs is claimed.
All others are invented, and so is every contact: playful names that are nobody's, phone numbers
0391-0000xxx that ring nowhere.
"""

from ..shapes import Team
from . import brands, city, counties

TEAM_KINDS = {
    "association": "协会",
    "community": "社区队伍",
    "campus": "校园队伍",
    "profession": "专业队伍",
    "interest": "兴趣队伍",
    "station": "站点队伍",
}

TEAMS: tuple[Team, ...] = brands.TEAMS + city.TEAMS + counties.TEAMS
