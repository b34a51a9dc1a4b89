package org.linli.understanding.entities;

import static org.linli.understanding.entities.PlaceForm.with;
import static org.linli.understanding.entities.PlaceForm.withRoom;

import java.util.List;

/// The ways to say where: 3栋2单元501, 3-2-501, 3#502, B座, 三楼.
final class PlaceForms {

    private static final String N = "(?:\\d{1,3}|" + Numerals.CN + "{1,5})";
    private static final String SEP = "(?:[\\s,，、/·.的()【】\\[\\]\\\\|]|-(?!\\d[楼层])){0,2}";
    private static final String NO_COUNT = "(?![\\d.]|元|块|米|斤|公里|平|度|分|个|多|人|年|月|天|次|条|张|只|辆|毫|万|千|号楼|栋|幢|路|弄|点|:|%)";
    /// 101国道, 301医院, 502胶水: what is known by a number.
    private static final String NO_DOOR = "(?![国省县乡]道|高速|医院|[中小]学|厂|胶|工程)";

    private static final String UNIT_NUMBER = "(?<u>" + N + "|[A-Z甲乙丙丁东西南北中])";
    private static final String UNIT = "(?:" + UNIT_NUMBER + "\\s?[号#]?(?:单元|门洞|门(?![卫诊市])|梯(?![口子间道田])))";
    private static final String FLOOR = "(?:(?<f>-\\d|负(?:\\d|" + Numerals.CN
            + ")|\\d{1,2}|\\d{3}(?!楼道)|[二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])(?:楼(?!梯[^口]|盘|半(?!天|个))|层(?!楼(?!道|梯|顶|上|下|板))|F(?![A-Z])))";
    private static final String ROOM_NUMBER =
            "(?<![\\d.]|\\d[- ])(?<r>\\d{3,4}|[一两二三]千[零〇一二三四五六七八九十百]{1,5}|[一二三四五六七八九幺][零〇一二三四五六七八九幺]{2,3})";
    private static final String ROOM = "(?:" + ROOM_NUMBER + NO_COUNT + "(?:室|房|户|号房)?)";
    private static final String DASHED_ROOM = "(?:(?<u2>\\d{1,2})[-/ ](?<r2>\\d{3,4})(?![\\d\\-]|元|块|多))";
    private static final String TAIL =
            "(?:" + SEP + DASHED_ROOM + "|(?:" + SEP + UNIT + ")?(?:" + SEP + FLOOR + ")?(?:" + SEP + ROOM + ")?)";
    private static final String NUMBERED = "(?:\\d{1,3}[A-Z]?|[A-Z]\\d{0,2}|" + Numerals.CN + "{1,3}[A-Z]?|[甲乙丙丁])";
    private static final String START = "(?<![\\dA-Z.\\-零〇一二三四五六七八九十百两幺几数])";

    /// In order: what an earlier one has taken is gone for the later ones.
    static final List<PlaceForm> ALL = List.of(
            // 7#2#301
            with(
                    "#",
                    "(?<![\\dA-Z.#])(?<b>\\d{1,3}[A-Z]?|[A-Z]\\d{0,2})(?<n>#)(?<u>\\d{1,2})#(?<r>\\d{3,4})(?![\\d#])"),
            // 3栋2单元501, B座, 3号楼, 3#502, 3幢乙单元, 8栋A座1203, 88弄6号502
            with(
                    "#栋幢座号",
                    START + "(?<b>" + NUMBERED + ")\\s?(?<n>号楼|#楼|#|栋楼?|幢楼?|座|号(?=" + SEP + "(?:" + N + "单元|" + N
                            + "门洞|\\d{3,4}(?:室|房|户)))|号(?<=弄\\d{1,3}号))(?:\\s?[A-Z]座)?" + TAIL),
            // 甲楼, B楼
            with("楼", START + "(?<b>[A-Z甲乙丙丁])(?<n>楼)" + TAIL),
            // 3楼2单元501: where a unit follows, the first number is a building
            with("元洞", START + "(?<b>" + N + ")(?<n>楼)(?=" + SEP + N + "(?:单元|门洞))" + TAIL),
            // 3-2-501
            with(
                    "-/",
                    "(?<![\\dA-Z.\\-/]|\\d:)(?<b>\\d{1,3}[A-Z]?|[A-Z]\\d{0,2})(?<n>[-/])(?<u>\\d{1,2})[-/](?<r>\\d{3,4})(?![\\d\\-/:])"),
            // 3-501, B-1203
            with(
                    "-",
                    "(?<![\\dA-Z.\\-/]|\\d:)(?<b>\\d{1,2}[A-Z]?|[A-Z]\\d{0,2})(?<n>-)(?<r>\\d{3,4})(?![\\d\\-/:.]|元|块|米|月|年)"),
            // 5-2 301, and 10-2单元402, but not the units one to two
            with("-", "(?<![\\dA-Z.\\-/]|\\d:)(?<b>\\d{1,2})(?<n>-)(?<u>\\d{1,2}) (?<r>\\d{3,4})(?![\\d\\-/:.]|元|块)"),
            with(
                    "-",
                    "(?<![\\dA-Z.\\-/]|\\d:)(?<b>\\d{1,2}[A-Z]?|[A-Z]\\d{0,2})(?<n>-)(?<u>\\d{1,2})(?:单元|门洞)(?!都|各|之间|全|两)(?:"
                            + SEP + FLOOR + ")?(?:" + SEP + ROOM + ")?"),
            // the bare answer "3 2 501"
            withRoom("^\\s*(?<b>\\d{1,2})(?<n>[\\s,，、]+)(?<u>\\d{1,2})[\\s,，、]+(?<r>\\d{3,4})\\s*$"),
            // 2单元501
            with(
                    "元洞",
                    "(?<![\\dA-Z])" + UNIT_NUMBER + "\\s?号?(?:单元|门洞)(?:" + SEP + FLOOR + ")?(?:" + SEP + ROOM + ")?"),
            // 5门201, 4门儿, 三门四楼: in the north a door is a unit
            with(
                    "门",
                    "(?<![\\dA-Z.])(?<u>\\d{1,2}|" + Numerals.CN + "(?=门(?:儿|" + SEP + "\\d{3}|" + Numerals.CN
                            + "{1,3}[楼层])))门儿?(?![卫诊市课功考类禁])(?:" + SEP + FLOOR + ")?(?:" + SEP + ROOM + ")?"),
            // 5楼501, 三楼
            with("楼层F", "(?<![\\dA-Z.零〇一二三四五六七八九十百两幺几数])" + FLOOR + "(?:" + SEP + ROOM + ")?"),
            // 501室, 302那家, 楼上602
            withRoom(ROOM_NUMBER + "(?:室|房(?!价|租|贷|款)|户(?!型)|号房|(?=(?:那家|那户|这家|这户|家[的里]|住户|业主|邻居)))"),
            withRoom("(?:楼上|楼下|上面|下面|隔壁|对门|对面|我家|家里|我是|我住|住在?|家在|家住|门牌号?)(?:的|是|在|就是)?\\s?" + ROOM_NUMBER + NO_COUNT
                    + NO_DOOR),
            // 602在砸墙, 从301门缝里
            withRoom("(?:^|[,，。!！?？\\s]|从|来|到|去|我|俺|咱|我们)" + ROOM_NUMBER
                    + "(?=在|的|门|家|又|天天|半夜|晚上|昨晚|业主|邻居|租|总|老|漏|没|拿|取|楼|卫生间|厨房|阳台)(?!的?(?:人|钱|工资|补贴))"),
            // 401装修, 1203漏水: what a storey and a door are likely to be, and nothing that is counted
            withRoom("(?:^|[,，。!！?？\\s]|从|是|投诉|举报|反映|被)(?<r>[1-9]\\d?(?:0[1-9]|1[0-2]))(?=[\\u4e00-\\u9fff]|$)"
                    + NO_COUNT + NO_DOOR + "(?![名位克件份家户袋箱包瓶本套岁期届班级科页线公起])"),
            // 是502不是501
            withRoom("(?:不是|应该是|应是|(?<![号码])是|不对|错了|改成|应为|哦不|更正)[:,，\\s]{0,2}" + ROOM_NUMBER + "(?=$|[,，。!！\\s]|不是)"));

    private PlaceForms() {}
}
