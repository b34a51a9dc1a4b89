package org.linli.polls.files;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/// What a Pabulib file says about a vote beside projects and ballots.
///
/// @param unit who holds it, like a community's name
/// @param instance which of its votes it is, like a year or a round
/// @param rule in the words of the format, like `equalshares/add1`, or `unknown`
public record Heading(String description, String unit, String instance, String rule, LocalDate begin, LocalDate end) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    String firstDay() {
        return DAY.format(begin);
    }

    String lastDay() {
        return DAY.format(end);
    }
}
