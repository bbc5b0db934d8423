"""The meeting places of the demo city.

Stations, kiosks, the railway station, the lake and the scenic spots are named by the domain facts;
everything else is invented. Coordinates (WGS-84) are approximate or scattered around the town
centre of the district, never the position of a real organisation.
"""

from home.demo.content.places import hills, plain, town
from home.demo.content.shapes import Place

PLACES: tuple[Place, ...] = town.PLACES + hills.PLACES + plain.PLACES
