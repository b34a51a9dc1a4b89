package org.linli.channels.wecom.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `java -jar linli.jar archive --lib PATH`: reads WeCom's chat archive with the platform's library, and speaks JSON
/// lines: a question a line on its input, an answer a line on its output. Ends with its input.
///
/// `{"id":1,"do":"begin","corp":…,"secret":…}`, `{"id":2,"do":"pull","seq":0,"limit":200}`,
/// `{"id":3,"do":"open","key":…,"message":…}` and `{"id":4,"do":"media","file":…,"next":""}` are answered with the
/// same id and `ok`, or with `code`, which is the library's, or with `error` in words.
public final class ArchiveCommand {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ArchiveCommand() {}

    /// @param args those of the program, `archive` first
    /// @return the exit status: 0, or 2 where the call is wrong
    public static int run(String[] args) {
        if (args.length != 3 || !args[1].equals("--lib")) {
            System.err.println("expected: archive --lib PATH, where PATH is libWeWorkFinanceSdk_C.so of the platform");
            return 2;
        }
        var out = OwnOutput.take();
        try (var in = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            serve(in, out, Path.of(args[2]));
            return 0;
        } catch (IOException ended) {
            return 0;
        }
    }

    /// A library that cannot be loaded is told in answer to every question, so that whoever asks can say it.
    private static void serve(BufferedReader in, PrintStream out, Path library) throws IOException {
        try (var archive = new NativeArchive(library)) {
            answerAll(in, out, question -> answered(archive, question));
        } catch (NativeLibrary.Unusable unusable) {
            answerAll(in, out, _ -> Map.of("error", String.valueOf(unusable.getMessage())));
        }
    }

    private static void answerAll(BufferedReader in, PrintStream out, Function<JsonNode, Map<String, Object>> answer)
            throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            var question = read(line);
            var all = new LinkedHashMap<String, Object>();
            all.put("id", question.path("id").asLong(0));
            all.putAll(answer.apply(question));
            out.println(JSON.writeValueAsString(all));
        }
    }

    private static Map<String, Object> answered(NativeArchive archive, JsonNode question) {
        try {
            return switch (question.path("do").asString("")) {
                case "begin" ->
                    Map.of(
                            "code",
                            archive.begin(
                                    question.path("corp").asString(""),
                                    question.path("secret").asString("")));
                case "pull" ->
                    pulled(archive.pull(
                            question.path("seq").asLong(0),
                            question.path("limit").asInt(100)));
                case "open" ->
                    Map.of(
                            "ok",
                            archive.open(
                                    question.path("key").asString(""),
                                    question.path("message").asString("")));
                case "media" ->
                    piece(archive.media(
                            question.path("file").asString(""),
                            question.path("next").asString("")));
                default -> Map.of("error", "no such question (expected: begin, pull, open, media)");
            };
        } catch (NativeArchive.Refused refused) {
            return Map.of("code", refused.code());
        }
    }

    /// Whatever is no answer of the platform's is none of ours.
    private static Map<String, Object> pulled(String json) {
        var data = read(json);
        long code = data.path("errcode").asLong(0);
        if (code == 0 && !data.path("chatdata").isArray()) {
            return Map.of();
        }
        return code == 0 ? Map.of("ok", data.path("chatdata")) : Map.of("code", code);
    }

    private static Map<String, Object> piece(ChatArchive.Piece piece) {
        String bytes = Base64.getEncoder().encodeToString(piece.bytes());
        return Map.of("ok", Map.of("bytes", bytes, "next", piece.next(), "last", piece.isLast()));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException garbage) {
            return JSON.createObjectNode();
        }
    }
}
