package org.linli.postroom.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// A moment as the post room writes it: to the second, since that is what platforms are asked about.
final class SpokenInstant {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private SpokenInstant() {}

    static String of(Instant moment) {
        return FORM.format(moment);
    }
}
