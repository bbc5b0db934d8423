"""The words of the home page and of the pages that list others."""

from home.demo.content.page_shapes import HomeText, IndexText, Link
from home.demo.content.writing import action, notice

HOME = HomeText(
    title="微笑焦作",
    intro="全市的志愿服务项目都在这里。找一个，报上名，到时候见。",
    shortcuts=(
        Link("这个周末", "/projects/?when=weekend"),
        Link("第一次来", "/projects/?audience=first-time"),
        Link("带孩子", "/projects/?audience=with-children"),
        Link("还差人的", "/projects/?free=1"),
    ),
    days_title="接下来三天，这些地方要人",
    campaign_button="看哪些班次要人",
    brands_title="四个老品牌，年年有人接着做",
    near_title="在你家附近",
    near_text="十一个县市区都有项目，挑一个走路能到的。不会用手机，走进文明使者志愿服务站问也行。",
    near_link=Link("不用久站的项目", "/projects/?audience=seated"),
    figures_title="这些事，正在发生",
    history_title="从 1994 年笑到今天",
    history_today="轮到你了",
    body=(
        action("第一次来？", "五步就能从看到，走到做到。前两步不用登录。", "怎样参加", "/join/"),
        notice("这是演示站", "品牌的名字和城市的大事是真的，人物、电话、场次和故事都是编的，请别照着赴约。"),
    ),
    search_description="焦作市志愿服务项目大全：按地方、时间和想做的事找项目，三步报上名。微笑焦作，志愿你我。",
)

TEAM_INDEX = IndexText(
    "teams",
    "队伍",
    "跑步的、助学的、换书的、助养的，还有守河的、讲电影的。挑一支，跟着走一回。",
    "焦作的志愿服务队伍：四个老品牌和各县市区的队伍，看他们在做什么、哪天要人。",
)
PROJECT_BRAND_INDEX = IndexText(
    "brands",
    "项目品牌",
    "书、苗、作业和一张小桌子，都是小事，做久了就有了名字。",
    "焦作志愿服务的四个项目品牌：书香连心、微笑成长营、四点半学校、爱心港湾。",
)
CAMPAIGN_INDEX = IndexText(
    "campaigns",
    "主题活动",
    "节日和假期，城里最要人手的那几天。正在进行的排在前面。",
    "焦作志愿服务主题活动：五一和十一景区向导、学雷锋月、重阳敬老。",
)
STORY_INDEX = IndexText(
    "stories",
    "故事",
    "做事的人说得不多，事情都在里头。",
    "焦作志愿者的故事：晨跑、四点半学校、换书、读报、磨刀、巡河、讲电影。",
)
TIMELINE_PAGE = IndexText(
    "history",
    "一路走来",
    "从一群年轻人先做起来，到全市的队伍连成一片。下面每一条，都是走过的路。",
    "焦作志愿服务大事记：从 1994 年的志愿行动到志愿文明之城。",
)

INDEX_PAGES = (TEAM_INDEX, PROJECT_BRAND_INDEX, CAMPAIGN_INDEX, STORY_INDEX, TIMELINE_PAGE)
