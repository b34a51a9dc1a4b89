package org.linli.polls.counting;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.polls.files.ReadElection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Real elections and what others made of them, where this machine has them.
final class PublishedElections {

    private static final Path FOLDER = Path.of("../shared/polls");

    private static final Map<String, Election> READ = new ConcurrentHashMap<>();

    private PublishedElections() {}

    static void orSkip() {
        assumeTrue(Files.isDirectory(FOLDER), "no published elections on this machine");
    }

    /// Each file is read once.
    static Election read(String folder, String name) {
        return READ.computeIfAbsent(folder + "/" + name, _ -> readNow(folder, name));
    }

    private static Election readNow(String folder, String name) {
        try {
            return ReadElection.from(FOLDER.resolve(folder).resolve(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<String> lines(String folder, String name) {
        try {
            return Files.readAllLines(FOLDER.resolve(folder).resolve(name)).stream()
                    .map(String::strip)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static JsonNode json(String name) {
        return JsonMapper.shared().readTree(FOLDER.resolve(name).toFile());
    }

    static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    static List<String> winners(Election election, Outcome outcome) {
        return outcome.winners().stream()
                .map(it -> election.projects().get(it).id())
                .toList();
    }
}
