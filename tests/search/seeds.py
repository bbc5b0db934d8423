"""What the sites of the browser tests are filled with."""

from django.core.management import call_command


def small_city() -> None:
    """Six coming projects in two districts, and one that is over; the index says so."""
    from tests.factories.catalog import ActivityFactory, DistrictFactory

    jiefang = DistrictFactory(slug="jiefang", name="解放区", order=1)
    wenxian = DistrictFactory(slug="wenxian", name="温县", order=2)
    for number in range(4):
        ActivityFactory(project__title=f"「四点半学校」作业陪伴{number}", district=jiefang)
    for number in range(2):
        ActivityFactory(project__title=f"河岸捡拾{number}", district=wenxian)
    ActivityFactory(project__title="已经结束的", over=True)
    call_command("search_index", "build")
