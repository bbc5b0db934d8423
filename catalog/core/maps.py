"""Links that open a map app at the right point.

Places are stored in WGS-84. Maps in China show GCJ-02 (a displacement required by law), 百度 its own BD-09; 百度 and 腾讯 take the
coordinate system as a parameter. The conversion is the published approximation, good to a few metres.
"""

from dataclasses import dataclass
from decimal import Decimal
from math import cos, pi, sin, sqrt
from urllib.parse import quote, urlencode

from django.utils.translation import gettext as _

_AXIS = 6378245.0
_ECCENTRICITY = 0.00669342162296594323


@dataclass(frozen=True)
class MapLink:
    """One map app's link."""

    name: str
    url: str


def to_gcj02(latitude: float, longitude: float) -> tuple[float, float]:
    """WGS-84 degrees to GCJ-02 degrees; points outside of China stay where they are."""
    if not (72.004 <= longitude <= 137.8347 and 0.8293 <= latitude <= 55.8271):
        return latitude, longitude
    x, y = longitude - 105.0, latitude - 35.0
    wave = (20.0 * sin(6.0 * x * pi) + 20.0 * sin(2.0 * x * pi)) * 2.0 / 3.0
    north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + wave
    north += (20.0 * sin(y * pi) + 40.0 * sin(y / 3.0 * pi)) * 2.0 / 3.0
    north += (160.0 * sin(y / 12.0 * pi) + 320 * sin(y * pi / 30.0)) * 2.0 / 3.0
    east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + wave
    east += (20.0 * sin(x * pi) + 40.0 * sin(x / 3.0 * pi)) * 2.0 / 3.0
    east += (150.0 * sin(x / 12.0 * pi) + 300.0 * sin(x / 30.0 * pi)) * 2.0 / 3.0
    radians = latitude / 180.0 * pi
    magic = 1 - _ECCENTRICITY * sin(radians) ** 2
    north = north * 180.0 / ((_AXIS * (1 - _ECCENTRICITY)) / (magic * sqrt(magic)) * pi)
    east = east * 180.0 / (_AXIS / sqrt(magic) * cos(radians) * pi)
    return latitude + north, longitude + east


def links(latitude: Decimal | None, longitude: Decimal | None, name: str) -> list[MapLink]:
    """Links to 高德, 百度 and 腾讯 that show `name` at the point; empty when the point is not known."""
    if latitude is None or longitude is None:
        return []
    lat, lon = to_gcj02(float(latitude), float(longitude))
    gaode = urlencode(
        {"position": f"{lon:.6f},{lat:.6f}", "name": name, "src": "volunteer"},
        quote_via=quote,
    )
    baidu = urlencode(
        {
            "location": f"{latitude},{longitude}",
            "title": name,
            "content": name,
            "coord_type": "wgs84",
            "output": "html",
            "src": "webapp.volunteer",
        },
        quote_via=quote,
    )
    tencent = urlencode(
        {"marker": f"coord:{lat:.6f},{lon:.6f};title:{name}", "referer": "volunteer"},
        quote_via=quote,
    )
    return [
        MapLink(_("高德地图"), f"https://uri.amap.com/marker?{gaode}"),
        MapLink(_("百度地图"), f"https://api.map.baidu.com/marker?{baidu}"),
        MapLink(_("腾讯地图"), f"https://apis.map.qq.com/uri/v1/marker?{tencent}"),
    ]
