package org.linli.cases.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.linli.cases.CaseKind;

/// Files of workflows, holidays and working hours: they are read, or each fault has its line.
public final class FuzzedRules {

    private FuzzedRules() {}

    /// What looks right.
    public static List<byte[]> seeds() throws IOException {
        var seeds = new ArrayList<byte[]>();
        for (String file : List.of(
                "workflows/hazard.yml", "workflows/question.yml", "calendars/cn-2026.yml", "calendars/hours.yml")) {
            seeds.add(Files.readAllBytes(Path.of("templates", file)));
        }
        return seeds;
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        for (String name : List.of("cn-2026.yml", "hours.yml")) {
            var file = new RuleFile(name);
            require(ReadCalendar.read(file, text).isEmpty() != file.faults().isEmpty());
        }
        var file = new RuleFile("hazard.yml");
        require(ReadWorkflow.read(CaseKind.HAZARD, text, file).isEmpty()
                != file.faults().isEmpty());
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new AssertionError("a file is read, or something is wrong with it");
        }
    }
}
