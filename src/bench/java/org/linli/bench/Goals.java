package org.linli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was promised, and whether it was kept this time.
record Goals(List<Measured> results, Optional<Installed> installed) {

    private static final long HEAP = 512;
    private static final double READY = 3;
    private static final long RESIDENT = 350;

    List<String> lines() {
        var lines = new ArrayList<String>();
        ratio(lines, "(b) at least 5 times (d)", Subject.KEPT, Subject.PORTAL, 5);
        ratio(lines, "(b) at least a third of (a)", Subject.KEPT, Subject.CONSTANT, 1.0 / 3);
        ratio(lines, "(c) at least (d)", Subject.ANSWERED, Subject.PORTAL, 1);
        ratio(lines, "(c) aims at a tenth of (a)", Subject.ANSWERED, Subject.CONSTANT, 0.1);
        if (!results.isEmpty()) {
            rate(lines, "no call refused or lost", results.stream().allMatch(it -> it.refused() == 0));
        }
        of(Subject.ANSWERED)
                .ifPresent(it -> rate(
                        lines,
                        "512 MB of heap suffice (%d MB after the load)".formatted(it.underLoad().heap()),
                        it.refused() == 0 && it.underLoad().heap() < HEAP));
        installed.ifPresent(it -> {
            rate(lines, "an installation is ready in under 3 s: %.2f s".formatted(it.ready()), it.ready() < READY);
            rate(
                    lines,
                    "an installation takes under 350 MB at rest: %d MB"
                            .formatted(it.rest().jvm()),
                    it.rest().jvm() < RESIDENT);
        });
        return lines;
    }

    private void ratio(List<String> lines, String goal, Subject above, Subject below, double wanted) {
        if (of(above).isPresent() && of(below).isPresent()) {
            double ratio = of(above).orElseThrow().rate() / of(below).orElseThrow().rate();
            rate(lines, "%s: %.2f".formatted(goal, ratio), ratio >= wanted);
        }
    }

    private static void rate(List<String> lines, String goal, boolean met) {
        lines.add((met ? "met    " : "MISSED ") + goal);
    }

    private Optional<Measured> of(Subject subject) {
        return results.stream().filter(it -> it.subject() == subject).findFirst();
    }
}
