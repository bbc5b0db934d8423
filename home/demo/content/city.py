"""The city: its facts, districts, service fields and audiences.

Coordinates are public town-centre positions (WGS-84, rounded to 3 decimals). The contact is
visibly fictional: area code with 0000 and three digits, reserved example domains.
"""

from home.demo.content.shapes import Audience, City, District, ServiceField

CITY = City(
    name="焦作",
    name_en="Jiaozuo",
    site_name="微笑焦作",
    site_name_en="Smiling Jiaozuo",
    slogan="微笑焦作，志愿你我",
    slogan_en="Smiling Jiaozuo, you and me",
    intro="全市的志愿服务项目都在这里。找一个，报上名，到时候见。",
    latitude=35.216,
    longitude=113.242,
    contact_name="微笑焦作服务台",
    phone="0391-0000000",
    phone_hours="每天 8:00–18:00",
    mail="hello@jiaozuo.example.org",
    privacy_mail="privacy@jiaozuo.example.org",
    address="焦作市解放区，文明使者志愿服务站一楼",
    demo_notice="这是演示站。品牌的名字和城市的大事是真的，人物、电话、场次和故事都是编的，请别照着赴约。",
    demo_notice_en=(
        "This is a demonstration. The names of the brands and the history are real; "
        "people, phone numbers, dates and stories are invented."
    ),
)

DISTRICTS = (
    District("jiefang", "解放区", "Jiefang District", 35.242, 113.228),
    District("shanyang", "山阳区", "Shanyang District", 35.215, 113.255),
    District("zhongzhan", "中站区", "Zhongzhan District", 35.237, 113.183),
    District("macun", "马村区", "Macun District", 35.266, 113.322),
    District("xiuwu", "修武县", "Xiuwu County", 35.224, 113.448),
    District("boai", "博爱县", "Bo'ai County", 35.171, 113.065),
    District("wuzhi", "武陟县", "Wuzhi County", 35.099, 113.402),
    District("wenxian", "温县", "Wenxian County", 34.940, 113.081),
    District("qinyang", "沁阳市", "Qinyang City", 35.087, 112.951),
    District("mengzhou", "孟州市", "Mengzhou City", 34.907, 112.791),
    District("shifanqu", "城乡一体化示范区", "Urban-Rural Integration Zone", 35.187, 113.262),
)

SERVICE_FIELDS = (
    ServiceField("poverty", "扶贫济困", "Poverty relief", "把日子里缺的那一样，悄悄补上。", "field-poverty"),
    ServiceField(
        "elderly", "敬老助老", "Care for the elderly", "陪老人说话、读报、办事，慢一点也没关系。", "field-elderly"
    ),
    ServiceField(
        "disabled",
        "助残与孤儿关爱",
        "Disabled people and orphans",
        "一双手、一双眼睛、一点耐心，借给需要的人。",
        "field-children",
    ),
    ServiceField(
        "culture", "文化教育", "Culture and education", "陪孩子写作业，把看过的书送到下一个人手里。", "field-education"
    ),
    ServiceField(
        "medicine", "医疗健康", "Medicine and health", "量血压、学急救、陪人看病，都是救急的小事。", "field-health"
    ),
    ServiceField("environment", "环境保护", "Environment", "捡一段河岸，种一棵树，认一种鸟。", "field-environment"),
    ServiceField(
        "traffic", "文明与交通", "Civility and traffic", "路口一面小旗，出站口一句“往这边走”。", "field-traffic"
    ),
    ServiceField("events", "大型活动", "Large events", "节日和假期人多，多一个指路的人就不乱。", "field-events"),
    ServiceField("rescue", "应急救灾", "Disaster relief", "平时练熟，用的时候手才不抖。", "field-emergency"),
    ServiceField("community", "社区服务", "Community", "修一只锅，磨一把刀，认识隔壁的人。", "field-community"),
    ServiceField("law", "法律服务", "Law", "看不懂的合同、说不清的纠纷，找个懂的人问问。", "field-law"),
    ServiceField("science", "科学普及", "Science", "一个实验、一架望远镜，让“为什么”有人回答。", "field-science"),
)

AUDIENCES = (
    Audience("first-time", "第一次来", "First-timers", "有人带着做，不用先会什么。"),
    Audience("with-children", "可以带孩子", "Families with children", "大人报名，带着孩子一起来。"),
    Audience("seated", "不用久站", "Mostly seated", "大部分时间坐着就能做。"),
    Audience("weekend", "周末有空就行", "Free on a weekend", "只占周末的一个上午或下午。"),
    Audience("skilled", "会一门手艺", "People with a skill", "理发、修车、看病、讲课，会什么带什么来。"),
    Audience("students", "大学生", "University students", "按学期排班，放假可以停。"),
    Audience("retired", "退休了也能来", "Retired people", "时间宽裕，经验正好用得上。"),
    Audience("together", "结伴来", "Groups of friends", "同事、邻居、一家人，可以一起报。"),
)
