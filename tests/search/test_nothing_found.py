"""What the page offers when nothing was found."""

import pytest

from tests.factories.catalog import ActivityFactory, AudienceFactory, DistrictFactory, ProjectFactory
from tests.search.conftest import activity_on

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("wednesday")]


def test_one_condition_to_loosen_with_its_real_number(browse):
    DistrictFactory(slug="mengzhou", name="孟州市")
    for _ in range(2):
        activity_on("sat", district=DistrictFactory(slug="jiefang"))
    activity_on("tue", district=DistrictFactory(slug="mengzhou"))
    page = browse(district="mengzhou", when="weekend")
    assert page.count == 0
    assert "这样的项目，" in page.html
    assert "去掉「孟州市」，有 2 个" in page.html
    assert 'href="/projects/?when=weekend"' in page.html
    assert browse(when="weekend").count == 2
    assert "看全部 3 个项目" in page.html


def test_words_are_given_up_last(browse, build_index):
    activity_on("sat", project__title="修自行车", district=DistrictFactory(slug="jiefang"))
    DistrictFactory(slug="mengzhou", name="孟州市")
    for _ in range(3):
        activity_on("sat", project__title="别的", district=DistrictFactory(slug="mengzhou"))
    build_index()
    page = browse(q="修自行车", district="mengzhou")
    assert "去掉「孟州市」，有 1 个" in page.html
    assert "搜的是「修自行车」，还选了：" in page.html


def test_what_is_near_says_why(browse, build_index):
    activity_on("sat", project__title="路口劝导：请骑自行车的人戴好头盔", district=DistrictFactory(slug="jiefang"))
    activity_on("sat", project__title="旧衣回收", district=DistrictFactory(slug="mengzhou", name="孟州市"))
    activity_on("sat", project__title="别的", district=DistrictFactory(slug="jiefang"))
    build_index()
    page = browse(q="修自行车", district="mengzhou")
    assert page.titles == ["路口劝导：请骑自行车的人戴好头盔", "旧衣回收"]
    assert "也提到「自行车」" in page.html
    assert "也在孟州市" in page.html
    assert "相近的 2 个" in page.html


def test_what_is_over_is_offered(browse, build_index):
    ActivityFactory(project__title="望远镜看月亮", over=True)
    build_index()
    page = browse(q="望远镜")
    assert "看已结束的 1 个" in page.html
    assert browse(q="望远镜", status="over").titles == ["望远镜看月亮"]


def test_near_ones_can_still_be_joined(browse):
    audience = AudienceFactory()
    ActivityFactory(project=ProjectFactory(title="早就结束了", audiences=[audience]), over=True)
    assert browse(audience=audience.slug).titles == []


def test_next_search_keeps_the_filters(browse):
    DistrictFactory(slug="mengzhou", name="孟州市")
    activity_on("sat")
    html = browse(district="mengzhou").html
    assert 'name="district" value="mengzhou" checked' in html
    assert "hx-get" not in html


def test_empty_city(browse):
    page = browse()
    assert page.count == 0
    assert "过几天再来看看" in page.html
    assert page.meta("robots") == "noindex, follow"
    assert "看全部" not in page.html
