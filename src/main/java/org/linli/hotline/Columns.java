package org.linli.hotline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which column of a city's file means what: pure.
///
/// @param heads by field; fields that the file does not have are missing
public record Columns(Map<Field, String> heads) {

    private static final int MOST_FAULTS = 100;

    /// What cities mostly call their columns, to begin with.
    private static final Map<Field, List<String>> USUAL = Map.of(
            Field.NUMBER, List.of("工单编号", "工单号", "编号", "受理编号", "诉求编号"),
            Field.WORDS, List.of("诉求内容", "反映内容", "内容", "问题描述", "诉求描述", "主要内容"),
            Field.RECEIVED, List.of("受理时间", "来电时间", "登记时间", "派单时间", "创建时间"),
            Field.DUE, List.of("办理期限", "办结时限", "截止时间", "到期时间", "应办结时间"),
            Field.PLACE, List.of("地址", "事发地址", "诉求地址", "问题地址", "地点", "详细地址"),
            Field.CALLER, List.of("来电人", "诉求人", "反映人", "姓名", "联系人"),
            Field.PHONE, List.of("联系电话", "来电号码", "电话", "手机号", "联系方式"),
            Field.CATEGORY, List.of("问题分类", "诉求类型", "类别", "分类", "事项类别"));

    public Columns {
        heads = Map.copyOf(heads);
    }

    /// What the heads of a file look like.
    public static Columns guess(List<String> heads) {
        var guessed = new EnumMap<Field, String>(Field.class);
        USUAL.forEach((field, names) ->
                names.stream().filter(heads::contains).findFirst().ifPresent(it -> guessed.put(field, it)));
        return new Columns(guessed);
    }

    /// Whether cities mostly call a column so.
    static boolean isUsual(String head) {
        return USUAL.values().stream().anyMatch(it -> it.contains(head));
    }

    public Optional<String> head(Field field) {
        return Optional.ofNullable(heads.get(field));
    }

    /// Whether every order can be read with it from a file with these heads.
    public boolean fits(List<String> inFile) {
        return Field.needed().stream().allMatch(heads::containsKey) && inFile.containsAll(heads.values());
    }

    /// All orders of a file. Signals [Wrong] with row and column when there is anything wrong with any.
    public List<WorkOrder> orders(Table table) {
        var faults = new ArrayList<Fault>();
        for (Field field : Field.values()) {
            var head = heads.get(field);
            if (head == null ? field.isNeeded() : !table.heads().contains(head)) {
                faults.add(new Fault(0, head == null ? field.json() : head, Fault.Why.NO_COLUMN));
            }
        }
        return faults.isEmpty() ? orders(table, faults) : fail(faults);
    }

    private List<WorkOrder> orders(Table table, List<Fault> faults) {
        var orders = new ArrayList<WorkOrder>();
        var before = new HashMap<String, List<String>>();
        for (Table.Row row : table.rows()) {
            var reading = new ReadOrder(field -> cell(table, row, field));
            reading.faults().forEach(it -> faults.add(new Fault(row.number(), named(it.field()), it.why())));
            if (isApart(table, row, before)) {
                faults.add(new Fault(row.number(), named(Field.NUMBER), Fault.Why.TWICE));
            }
            reading.order().ifPresent(orders::add);
        }
        return faults.isEmpty() ? orders.stream().distinct().toList() : fail(faults);
    }

    /// Whether a row before had the same number beside something else, be anything wrong with either or not.
    private boolean isApart(Table table, Table.Row row, Map<String, List<String>> before) {
        var said = Stream.of(Field.values())
                .map(field -> Objects.requireNonNullElse(cell(table, row, field), ""))
                .toList();
        String number = said.get(Field.NUMBER.ordinal());
        var other = number.isEmpty() ? null : before.putIfAbsent(number, said);
        return other != null && !other.equals(said);
    }

    private static List<WorkOrder> fail(List<Fault> faults) {
        throw new Wrong(faults.stream().limit(MOST_FAULTS).toList());
    }

    private String named(Field field) {
        return head(field).orElse(field.json());
    }

    private @Nullable String cell(Table table, Table.Row row, Field field) {
        var head = heads.get(field);
        return head == null ? null : row.cells().get(table.heads().indexOf(head));
    }
}
