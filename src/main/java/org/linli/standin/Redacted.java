package org.linli.standin;

import java.util.regex.Pattern;

/// Shows what was said without what opens doors.
final class Redacted {

    private static final String NAMES =
            "access_token|refresh_token|secret|corpsecret|token|ticket|key|code|suite_ticket|js_code";
    private static final Pattern IN_AN_ADDRESS = Pattern.compile("(?<=[?&])(" + NAMES + ")=[^&\\s]*");
    private static final Pattern IN_JSON = Pattern.compile("\"(" + NAMES + ")\"\\s*:\\s*\"[^\"]{12,}\"");

    private Redacted() {}

    static String text(String text) {
        String address = IN_AN_ADDRESS.matcher(text).replaceAll("$1=…");
        return IN_JSON.matcher(address).replaceAll("\"$1\":\"…\"");
    }
}
