package org.linli.open311;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.linli.cases.CasesByTime;
import org.springframework.util.MultiValueMap;

/// Which requests a client asks for. Never more than 90 days and 1,000 of them.
///
/// @param page from 1, an extension
public record Query(
        List<String> numbers,
        List<String> services,
        Instant since,
        Instant until,
        boolean open,
        boolean closed,
        int size,
        int page) {

    static final Duration LONGEST = Duration.ofDays(90);

    /// Of the specification.
    public static final int MOST = 1_000;

    private static final int LAST_PAGE = 10_000;

    /// @throws Refused where an argument cannot be read
    public static Query of(MultiValueMap<String, String> arguments, Instant now) {
        var numbers = list(arguments, "service_request_id");
        int size = whole(arguments, "page_size", MOST, MOST);
        int page = whole(arguments, "page", 1, LAST_PAGE);
        if (!numbers.isEmpty()) {
            return new Query(numbers, List.of(), Instant.EPOCH, now.plus(LONGEST), true, true, size, page);
        }
        var start = W3.read("start_date", first(arguments, "start_date"));
        var end = W3.read("end_date", first(arguments, "end_date"));
        Instant until = end.orElseGet(() -> start.map(it -> it.plus(LONGEST)).orElse(now));
        Instant earliest = until.minus(LONGEST);
        Instant since = start.filter(it -> it.isAfter(earliest)).orElse(earliest);
        var states = states(arguments);
        return new Query(
                List.of(),
                list(arguments, "service_code"),
                since,
                until,
                states.contains("open"),
                states.contains("closed"),
                size,
                page);
    }

    CasesByTime.Wanted wanted(Set<String> published) {
        return new CasesByTime.Wanted(
                services.isEmpty()
                        ? published
                        : services.stream().filter(published::contains).toList(),
                numbers.stream().limit(MOST).toList(),
                List.of(),
                since,
                until,
                open,
                closed,
                size,
                skipped());
    }

    private static List<String> states(MultiValueMap<String, String> arguments) {
        var asked = list(arguments, "status");
        if (!List.of("open", "closed").containsAll(asked)) {
            throw Refused.badRequest("status has to be open, closed or both");
        }
        return asked.isEmpty() ? List.of("open", "closed") : asked;
    }

    private static int whole(MultiValueMap<String, String> arguments, String name, int usual, int most) {
        String text = first(arguments, name);
        if (text.isEmpty()) {
            return usual;
        }
        if (!text.matches("[1-9]\\d{0,4}")) {
            throw Refused.badRequest(name + " has to be a whole number from 1");
        }
        return Math.min(Integer.parseInt(text), most);
    }

    private static List<String> list(MultiValueMap<String, String> arguments, String name) {
        return arguments.getOrDefault(name, List.of()).stream()
                .filter(Objects::nonNull)
                .flatMap(it -> Arrays.stream(it.split(",")))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    int skipped() {
        return (page - 1) * size;
    }

    private static String first(MultiValueMap<String, String> arguments, String name) {
        String value = arguments.getFirst(name);
        return value == null ? "" : value;
    }
}
