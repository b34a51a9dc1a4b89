package org.linli.cases.desk;

import java.util.regex.Pattern;
import org.linli.community.Place;

/// On which floor something is: pure. Zero where nobody said.
final class FloorOf {

    private static final Pattern ROOM = Pattern.compile("(\\d{1,2})\\d{2}\\D*");
    private static final Pattern SAID = Pattern.compile("(\\d{1,2}|[一二三四五六七八九]?十?[一二三四五六七八九十])\\s*[楼层](?![道梯上下顶栋])");
    private static final String DIGITS = "零一二三四五六七八九";

    private FloorOf() {}

    /// `501室` is on the fifth.
    static int room(Place room) {
        var number = ROOM.matcher(room.name());
        return number.matches() ? Integer.parseInt(number.group(1)) : BuildingPlan.STAIRS;
    }

    /// `电梯停在十二楼` is on the twelfth.
    static int words(String words) {
        var said = SAID.matcher(words);
        return said.find() ? number(said.group(1)) : BuildingPlan.STAIRS;
    }

    private static int number(String said) {
        if (Character.isDigit(said.charAt(0))) {
            return Integer.parseInt(said);
        }
        int ten = said.indexOf('十');
        if (ten < 0) {
            return DIGITS.indexOf(said);
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(said.charAt(0));
        return 10 * tens + (ten == said.length() - 1 ? 0 : DIGITS.indexOf(said.charAt(said.length() - 1)));
    }
}
