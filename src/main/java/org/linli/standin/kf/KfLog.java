package org.linli.standin.kf;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.linli.standin.Asked;
import org.linli.standin.Told;
import org.linli.standin.wecom.Codes;

/// What happened at a desk, kept until it is read, page by page: `kf/sync_msg`.
final class KfLog {

    private static final int PAGE = 1000;

    private final List<Map<String, Object>> entries = new ArrayList<>();
    private final String desk;
    private final Clock clock;
    // later than any cursor of an earlier start of this program, which our own side still has
    private final long first;
    private int tokens = 1;
    private int page = PAGE;

    KfLog(String desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
        this.first = clock.millis();
    }

    void shortPages(int most) {
        page = most;
    }

    /// The token that goes with a call and opens what it is about.
    String token() {
        return "call-" + tokens;
    }

    void expireToken() {
        tokens++;
    }

    Instant now() {
        return clock.instant();
    }

    int size() {
        return entries.size();
    }

    void add(Map<String, Object> entry) {
        var whole = new HashMap<String, Object>(entry);
        whole.putIfAbsent("msgid", "m" + clock.millis() + "-" + entries.size());
        whole.putIfAbsent("open_kfid", desk);
        whole.putIfAbsent("send_time", clock.instant().getEpochSecond());
        entries.add(whole);
    }

    Told read(Asked call) {
        var asked = call.json();
        String token = asked.path("token").asString("");
        if (!asked.path("open_kfid").asString("").equals(desk)) {
            return Codes.refused(95000);
        }
        if (!token.isEmpty() && !token.equals(token())) {
            return Codes.refused(95007);
        }
        long from = Long.parseLong("0" + asked.path("cursor").asString("").replaceFirst("^c", ""));
        int begin = (int) Math.clamp(from - first, 0, entries.size());
        int end = Math.min(
                entries.size(), begin + Math.min(page, asked.path("limit").asInt(PAGE)));
        return Codes.ok(Map.of(
                "next_cursor",
                "c" + (first + end),
                "has_more",
                end < entries.size() ? 1 : 0,
                "msg_list",
                List.copyOf(entries.subList(begin, end))));
    }
}
