package org.linli.cases;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/// Which cases a list shows, as SQL that says only what is asked: a condition that does not matter is not there, so
/// that
/// the database finds the index for those that do. Pure.
///
/// @param conditions about the case `c`, to be joined by `and`
/// @param values     by the names in the conditions
record DeskQuery(List<String> conditions, Map<String, Object> values) {

    /// Reported up to a unit at the last; the index alone finds them.
    private static final String TOLD = "c.number = any(array(select t.number from cases.told t"
            + " where t.community_id = :community and t.unit = :told order by t.at desc limit 2000))";

    private static final String LATE = "c.is_open and c.waiting_since is null and c.due_at < :now";

    DeskQuery {
        conditions = List.copyOf(conditions);
        values = Map.copyOf(values);
    }

    static DeskQuery of(Sight sight, DeskFilter filter, Instant now) {
        return seen(sight)
                .with(states(filter))
                .when(!filter.unit().isEmpty(), "c.unit = :ofUnit", "ofUnit", filter.unit())
                .when(!filter.label().isEmpty(), "c.label = :label", "label", filter.label())
                .when(filter.late(), LATE, "now", now.atOffset(ZoneOffset.UTC))
                .with(words(filter))
                .with(whose(sight, filter));
    }

    /// Everything that somebody sees.
    static DeskQuery seen(Sight sight) {
        var community = none().and(
                        "c.community_id = :community",
                        "community",
                        sight.community().value());
        if (sight.all()) {
            return community;
        }
        return community
                .and("(c.unit = :sight or c.spot = any(:places) or " + TOLD + ")", "sight", sight.unit())
                .valued("places", sight.places().toArray(String[]::new))
                .valued("told", sight.unit());
    }

    /// Of these, those that are overdue.
    DeskQuery late(Instant now) {
        return and(LATE, "now", now.atOffset(ZoneOffset.UTC));
    }

    String where() {
        return " from cases.cases c where " + String.join(" and ", conditions);
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

    /// Two characters side by side are found by an index, one alone is looked for.
    private static DeskQuery words(DeskFilter filter) {
        if (filter.text().isEmpty()) {
            return none();
        }
        var looked = none().and("(c.words ilike :text or c.number ilike :text)", "text", filter.pattern());
        return looked.when(
                filter.text().length() > 1,
                "cases.pairs(c.words || ' ' || c.number) @> cases.pairs(:typed)",
                "typed",
                filter.text());
    }

    private static DeskQuery whose(Sight sight, DeskFilter filter) {
        return switch (filter.whose()) {
            case "mine" -> none().and("c.assignee = :me", "me", sight.member());
            case "told" -> none().and(TOLD, "told", sight.unit());
            case "handed-on" -> none().and("c.is_open and c.passed >= 2");
            default -> none();
        };
    }

    private static DeskQuery none() {
        return new DeskQuery(List.of(), Map.of());
    }

    private DeskQuery when(boolean matters, String condition, String name, Object value) {
        return matters ? and(condition, name, value) : this;
    }

    DeskQuery and(String condition) {
        return with(new DeskQuery(List.of(condition), Map.of()));
    }

    DeskQuery and(String condition, String name, Object value) {
        return with(new DeskQuery(List.of(condition), Map.of(name, value)));
    }

    private DeskQuery valued(String name, Object value) {
        return with(new DeskQuery(List.of(), Map.of(name, value)));
    }

    private DeskQuery with(DeskQuery other) {
        var both = new ArrayList<>(conditions);
        both.addAll(other.conditions);
        var all = new LinkedHashMap<>(values);
        all.putAll(other.values);
        return new DeskQuery(both.stream().distinct().toList(), all);
    }
}
