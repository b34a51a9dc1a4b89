package org.linli.standin.wecom;

import java.util.HashMap;
import java.util.Map;
import org.linli.standin.Told;

/// Answers that begin with a code, in HTTP 200 whatever happened.
public final class Codes {

    private Codes() {}

    public static Told ok(Map<String, Object> more) {
        var answer = new HashMap<String, Object>(more);
        answer.put("errcode", 0);
        answer.put("errmsg", "ok");
        return Told.json(answer);
    }

    public static Told refused(long code) {
        return Told.json(Map.of("errcode", code, "errmsg", "in the platform's own words"));
    }
}
