package org.linli.administration;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.keys.ApiKeys.Wanted;
import org.linli.keys.Scope;
import org.linli.platform.words.SaidTime;

/// A key as the form asks for it.
///
/// @param until the last day, like `2027-01-31`; blank: for ever
record KeyForm(
        @Nullable String name,
        @Nullable List<Scope> scopes,
        @Nullable String unit,
        @Nullable String until) {

    private static final int LONGEST = 60;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// The end of a key of words: the first thing that is wrong. Empty where nothing is.
    Optional<String> fault(CommunityMap map, Instant now) {
        if (said(name).isEmpty() || said(name).length() > LONGEST) {
            return Optional.of("name");
        }
        if (wished().isEmpty()) {
            return Optional.of("scopes");
        }
        if (!said(unit).isEmpty() && map.unit(said(unit)).isEmpty()) {
            return Optional.of("unit");
        }
        return said(until).isEmpty() || end().filter(it -> it.isAfter(now)).isPresent()
                ? Optional.empty()
                : Optional.of("until");
    }

    /// To be asked for only where nothing is wrong.
    Wanted wanted() {
        return new Wanted(said(name), wished(), said(unit).isEmpty() ? null : said(unit), end().orElse(null));
    }

    /// Whether the box of a scope is ticked.
    public boolean wishes(Scope scope) {
        return wished().contains(scope);
    }

    private Set<Scope> wished() {
        return Stream.ofNullable(scopes)
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Empty where no day was said, or none that there is.
    private Optional<Instant> end() {
        try {
            return said(until).isEmpty()
                    ? Optional.empty()
                    : Optional.of(SaidTime.day(said(until))
                            .plusDays(1)
                            .atStartOfDay(ZONE)
                            .toInstant());
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static String said(@Nullable String field) {
        return field == null ? "" : field.strip();
    }

    @Override
    public String toString() {
        return "KeyForm[]";
    }
}
