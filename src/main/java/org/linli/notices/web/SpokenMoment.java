package org.linli.notices.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// A moment as staff reads it.
final class SpokenMoment {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private SpokenMoment() {}

    static String of(Instant moment) {
        return FORM.format(moment);
    }
}
