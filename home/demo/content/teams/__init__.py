"""The teams of the demo city.

The four team brands are real by name; no founding year, number or person of theirs is claimed.
All others are invented, and so is every contact: playful names that are nobody's, phone numbers
0391-0000xxx that ring nowhere.
"""

from home.demo.content.shapes import Team
from home.demo.content.teams import brands, city, counties

TEAMS: tuple[Team, ...] = brands.TEAMS + city.TEAMS + counties.TEAMS
