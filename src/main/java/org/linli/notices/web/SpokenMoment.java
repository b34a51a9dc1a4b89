package org.linli.notices.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// A moment as staff reads it: with the year, for notices are read again years later and written for the next one.
final class SpokenMoment {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private SpokenMoment() {}

    static String of(Instant moment) {
        return FORM.format(moment);
    }
}
