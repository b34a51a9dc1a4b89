package org.linli.rights;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.platform.rights.Person;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;

/// Fills statements of [org.linli.platform.rights.PersonalTable] with one person.
@Component
class PersonalStatements {

    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z]+)");
    private static final Pattern SYNTAX = Pattern.compile("[^\\p{L}\\p{Nd}\\s]");
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d -]{7,}");
    private static final int MOBILE = 11;

    private final DatabaseClient database;

    PersonalStatements(DatabaseClient database) {
        this.database = database;
    }

    /// @param mark what stands for whoever is forgotten
    GenericExecuteSpec of(String sql, Person person, String mark) {
        var values = values(person, mark);
        var spec = database.sql(sql);
        for (var value : values.entrySet()) {
            if (names(sql).contains(value.getKey())) {
                spec = spec.bind(value.getKey(), value.getValue());
            }
        }
        return spec;
    }

    /// Whether it looks for names, and there are none: an empty expression would be found everywhere.
    static boolean isIdle(String sql, Person person) {
        return person.called().isEmpty() && sql.contains(":called");
    }

    private static Set<String> names(String sql) {
        return PARAMETER.matcher(sql).results().map(it -> it.group(1)).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Object> values(Person person, String mark) {
        var values = new TreeMap<String, Object>();
        values.put("community", person.community().value());
        values.put("resident", person.resident());
        values.put("addresses", person.addresses().toArray(String[]::new));
        values.put("voters", voters(person));
        values.put("called", called(person));
        values.put("cases", person.cases().toArray(String[]::new));
        values.put("mark", mark);
        return values;
    }

    private static String[] voters(Person person) {
        var byAddress = person.addresses().stream().map(it -> "address:" + it);
        return Stream.concat(
                        byAddress,
                        Stream.of(person.resident()).filter(it -> !it.isEmpty()).map(it -> "resident:" + it))
                .toArray(String[]::new);
    }

    static String called(Person person) {
        return person.called().stream()
                .sorted()
                .map(PersonalStatements::pattern)
                .collect(Collectors.joining("|"));
    }

    private static String pattern(String called) {
        return PHONE.matcher(called).matches()
                ? phone(called.replaceAll("\\D", ""))
                : SYNTAX.matcher(called).replaceAll("\\\\$0");
    }

    /// People write telephone numbers with gaps. A short one is no part of a longer number, unless by its area code.
    private static String phone(String digits) {
        String withGaps = String.join("[ -]?", digits.split(""));
        return digits.length() < MOBILE ? "(?<![0-9])(?:0[0-9]{2,3}[ -]?)?" + withGaps + "(?![0-9])" : withGaps;
    }
}
