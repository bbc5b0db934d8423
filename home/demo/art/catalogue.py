"""Every drawing with its file, its size, its title and its text alternative."""

from collections.abc import Callable
from dataclasses import dataclass

from home.demo.art import (
    crests,
    scenes_brands,
    scenes_campaigns,
    scenes_fields,
    scenes_fields_more,
    scenes_site,
    scenes_teams,
)


@dataclass(frozen=True)
class Drawing:
    """One file. `focus`: the middle and size of what a crop must keep (x, y, width, height), in the drawing's units."""

    slug: str
    draw: Callable[[], str]
    width: int
    height: int
    title: str = ""
    alt: str = ""
    focus: tuple[int, int, int, int] | None = None


def _wide(slug: str, draw: Callable[[], str], title: str, alt: str, middle: int = 600, height: int = 280) -> Drawing:
    return Drawing(slug, draw, 1200, 500, title, alt, (middle, 330, 560, height))


def _card(slug: str, draw: Callable[[], str], title: str, alt: str) -> Drawing:
    return Drawing(slug, draw, 640, 480, title, alt, (320, 290, 480, 320))


#: Drawings of the pages themselves: home/static/art.
SITE = (
    Drawing("hero-wide", scenes_site.hero_wide, 1440, 640),
    Drawing("hero-tall", scenes_site.hero_tall, 400, 230),
    Drawing("empty-results", scenes_site.lookout, 560, 360),
    Drawing("empty-signups", scenes_site.waiting_boat, 560, 360),
    Drawing("empty-stories", scenes_site.blank_story, 560, 360),
    Drawing("error-403", scenes_site.moon_gate, 560, 360),
    Drawing("error-404", scenes_site.signpost_scene, 560, 360),
    Drawing("error-500", scenes_site.leaking_boat, 560, 360),
    Drawing("timeline", scenes_site.timeline, 1200, 360),
)

#: Pictures of the demo city, for its image library: home/demo/pictures.
PICTURES = (
    _wide("team-liming", scenes_teams.dawn_runners, "「黎明脚步」健康晨跑群", "清晨的湖边，四个人迎着日出慢跑", 560),
    _wide("team-zhuxue", scenes_teams.stairs_of_books, "爱心助学会", "孩子们踩着书堆成的台阶走向学校，志愿者递上一本书"),
    _wide("team-zhuimeng", scenes_teams.book_swap, "「追梦」换书社", "条纹遮阳棚下的换书摊，读者拿着书来换，纸飞机飞过", height=380),
    _wide("team-leshi", scenes_teams.persimmon_yard, "乐施助养中心", "柿子树下的院子里，老人坐在长椅和轮椅上，志愿者正在倒茶", 640),
    Drawing("crest-liming", crests.crest_dawn, 160, 160, "「黎明脚步」健康晨跑群的标志", "湖上日出，跑道弯成一个微笑"),
    Drawing("crest-zhuxue", crests.crest_study, 160, 160, "爱心助学会的标志", "一本翻开的书，下面是一个微笑"),
    Drawing("crest-zhuimeng", crests.crest_dream, 160, 160, "「追梦」换书社的标志", "一架纸飞机，下面是一个微笑"),
    Drawing("crest-leshi", crests.crest_care, 160, 160, "乐施助养中心的标志", "一个笑着的柿子"),
    _wide("brand-shuxiang", scenes_brands.bridge_of_books, "「书香连心」", "用书做桥板的吊桥连起两岸，志愿者和孩子在桥中间一起看书", height=380),
    _wide("brand-chengzhang", scenes_brands.growing_camp, "「微笑成长营」", "山坡上搭着帐篷，孩子们给一朵高高的菊花浇水", height=380),
    _wide("brand-sidianban", scenes_brands.after_school, "「四点半学校」", "钟指着四点半，志愿者陪四个孩子在长桌边写作业"),
    _wide("brand-gangwan", scenes_brands.safe_harbour, "「爱心港湾」便民服务", "灯塔下的码头上撑着大伞，志愿者给老人理发、量血压，小船正靠岸", 620),
    _wide("campaign-wuyi", scenes_campaigns.gorge_guides, "五一假期，去景区当向导", "红石峡的栈道上，志愿者在路牌旁给游客指路"),
    _wide("campaign-shiyi", scenes_campaigns.golden_week, "十一黄金周，景区有你", "秋天的山前挂着灯笼，志愿者在摊位上给游客递热水"),
    _wide("campaign-leifeng", scenes_campaigns.spring_of_kindness, "三月五日，学雷锋志愿服务月", "春天的街上开着花，志愿者修自行车、扫街、帮老人提菜"),
    _wide("campaign-chongyang", scenes_campaigns.climbing_the_height, "重阳敬老", "志愿者陪老人登高，山上有亭子，坡下开满怀菊，风筝飞在天上", 640),
    Drawing("place-yuntaishan", scenes_campaigns.place_yuntai, 720, 300, "云台山", "红色岩层的峡谷，右边有瀑布", (360, 150, 360, 240)),
    Drawing("place-qingtianhe", scenes_campaigns.place_qingtian, 720, 300, "青天河", "青山环抱的湖面上划着一条小船", (370, 200, 320, 190)),
    Drawing("place-shennongshan", scenes_campaigns.place_shennong, 720, 300, "神农山", "尖尖的山脊和白皮松，山脊上有一条小路", (360, 170, 400, 240)),
    _card("field-poverty", scenes_fields.helping_hands, "扶贫济困", "两个人抬着一箱东西送到农家小院，老人在门口招手"),
    _card("field-elderly", scenes_fields.tea_and_news, "敬老", "老人看着报纸，志愿者端来一杯热茶，笼里的鸟在叫"),
    _card("field-children", scenes_fields.windmills, "孤残关爱", "志愿者推着坐轮椅的孩子，孩子们手里的风车在转"),
    _card("field-education", scenes_fields.story_corner, "文化教育", "灯下，志愿者给孩子们读书，身后是一架书"),
    _card("field-health", scenes_fields.blood_pressure, "医疗卫生", "街边的帐篷下，穿白衣的志愿者给老人量血压"),
    _card("field-environment", scenes_fields.planting, "环境保护", "河岸上，志愿者栽下一棵小树，有人捡垃圾，白鹭站在水边"),
    _card("field-traffic", scenes_fields_more.crossing, "文明与交通", "志愿者举着小旗，陪老人和孩子走过斑马线"),
    _card("field-events", scenes_fields_more.big_event, "大型活动", "舞台前坐满了人，志愿者拿着喇叭和指路牌维持秩序"),
    _card("field-emergency", scenes_fields_more.flood_rescue, "应急救援", "大雨里，戴头盔的志愿者用救生艇把老人和孩子从水里接出来"),
    _card("field-community", scenes_fields_more.neighbours, "社区服务", "居民楼前，志愿者替老人提着菜，邻居在窗口招手"),
    _card("field-law", scenes_fields_more.legal_advice, "法律", "天平下面，志愿者翻开书给两位居民讲解"),
    _card("field-science", scenes_fields_more.science_night, "科普", "夜里的山坡上，孩子们用望远镜看星星和行星"),
)  # fmt: skip
