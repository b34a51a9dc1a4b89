package org.linli.web.sessions;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What somebody signed in with, as far as browsers tell; only good enough to recognise one's own.
public record Device(Program program, System system) {

    /// In the order in which they are looked for: each names those after it as well.
    public enum Program {
        WECOM("wxwork"),
        WECHAT("micromessenger"),
        EDGE("edg"),
        FIREFOX("firefox"),
        CHROME("chrome"),
        SAFARI("safari"),
        OTHER("");

        private final String mark;

        Program(String mark) {
            this.mark = mark;
        }
    }

    /// In the order in which they are looked for.
    public enum System {
        HARMONY("harmony"),
        ANDROID("android"),
        IPHONE("iphone"),
        IPAD("ipad"),
        WINDOWS("windows"),
        MAC("mac os"),
        LINUX("linux"),
        OTHER("");

        private final String mark;

        System(String mark) {
            this.mark = mark;
        }
    }

    static Device of(@Nullable String userAgent) {
        String told = userAgent == null ? "" : userAgent.toLowerCase(Locale.ROOT);
        return new Device(program(told), system(told));
    }

    /// As [#text] wrote it; unknown words are of a newer or older program.
    static Device parse(@Nullable String text) {
        for (var program : Program.values()) {
            for (var system : System.values()) {
                var device = new Device(program, system);
                if (device.text().equals(text)) {
                    return device;
                }
            }
        }
        return new Device(Program.OTHER, System.OTHER);
    }

    String text() {
        return program + " " + system;
    }

    private static Program program(String told) {
        for (var program : Program.values()) {
            if (told.contains(program.mark)) {
                return program;
            }
        }
        return Program.OTHER;
    }

    private static System system(String told) {
        for (var system : System.values()) {
            if (told.contains(system.mark)) {
                return system;
            }
        }
        return System.OTHER;
    }
}
