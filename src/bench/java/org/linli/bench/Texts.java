package org.linli.bench;

/// What the people of the demo community write: a problem and its place, in one sentence.
final class Texts {

    private static final String[] PROBLEMS = {
        "电梯又停了，老人下不了楼，麻烦派人看看", "楼道的灯坏了，晚上看不见路", "水管漏水了，地上全是水",
        "垃圾堆了好几天没人清，味道很大", "楼上半夜装修，吵得睡不着", "电瓶车停在楼道里充电，太危险了"
    };
    private static final int BUILDINGS = 6;
    private static final int UNITS = 2;
    private static final int FLOORS = 6;

    private Texts() {}

    static String of(int person) {
        int rest = person / PROBLEMS.length;
        return "%d栋%d单元%d楼%s".formatted(
                rest % BUILDINGS + 1,
                rest / BUILDINGS % UNITS + 1,
                rest / BUILDINGS / UNITS % FLOORS + 1,
                PROBLEMS[person % PROBLEMS.length]);
    }
}
