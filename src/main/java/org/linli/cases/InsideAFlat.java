package org.linli.cases;

import java.util.Set;
import java.util.regex.Pattern;

/// What goes wrong inside a flat, "我家水管爆了": the next flat's is another one, in the same words. What comes through a
/// home from the house, like no water, is of the house, and so is what lies around it.
final class InsideAFlat {

    /// Of noise, smells and parking a home is only where they are noticed.
    private static final Set<String> FITTINGS =
            Set.of("report.water", "report.power", "report.gas_heating", "report.facility");

    private static final Pattern INSIDE = Pattern.compile("(?:我们?家|[咱俺]们?家|家[里中]|屋里|我们?屋|我这屋)"
            + "(?![里中]?(?:的|这|那)?(?:门口|门外|门前|楼[上下道梯]|对面|对门|旁边|附近|窗外|外[面墙]|单元|[这那]?[栋幢]))"
            + "|厨房|卫生间|洗手间|淋浴|浴室|卧室|客厅|阳台|书房|马桶|洗碗池|水槽|洗手池|洗脸[盆池]");

    private static final Pattern OF_THE_HOUSE = Pattern.compile(
            "电梯|楼道|楼梯|走廊|大厅|门厅|屋顶|楼顶|天台|地下|车库|单元门|门禁|刷卡|道闸|大门|公共|公厕|总[管阀闸]|主管|立管|整[栋幢个]|全[楼栋]|[每各]家|家家|[一这我]们?(?:栋|幢|楼|单元)[^，。,]{0,3}[都全]");

    /// What reaches all through the same pipes and wires.
    private static final Pattern SUPPLY = Pattern.compile(
            "[停断没冇缺]了?有?[水电气网]|[水电气](?:又|都|也|还)?[停断]了?|不(?:出|来)[水电气]|水压|水[太很好]?[小黄浑臭]|水是?[黄浑臭]|电压|信号|不[热亮]|暖气[^漏滴渗爆]*$");

    private static final Pattern ALSO = Pattern.compile("也(?:是|一样|这样|有)");

    private InsideAFlat() {}

    /// @param words only "我家也是" says nothing of what is wrong
    static boolean is(String label, String words) {
        return FITTINGS.contains(label)
                && INSIDE.matcher(words).find()
                && !OF_THE_HOUSE.matcher(words).find()
                && !SUPPLY.matcher(words).find()
                && !ALSO.matcher(words).find();
    }

    static boolean is(Problem problem) {
        return is(problem.label(), problem.words());
    }
}
