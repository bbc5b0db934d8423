"""The recruitment notices of the demo city, written by hand, one module per group of fields.

A template is one notice; each of its editions is one project with its own title, team and place.
"""

from home.demo.content.projects import (
    community_neighbours,
    community_stalls,
    culture_reading,
    culture_school,
    disabled,
    elderly_everyday,
    elderly_visits,
    environment_green,
    environment_water,
    events,
    law,
    medicine,
    medicine_families,
    poverty,
    rescue,
    science,
    traffic,
)
from home.demo.content.shapes import ProjectTemplate

TEMPLATES: tuple[ProjectTemplate, ...] = (
    culture_school.TEMPLATES
    + culture_reading.TEMPLATES
    + elderly_visits.TEMPLATES
    + elderly_everyday.TEMPLATES
    + disabled.TEMPLATES
    + poverty.TEMPLATES
    + medicine.TEMPLATES
    + medicine_families.TEMPLATES
    + environment_water.TEMPLATES
    + environment_green.TEMPLATES
    + traffic.TEMPLATES
    + events.TEMPLATES
    + rescue.TEMPLATES
    + community_stalls.TEMPLATES
    + community_neighbours.TEMPLATES
    + law.TEMPLATES
    + science.TEMPLATES
)
