"""The city's own rows: its settings, districts, fields, audiences, brands, and the privacy notice."""

from datetime import timedelta
from decimal import Decimal

from catalog.core.models import Audience, City, District, ServiceField
from catalog.projects.models import ProjectBrand
from catalog.volunteers.models import PrivacyNotice
from home.demo.content.brands import PROJECT_BRANDS
from home.demo.content.city import AUDIENCES, CITY, DISTRICTS, SERVICE_FIELDS
from home.demo.content.pages import PRIVACY_NOTICE
from home.demo.loading.made import Made, public_id

#: The notice was in force before anything in the demo city happened.
NOTICE_DAYS = 400


def degrees(value: float) -> Decimal:
    """A coordinate as it is written."""
    return Decimal(str(value))


def city_load() -> None:
    """The settings of the city."""
    City(
        name=CITY.name,
        name_en=CITY.name_en,
        site_name=CITY.site_name,
        site_name_en=CITY.site_name_en,
        slogan=CITY.slogan,
        slogan_en=CITY.slogan_en,
        contact_phone=CITY.phone,
        contact_email=CITY.mail,
        contact_address=CITY.address,
        contact_hours=CITY.phone_hours,
        is_demo=True,
    ).save()


def lists_load(made: Made) -> None:
    """Districts, fields, audiences and project brands, in the order in which they were written."""
    made.districts = {
        each.slug: District.objects.create(
            slug=each.slug,
            name=each.name,
            name_en=each.name_en,
            order=order,
            latitude=degrees(each.latitude),
            longitude=degrees(each.longitude),
        )
        for order, each in enumerate(DISTRICTS)
    }
    made.fields = {
        each.slug: ServiceField.objects.create(
            slug=each.slug,
            name=each.name,
            name_en=each.name_en,
            order=order,
            description=each.sentence,
            image=made.images[each.picture],
        )
        for order, each in enumerate(SERVICE_FIELDS)
    }
    made.audiences = {
        each.slug: Audience.objects.create(slug=each.slug, name=each.name, name_en=each.name_en, order=order)
        for order, each in enumerate(AUDIENCES)
    }
    dice = made.dice("brands")
    made.brands = {
        each.slug: ProjectBrand.objects.create(
            public_id=public_id(dice),
            slug=each.slug,
            name=each.name,
            order=order,
            summary=each.tagline,
            image=made.images[each.picture],
        )
        for order, each in enumerate(PROJECT_BRANDS)
    }


def notice_load(made: Made) -> None:
    """The privacy notice that people consent to."""
    made.notice = PrivacyNotice.objects.create(
        version=PRIVACY_NOTICE.version,
        title=PRIVACY_NOTICE.title,
        text=PRIVACY_NOTICE.text,
        text_en=PRIVACY_NOTICE.text_en,
        effective_at=made.now - timedelta(days=NOTICE_DAYS),
    )
