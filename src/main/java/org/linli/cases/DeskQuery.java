package org.linli.cases;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/// Which cases a list shows, as SQL that says only what is asked: a condition that does not matter is not there, so
/// that the database finds the index for those that do. Pure.
///
/// @param from       where the case `c` is looked for
/// @param conditions about the case `c`, to be joined by `and`
/// @param values     by the names in both
record DeskQuery(String from, List<String> conditions, Map<String, Object> values) {

    private static final String ALL = "cases.cases c";

    /// Reported up to a unit at the last. As a list, the key finds each of them, and nothing else is read.
    private static final String TOLD = "number = any(array(select t.number from cases.told t"
            + " where t.community_id = :community and t.unit = :told order by t.at desc limit 2000))";

    /// What a unit takes care of, and what it was told of: each has its index, while `or` between them would have none.
    private static final String OWN_AND_TOLD = """
            (select * from cases.cases where community_id = :community and %1$s
             union all
             select * from cases.cases where community_id = :community and not %1$s and %2$s) c""";

    private static final String LATE = "c.is_open and c.waiting_since is null and c.due_at < :now";

    DeskQuery {
        conditions = List.copyOf(conditions);
        values = Map.copyOf(values);
    }

    static DeskQuery of(Sight sight, DeskFilter filter, Instant now) {
        return from(sight, filter)
                .with(states(filter))
                .when(!filter.unit().isEmpty(), "c.unit = :ofUnit", "ofUnit", filter.unit())
                .when(!filter.label().isEmpty(), "c.label = :label", "label", filter.label())
                .with(pressing(filter))
                .when(!filter.spot().isEmpty(), "c.is_open and c.spot = :spot", "spot", filter.spot())
                .when(filter.late(), LATE, "now", now.atOffset(ZoneOffset.UTC))
                .with(words(filter))
                .with(whose(sight, filter));
    }

    /// Everything that somebody sees.
    static DeskQuery seen(Sight sight) {
        return sight.all() ? community(sight) : community(sight).with(ownAndTold(sight));
    }

    private static DeskQuery from(Sight sight, DeskFilter filter) {
        return filter.whose().equals("told") ? community(sight).and("c." + TOLD, "told", sight.unit()) : seen(sight);
    }

    private static DeskQuery community(Sight sight) {
        return none().and(
                        "c.community_id = :community",
                        "community",
                        sight.community().value());
    }

    private static DeskQuery ownAndTold(Sight sight) {
        boolean isGrid = !sight.places().isEmpty();
        var seen = new DeskQuery(
                OWN_AND_TOLD.formatted(isGrid ? "(unit = :sight or spot = any(:places))" : "(unit = :sight)", TOLD),
                List.of(),
                Map.of("sight", sight.unit(), "told", sight.unit()));
        return isGrid ? seen.valued("places", sight.places().toArray(String[]::new)) : seen;
    }

    /// Of these, those that are overdue.
    DeskQuery late(Instant now) {
        return and(LATE, "now", now.atOffset(ZoneOffset.UTC));
    }

    String where() {
        return " from " + from + " where " + String.join(" and ", conditions);
    }

    GenericExecuteSpec bind(GenericExecuteSpec sql) {
        return sql.bindValues(values);
    }

    private static DeskQuery states(DeskFilter filter) {
        var states = filter.states().stream().map(State::name).toArray(String[]::new);
        var open = filter.isOpen() ? none().and("c.is_open") : none();
        return switch (states.length) {
            case 0 -> open;
            case 1 -> none().and("c.state = :state", "state", states[0]);
            default -> open.and("c.state = any(:states)", "states", states);
        };
    }

    /// The index knows characters and those that stand side by side; whether all stand in a row is looked at.
    private static DeskQuery words(DeskFilter filter) {
        if (filter.text().isEmpty()) {
            return none();
        }
        String typed = filter.text().codePoints().count() > 1 ? "cases.pairs(:typed)" : "array[lower(:typed)]";
        return none().and("(c.words ilike :text or c.number ilike :text)", "text", filter.pattern())
                .and("cases.grams(c.words || ' ' || c.number) @> " + typed, "typed", filter.text());
    }

    /// There are few of these, so the same small index finds both.
    private static DeskQuery pressing(DeskFilter filter) {
        return switch (filter.priority()) {
            case "urgent" -> none().and("c.priority <> 'ORDINARY'");
            case "emergency" -> none().and("c.priority <> 'ORDINARY'").and("c.priority = 'EMERGENCY'");
            default -> none();
        };
    }

    private static DeskQuery whose(Sight sight, DeskFilter filter) {
        return switch (filter.whose()) {
            case "mine" -> none().and("c.assignee = :me", "me", sight.member());
            case "handed-on" -> none().and("c.is_open and c.passed >= 2");
            default -> none();
        };
    }

    private static DeskQuery none() {
        return new DeskQuery(ALL, List.of(), Map.of());
    }

    private DeskQuery when(boolean matters, String condition, String name, Object value) {
        return matters ? and(condition, name, value) : this;
    }

    DeskQuery and(String condition) {
        return with(new DeskQuery(ALL, List.of(condition), Map.of()));
    }

    DeskQuery and(String condition, String name, Object value) {
        return with(new DeskQuery(ALL, List.of(condition), Map.of(name, value)));
    }

    private DeskQuery valued(String name, Object value) {
        return with(new DeskQuery(ALL, List.of(), Map.of(name, value)));
    }

    private DeskQuery with(DeskQuery other) {
        var both = new ArrayList<>(conditions);
        both.addAll(other.conditions);
        var all = new LinkedHashMap<>(values);
        all.putAll(other.values);
        return new DeskQuery(
                from.equals(ALL) ? other.from : from, both.stream().distinct().toList(), all);
    }
}
