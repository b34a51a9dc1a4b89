package org.linli.notices.writing;

import java.util.List;

/// Why a draft cannot be sent.
///
/// @param field which part of the form: `title`, `text`, `audience`, `period` or `once`; or a way by which it would go
/// @param why   the end of a key of words
/// @param facts what those words name, the place first
public record Fault(String field, String why, List<String> facts) {

    public Fault {
        facts = List.copyOf(facts);
    }

    static Fault of(String field, String why, Object... facts) {
        return new Fault(
                field, why, List.of(facts).stream().map(String::valueOf).toList());
    }
}
