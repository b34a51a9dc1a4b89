package org.linli.channels.wecom.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program that answers as the archive's process does, from a file that says how it behaves and what it holds:
/// `{"mode":…, "entries":[…], "media":{…}}`.
public final class PlayedArchive {

    /// What opens every entry, once it was opened itself.
    static final String RANDOM_KEY = "random-key";

    /// What the library says of a secret that is not its own.
    static final int WRONG_SECRET = 10010;

    private static final JsonMapper JSON = JsonMapper.shared();

    private PlayedArchive() {}

    public static void main(String[] args) throws Exception {
        var in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        var out = new PrintStream(System.out, true, UTF_8);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            var question = JSON.readTree(line);
            var played = JSON.readTree(Files.readString(Path.of(args[0])));
            out.println(answer(question, played));
        }
    }

    private static String answer(JsonNode question, JsonNode played) throws InterruptedException {
        long id = question.path("id").asLong(0);
        if (question.path("do").asString("").equals("begin")) {
            boolean known = !played.path("mode").asString("").equals("stranger");
            return JSON.writeValueAsString(Map.of("id", id, "code", known ? 0 : WRONG_SECRET));
        }
        return switch (played.path("mode").asString("")) {
            case "crash" -> {
                Runtime.getRuntime().halt(139);
                yield "";
            }
            case "hang" -> {
                Thread.sleep(60_000);
                yield "";
            }
            case "garbage" -> "Segmentation fault";
            case "other" -> JSON.writeValueAsString(Map.of("id", id + 1, "ok", ""));
            case "busy" -> JSON.writeValueAsString(Map.of("id", id, "code", 10001));
            case "refused" -> JSON.writeValueAsString(Map.of("id", id, "code", 10010));
            case "unusable" -> JSON.writeValueAsString(Map.of("id", id, "error", "no file '/opt/lib.so'"));
            default -> JSON.writeValueAsString(Map.of("id", id, "ok", good(question, played)));
        };
    }

    private static Object good(JsonNode question, JsonNode played) {
        if (question.path("do").asString("").equals("open")) {
            return question.path("key").asString("").equals(RANDOM_KEY)
                    ? new String(
                            Base64.getDecoder().decode(question.path("message").asString("")), UTF_8)
                    : "";
        }
        if (question.path("do").asString("").equals("media")) {
            return piece(
                    question, played.path("media").path(question.path("file").asString("")));
        }
        return StreamSupport.stream(played.path("entries").spliterator(), false)
                .filter(it -> it.path("seq").asLong(0) > question.path("seq").asLong(0))
                .limit(question.path("limit").asInt(1))
                .toList();
    }

    /// In three pieces or so.
    private static Object piece(JsonNode question, JsonNode file) {
        byte[] all = Base64.getDecoder().decode(file.asString(""));
        int from = Integer.parseInt("0" + question.path("next").asString(""));
        int to = Math.min(all.length, from + Math.max(3, all.length / 3));
        return Map.of(
                "bytes",
                Base64.getEncoder().encodeToString(Arrays.copyOfRange(all, from, to)),
                "next",
                Integer.toString(to),
                "last",
                to == all.length);
    }
}
