package org.linli.understanding.opennlp;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Three labels, few sentences: enough to see that something is learnt.
public final class SmallExamples {

    private SmallExamples() {}

    public static SortedMap<String, String> files() {
        var files = new TreeMap<String, String>();
        files.put(
                "report/elevator.yml",
                file(
                        "report.elevator",
                        List.of(
                                "电梯坏了",
                                "3栋电梯不动",
                                "电梯又停了",
                                "电梯门关不上",
                                "电梯在抖",
                                "电梯按钮没反应",
                                "货梯坏了三天了",
                                "2单元电梯异响",
                                "电梯上不去",
                                "电梯卡在五楼没人")));
        files.put(
                "report/water.yml",
                file(
                        "report.water",
                        List.of("停水了", "家里没水", "水管爆了", "下水道堵了", "厨房漏水", "水压太小", "3栋没水", "屋顶漏水", "水是黄的", "污水冒出来了")));
        files.put(
                "chatter.yml",
                file(
                        "chatter",
                        List.of(
                                "哈哈哈", "今天天气真好", "谁家炖肉呢", "团购草莓吗", "晚安各位", "孩子放学了", "笑死我了", "出二手沙发", "转发给三个群",
                                "周末爬山去吗")));
        return files;
    }

    public static String file(String label, List<String> sentences) {
        return "version: \"3.1\"\nnlu:\n  - intent: " + label + "\n    examples: |\n      - "
                + String.join("\n      - ", sentences) + "\n";
    }
}
