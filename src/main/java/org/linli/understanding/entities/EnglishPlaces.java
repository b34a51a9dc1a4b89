package org.linli.understanding.entities;

import java.util.regex.Pattern;

/// "building 3, unit 2, room 501" as it is said here: 3栋2单元501室.
final class EnglishPlaces {

    private static final String NUMBER = "\\s*(?:no\\.?|number|nr\\.?|#)?\\s*#?\\s*(?<n>\\d{1,4}[A-Za-z]?)(?![\\d:])";

    private static final Pattern BUILDING = noun("building|bldg\\.?|block|tower");
    private static final Pattern UNIT = noun("unit|entrance");
    private static final Pattern ROOM = noun("room|flat|apartment|apt\\.?");
    private static final Pattern FLOOR = Pattern.compile(
            "\\b(?<n>\\d{1,2})(?:st|nd|rd|th) floor\\b|\\bfloor (?<m>\\d{1,2})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMAS = Pattern.compile("(?<=栋|单元|楼)[\\s,，]+(?=\\d{1,4}(?:单元|楼|室))");

    private EnglishPlaces() {}

    static String spelledOut(String text) {
        if (!hasWord(text)) {
            return text;
        }
        String said = BUILDING.matcher(text).replaceAll("${n}栋");
        said = UNIT.matcher(said).replaceAll("${n}单元");
        said = ROOM.matcher(said).replaceAll("${n}室");
        said = FLOOR.matcher(said).replaceAll(it -> (it.group("n") == null ? it.group("m") : it.group("n")) + "楼");
        return said.equals(text) ? text : COMMAS.matcher(said).replaceAll("");
    }

    /// Most messages have no three Latin letters in a row.
    private static boolean hasWord(String text) {
        int row = 0;
        for (int i = 0; i < text.length() && row < 3; i++) {
            char it = text.charAt(i);
            row = it >= 'a' && it <= 'z' || it >= 'A' && it <= 'Z' ? row + 1 : 0;
        }
        return row == 3;
    }

    private static Pattern noun(String words) {
        return Pattern.compile("(?<![A-Za-z])(?:" + words + ")" + NUMBER, Pattern.CASE_INSENSITIVE);
    }
}
