package org.linli.standin.wechat;

import java.util.Map;
import org.linli.standin.Told;

/// Answers that are a code alone, in HTTP 200 whatever happened.
final class Codes {

    private Codes() {}

    static Told ok() {
        return refused(0);
    }

    static Told refused(long code) {
        return Told.json(Map.of("errcode", code, "errmsg", code == 0 ? "ok" : "in the platform's own words"));
    }
}
