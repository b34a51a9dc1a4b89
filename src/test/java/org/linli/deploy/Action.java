package org.linli.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of `deploy/security/actions.csv`: what a page offers, and by which call programs do it.
///
/// @param page method and path; of a page whose address ends in what is done, `{act}`
/// @param act  what is done there; empty for a page that does one thing
/// @param call a route of `/api/v1`, or `none:` and why, or `missing`
/// @param named how the call names the act in its body; empty where it has a route of its own
record Action(String page, String act, String call, String named) {

    private static final Path ACTIONS = Path.of("deploy/security/actions.csv");
    private static final Pattern ACT = Pattern.compile("\\{act=([a-z-]+)}");
    private static final String NAMED = " act=";

    static List<Action> all() throws IOException {
        return Files.readAllLines(ACTIONS).stream().skip(1).map(Action::of).toList();
    }

    /// A path may hold commas; what surrounds it does not.
    private static Action of(String line) {
        int path = line.indexOf(',');
        int last = line.lastIndexOf(',');
        String page =
                line.substring(0, path) + " " + line.substring(path + 1, last).replace("\"", "");
        String[] call = line.substring(last + 1).split(NAMED, 2);
        Matcher act = ACT.matcher(page);
        return new Action(
                act.replaceFirst("{act}"),
                act.reset().find() ? act.group(1) : "",
                call[0],
                call.length > 1 ? call[1] : "");
    }

    boolean isByCall() {
        return call.contains("/api/");
    }
}
