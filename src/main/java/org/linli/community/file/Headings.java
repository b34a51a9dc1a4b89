package org.linli.community.file;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a spreadsheet calls its tables and columns: as we do, or in Chinese. Pure.
final class Headings {

    private static final Map<String, String> TABLES =
            Map.of("社区", "community", "地点", "places", "单位", "units", "工作人员", "staff", "群", "groups", "居民", "residents");

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            entry("编号", "id"),
            entry("名称", "name"),
            entry("姓名", "name"),
            entry("类型", "kind"),
            entry("上级", "parent"),
            entry("别名", "aliases"),
            entry("单元数", "units"),
            entry("层数", "floors"),
            entry("每层户数", "doors"),
            entry("负责地点", "places"),
            entry("负责事项", "labels"),
            entry("纬度", "latitude"),
            entry("经度", "longitude"),
            entry("角色", "role"),
            entry("所属单位", "unit"),
            entry("电话", "phone"),
            entry("通知地址", "chat"),
            entry("地址", "addresses"),
            entry("群地址", "address"),
            entry("代码", "code"),
            entry("所在地点", "place"),
            entry("负责单位", "unit"),
            entry("发言", "talkativeness"),
            entry("免打扰", "quiet-hours"),
            entry("欢迎", "welcome"),
            entry("住址", "home"),
            entry("已核实", "verified"),
            entry("标签", "tags"),
            entry("街道", "street"),
            entry("工单前缀", "case-prefix"));

    private static final Set<String> OF_PEOPLE = Set.of("staff", "residents");

    private Headings() {}

    /// As we call it; what was said where it is none of ours.
    static String table(String said) {
        return TABLES.getOrDefault(said, said);
    }

    /// Likewise; a column may be called like the table that it names rows of.
    static String column(String said) {
        return COLUMNS.getOrDefault(said, table(said));
    }

    /// What a table calls our columns: as its heads say, and those that it lacks in Chinese. Empty where it speaks our
    /// words.
    static Map<String, String> called(String table, List<String> heads) {
        if (heads.stream().allMatch(it -> column(it).equals(it))) {
            return Map.of();
        }
        var called = new HashMap<String, String>();
        COLUMNS.forEach((chinese, ours) -> called.put(ours, chinese));
        called.put("name", OF_PEOPLE.contains(table) ? "姓名" : "名称");
        called.put("unit", table.equals("groups") ? "负责单位" : "所属单位");
        heads.forEach(it -> called.put(column(it), it));
        return Map.copyOf(called);
    }
}
