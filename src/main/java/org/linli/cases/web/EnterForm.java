package org.linli.cases.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Way;
import org.linli.cases.behalf.Typed;
import org.linli.platform.words.SaidTime;
import org.springframework.http.codec.multipart.FilePart;

/// What the form for entering a case for somebody hands in. Anything may be missing, and anything may be in it.
record EnterForm(
        @Nullable String occasion,
        @Nullable String way,
        @Nullable String resident,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String contact,
        @Nullable String words,
        @Nullable String label,
        @Nullable String place,
        @Nullable String due,
        @Nullable FilePart picture,
        @Nullable String find) {

    static final EnterForm EMPTY =
            new EnterForm(null, null, null, null, null, "yes", null, null, null, null, null, null);

    private static final int LONGEST_NAME = 60;

    Typed typed() {
        return new Typed(
                named(),
                meantWay(),
                said(resident),
                limited(said(name)),
                limited(said(phone)),
                "yes".equals(contact),
                said(words),
                said(label),
                limited(said(place)),
                dueOn());
    }

    /// One of its own where none was handed in.
    private String named() {
        return occasion != null && occasion.matches("[0-9a-f-]{36}")
                ? occasion
                : UUID.randomUUID().toString();
    }

    private Way meantWay() {
        return Arrays.stream(Way.values())
                .filter(it -> it.name().equals(way))
                .findFirst()
                .orElse(Way.TELEPHONE);
    }

    private @Nullable LocalDate dueOn() {
        try {
            return said(due).isEmpty() ? null : SaidTime.day(said(due));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /// Whom to look for; empty for nobody.
    String wanted() {
        return limited(said(find));
    }

    private static String said(@Nullable String field) {
        return field == null ? "" : field.strip();
    }

    private static String limited(String said) {
        return said.length() > LONGEST_NAME ? said.substring(0, LONGEST_NAME) : said;
    }

    @Override
    public String toString() {
        return "EnterForm[]";
    }
}
