package org.linli.understanding.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Files of what people say, ours and those of Rasa.
public final class FuzzedExamples {

    private FuzzedExamples() {}

    /// What looks right.
    public static List<byte[]> seeds() throws Exception {
        String ours = Files.readString(Path.of("intents/report/elevator.yml"));
        return List.of(
                ours.lines().limit(12).reduce("", (all, it) -> all + it + "\n").getBytes(UTF_8),
                "version: \"3.1\"\nnlu:\n- intent: a\n  examples: |\n    - [灯](thing)坏了\n".getBytes(UTF_8),
                "nlu:\n- intent: a\n  examples:\n  - text: 灯坏了\n".getBytes(UTF_8));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        try {
            new ExampleFile("report/elevator.yml").read(text);
        } catch (BrokenExamples refused) {
            // as it should be
        }
        try {
            new RasaFile("a.yml", text).read();
        } catch (BrokenExamples refused) {
            // as it should be
        }
    }
}
