"""The four yearly campaigns. Goals are aims; what has come of them is counted by the site. Partners are invented."""

from home.demo.content.page_shapes import Campaign, Partner, ProjectQuery
from home.demo.content.writing import action, bullets, faq, heading, notice, prose, steps

CAMPAIGNS = (
    Campaign(
        slug="wuyi",
        title="五一假期，去景区当向导",
        title_en="May Day holiday: be a guide at the scenic spots",
        kicker="五一假期",
        summary="指路、扶老人、递一杯热水。云台山、青天河、神农山，挑一个地方，挑半天时间。",
        story=(
            prose(
                "每年五一，山里的人一下子多起来。最忙的不是检票口，"
                "是岔路：往左还是往右，上去要多久，厕所在哪，"
                "走不动了怎么下来。多一个站在岔路口的人，就少一家人走冤枉路。"
            ),
            prose(
                "向导不用会背景点故事。认得路，肯开口，看见拄拐的先迎上去，"
                "就够了。半天一班，站得住就来，站不住的也有坐着的岗。"
            ),
            heading("三个地方"),
            bullets(
                "云台山：入口、换乘站和红石峡，人最多，岗也最多",
                "青天河：游船码头和入口广场，靠水，要多看一眼孩子",
                "神农山：大门和登山道口，台阶长，适合腿脚好的",
            ),
            steps(
                "一班是这样过的",
                ("早一点", "坐班车上山", "集合时间和上车点，报名后告诉你。"),
                ("到岗", "领马甲、地图、对讲机", "听十分钟当天情况，认自己的岗。"),
                ("在岗", "指路，扶人，递水", "记住一句话：先笑，再指路。"),
                ("交班", "说清楚", "走散的、捡到的、坏了的，交给下一班。"),
            ),
            notice(
                "去之前要知道的",
                "上岗前有一次两小时的培训，队伍安排，不收费。假期安排公布后班次可能调整，有变动先问你。",
            ),
            faq(
                "常有人问",
                ("住得远，怎么去？", "从市区出发有班车，午饭也管。"),
                ("能只来半天吗？", "能，半天就是一班。也可以连着来几天。"),
                ("没满 18 岁能来吗？", "景区岗只招成年人。想带孩子一起做点事，看看“可以带孩子”的项目。"),
            ),
            action("挑一个班次", "三个地方，上午、下午、傍晚都有。", "看五一的项目", "/projects/?q=五一"),
        ),
        goal_text="目标：三处景区的岔路口，都有人站着",
        goal_volunteers=400,
        goal_places=760,
        holiday="wuyi",
        days_before=0,
        days_after=0,
        query=ProjectQuery(fields=("events",), words=("五一",)),
        partners=(
            Partner("山里来客茶铺（虚构）", "每个岗一壶热茶"),
            Partner("慢车班线（虚构）", "市区到景区的往返班车"),
            Partner("老面馒头坊（虚构）", "三天的午饭"),
        ),
        picture="campaign-wuyi",
    ),
    Campaign(
        slug="shiyi",
        title="十一黄金周，景区有你",
        title_en="National Day golden week at the scenic spots",
        kicker="十一黄金周",
        summary="七天长假，指路的、守茶水台的、弯腰捡瓶子的都要人。来一班也好，来五班也好。",
        story=(
            prose(
                "十一的山是一年里最好看的，也是一年里最挤的。"
                "五月试过的办法，十月接着用，再加两样：半山腰的茶水台，"
                "和第四天起的净山。"
            ),
            prose("茶水台适合站不久的人。一张桌子，几只板凳，热水和凉白开。走累的人坐下喝一口，再决定往上还是往回。"),
            prose(
                "净山从第四天开始，那时人走了一拨，地上留了一层。"
                "领一只袋子，从入口捡到第一个观景台，下山时袋子满了，"
                "心里空了。"
            ),
            bullets(
                "向导：站岔路口、看队伍、扶台阶上的老人",
                "茶水台：烧水、摆杯、看人脸色递水",
                "净山：捡、分、称，山怎么样来的就怎么样还",
            ),
            notice("天气说了算", "山里下雨起雾，岗位会临时减少，前一天 18:00 前通知你。"),
            faq(
                "常有人问",
                ("一共要来几天？", "一班就行。能来多班的，尽量排在同一个岗，熟了好做事。"),
                ("要自己带什么？", "水杯、帽子、一双好走的鞋。马甲、手套、袋子都有。"),
            ),
            action("挑一班", "先看哪里还差人。", "看十一的项目", "/projects/?q=十一"),
        ),
        goal_text="目标：七天假期，每个岔路口都有人应一声",
        goal_volunteers=700,
        goal_places=1300,
        holiday="shiyi",
        days_before=0,
        days_after=0,
        query=ProjectQuery(fields=("events", "environment"), words=("十一",)),
        partners=(
            Partner("半山腰茶水社（虚构）", "茶叶、炭炉和五百只杯子"),
            Partner("空袋子环保铺（虚构）", "可以反复用的垃圾袋"),
        ),
        picture="campaign-shiyi",
    ),
    Campaign(
        slug="leifeng",
        title="三月五日，学雷锋志愿服务月",
        title_en="Lei Feng Day, 5 March, and the month around it",
        kicker="学雷锋月",
        summary="三月五日，广场上摆一排桌子；整个三月，种树、修补、量血压，到处都有活。",
        story=(
            prose(
                "三月五日是学雷锋日，也是河南的志愿者日。这一天广场上会摆出一排桌子："
                "理发、磨刀、修家电、量血压、法律咨询。来一位问一位，"
                "来一位做一位。"
            ),
            prose(
                "一天过去，桌子收了，事情不收。整个三月，树要种，"
                "河要巡，老人的电话要打。三月里认识的人，四月接着来，"
                "这才是我们想要的。"
            ),
            heading("这个月能做的"),
            bullets(
                "有手艺的：到广场摆一张桌子，一个上午",
                "有力气的：植树节前后去种树，一人一坑，挂上名牌",
                "有时间的：挑一个每周都办的项目，从三月做到六月",
            ),
            notice("不用赶热闹", "三月五日人多，也可以换一天来。好事不挑日子。"),
            faq(
                "常有人问",
                ("我什么手艺都没有？", "登记、叫号、搬桌子、扶老人，样样要人。"),
                ("单位想一起来？", "结伴报名就行，几个人写几个人。超过二十人的，先打个电话。"),
            ),
            action("三月做点什么", "从一件小事开始。", "看学雷锋日的项目", "/projects/?q=学雷锋"),
        ),
        goal_text="目标：这个月，每个县市区都有一排桌子",
        goal_volunteers=400,
        goal_places=500,
        holiday="leifeng",
        days_before=4,
        days_after=26,
        query=ProjectQuery(words=("学雷锋", "种树", "春天种", "便民")),
        partners=(
            Partner("新芽苗圃（虚构）", "三百棵小树苗"),
            Partner("老钉五金店（虚构）", "修补摊的零件"),
        ),
        picture="campaign-leifeng",
    ),
    Campaign(
        slug="chongyang",
        title="重阳敬老",
        title_en="Double Ninth: a day with the elderly",
        kicker="重阳节",
        summary="陪老人登一段不高的坡，看一坡的菊，中午一起吃一顿百家饭。",
        story=(
            prose(
                "重阳要登高。可有的老人已经很久没下过楼了。这一天我们一老一少结对："
                "走得动的往坡上走，走不动的在坡下喝茶，坐轮椅的绕湖一圈。"
            ),
            prose(
                "中午回来，吃百家饭。一家带一个菜，年轻人端盘子，老人坐主位。饭桌上不许看手机，要听完一个从前的故事。"
            ),
            prose("一天很短。结了对的，我们盼你下个月再去看看他，带一张那天拍的照片。"),
            steps(
                "这一天",
                ("08:30", "结对，清点", "一老一少，全程不换人。"),
                ("09:00", "登高，看菊", "走到哪算哪，走累了就坐。"),
                ("10:00", "摆长桌", "收菜、贴座位、倒茶。"),
                ("12:00", "百家饭", "老人坐主位，年轻人端盘子。"),
            ),
            notice("陪老人，慢一步", "每十位老人配一名医护。早晚凉，给老人多带一件。"),
            action("陪一位老人过重阳", "登高、游湖、端盘子，挑一样。", "看重阳的项目", "/projects/?q=重阳"),
        ),
        goal_text="目标：想出门的老人，都有一个人陪",
        goal_volunteers=130,
        goal_places=140,
        holiday="chongyang",
        days_before=0,
        days_after=0,
        query=ProjectQuery(fields=("elderly",), words=("重阳",)),
        partners=(
            Partner("怀菊茶坊（虚构）", "菊花茶和保温桶"),
            Partner("慢慢走轮椅行（虚构）", "借出二十辆轮椅"),
        ),
        picture="campaign-chongyang",
    ),
)
