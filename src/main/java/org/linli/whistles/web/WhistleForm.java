package org.linli.whistles.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.whistles.Answer;

/// What a form hands in. Anything may be missing.
record WhistleForm(
        @Nullable String number,
        @Nullable String unit,
        @Nullable String words,
        @Nullable String name,
        @Nullable Integer hours,
        @Nullable Integer stars) {

    private static final int LONGEST = 1_000;
    private static final int MOST_HOURS = 14 * 24;

    String said(@Nullable String field) {
        String said = field == null ? "" : field.strip();
        return said.length() > LONGEST ? said.substring(0, LONGEST) : said;
    }

    /// Not after now where no sensible number of hours was given.
    Instant reportBy(Instant now) {
        var given = hours();
        return given == null || given < 1 || given > MOST_HOURS ? now : now.plus(Duration.ofHours(given));
    }

    /// What a unit may answer; empty for other words in the address.
    Optional<Answer> ofUnit(String act) {
        return Optional.ofNullable(
                switch (act) {
                    case "report-in" -> new Answer.ReportIn(said(name()));
                    case "tell" -> new Answer.Tell(said(words()));
                    case "finish" -> new Answer.Finish(said(words()));
                    case "refuse" -> new Answer.Refuse(said(words()));
                    default -> null;
                });
    }

    /// What the community may.
    Optional<Answer> ofCommunity(String act, String by, Instant now) {
        var given = stars();
        return Optional.ofNullable(
                switch (act) {
                    case "insist" -> new Answer.Insist(said(words()), by, reportBy(now));
                    case "release" -> new Answer.Release(said(words()));
                    case "rate" -> new Answer.Rate(given == null ? 0 : given, said(words()));
                    default -> null;
                });
    }

    @Override
    public String toString() {
        return "WhistleForm[]";
    }
}
