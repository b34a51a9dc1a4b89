package org.linli.understanding.entities;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What looks like a place and is none, or another one.
final class PlaceDoubts {

    private static final Pattern COUNT_BEFORE = Pattern.compile("(共|总共|一共|合计|多达|盖了?|建了?|(?<![还也就])有|这|那|前后|最后|每|整|好)$");
    private static final Pattern CHINESE = Pattern.compile(Numerals.CN + "+");
    private static final Pattern COVERING = Pattern.compile("^(沙|灰|土|水|油|膜|皮|霜|冰|雪|泥|纸|布|毛|纱|漆|的?关系|意思|高)");
    private static final Pattern ANOTHER_NUMBER = Pattern.compile("(车位|取件码|取件号|取货码|验证码|密码|单号|车牌|柜)号?是?[:\\s]*$");
    private static final Pattern HOTLINE = Pattern.compile("110|119|120|122|12345|114|911");

    private PlaceDoubts() {}

    /// 一栋楼, 两栋, 共12栋, 一座桥, 一层灰, 六层高: a number of things, not the name of one.
    static boolean countsSomething(Matcher found, Mention at, String text) {
        if (ANOTHER_NUMBER.matcher(at.before(text)).find()) {
            return true;
        }
        String building = PlaceForm.group(found, "b");
        String noun = PlaceForm.group(found, "n");
        if (building != null && noun != null) {
            return countsBuildings(building, noun, at.before(text));
        }
        String floor = PlaceForm.group(found, "f");
        String room = PlaceForm.group(found, "r");
        if (floor != null && PlaceForm.group(found, "u") == null) {
            return countsFloors(floor, text.substring(found.end("f") + 1), found.group(), at.before(text));
        }
        return floor == null && room != null && HOTLINE.matcher(room).matches();
    }

    private static boolean countsBuildings(String building, String noun, String before) {
        boolean chinese = CHINESE.matcher(building).matches();
        boolean word = noun.startsWith("栋") || noun.startsWith("幢") || noun.equals("座");
        return building.equals("两")
                || chinese && noun.equals("座")
                || word && building.equals("一") && (noun.endsWith("楼") || before.matches(".*[这那每整]"))
                || word && COUNT_BEFORE.matcher(before).find() && noun.endsWith("楼")
                || word && before.matches(".*(总共|一共|共)$");
    }

    private static boolean countsFloors(String floor, String behind, String whole, String before) {
        boolean storey = whole.contains("层");
        return floor.equals("两")
                || storey && COVERING.matcher(behind).find()
                || storey && before.matches(".*(共|分|有|隔|差|高|盖|建|了|加|[^地]下|铺|垫|好几)$")
                || !storey && behind.startsWith("高")
                || storey && behind.matches("(?s)(没有?电梯|无电梯|的?(老|住宅|楼房)).*");
    }

    /// 3楼501 cannot be a flat on the third floor: there 3楼 is the building.
    static PlaceMention asMeant(PlaceMention said) {
        String floor = said.floor();
        String room = said.room();
        if (said.building() == null && said.unit() == null && floor != null && room != null && !fits(floor, room)) {
            return new PlaceMention(floor, null, null, room, said.at());
        }
        return said;
    }

    private static boolean fits(String floor, @Nullable String room) {
        String number = Objects.requireNonNullElse(room, "");
        return number.replaceFirst("^0+", "").startsWith(floor);
    }
}
