package org.linli.bench;

/// What people write: a problem and its place, in one sentence. Every fourth says what a neighbour said a while ago; the
/// others have a problem of their own, as long as the town has buildings.
final class Texts {

    private static final String[] PROBLEMS = {
        "电梯又停了，老人下不了楼，麻烦派人看看", "楼道的灯坏了，晚上看不见路", "水管漏水了，地上全是水",
        "暖气片冰凉，屋里冷得要穿棉袄", "门禁刷卡没反应，大家都进不了门", "有人从窗户拉线给电瓶车充电，太危险了",
        "门口那棵树的树枝断了，挂着要掉下来", "有人在楼顶违章搭建", "楼上半夜装修，吵得睡不着",
        "一辆面包车乱停，堵着单元门", "有人遛狗不拴绳，孩子吓哭了", "物业收了费不打扫，打电话没人接",
        "垃圾堆了好几天没人清，味道很大", "有人高空抛物，酒瓶差点砸到人", "井盖没了，留着一个大洞",
        "电瓶车停在楼道里充电，堵着路"
    };
    private static final int A_WHILE = 500;
    private static final int UNITS = 2;
    private static final int FLOORS = 6;

    private Texts() {}

    static String of(int person) {
        int own = person - person / 4;
        int problem = person % 4 == 3 ? Math.max(0, own - A_WHILE) : own;
        return "%d栋%d单元%d楼%s".formatted(
                problem % Town.BUILDINGS + 1,
                problem % UNITS + 1,
                problem / UNITS % FLOORS + 1,
                PROBLEMS[problem / Town.BUILDINGS % PROBLEMS.length]);
    }
}
