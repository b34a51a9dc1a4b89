package org.linli.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// By when somebody has taken care of it, by label. In calendar time; the list of working days is not known here yet.
public final class Promise {

    private record Row(String pattern, Duration within) {}

    /// The first row that fits counts.
    private static final List<Row> TABLE = List.of(
            new Row("emergency", Duration.ofMinutes(15)),
            new Row("report.elevator", Duration.ofHours(2)),
            new Row("report.gas_heating", Duration.ofHours(2)),
            new Row("report.water", Duration.ofHours(4)),
            new Row("report.power", Duration.ofHours(4)),
            new Row("report.fire_hazard", Duration.ofDays(1)),
            new Row("ask.*", Duration.ofDays(1)),
            new Row("help.*", Duration.ofDays(5)),
            new Row("suggest", Duration.ofDays(5)),
            new Row("report.*", Duration.ofDays(10)),
            new Row("*", Duration.ofDays(10)));

    private Promise() {}

    public static Instant dueAt(String label, Instant from) {
        return from.plus(within(label));
    }

    static Duration within(String label) {
        return TABLE.stream()
                .filter(row -> LabelPattern.matches(row.pattern(), label))
                .map(Row::within)
                .findFirst()
                .orElseThrow();
    }
}
