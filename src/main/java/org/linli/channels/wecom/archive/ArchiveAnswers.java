package org.linli.channels.wecom.archive;

import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the lines of the archive's process mean. Whatever does not answer the question means that the process is out of
/// order.
final class ArchiveAnswers {

    private ArchiveAnswers() {}

    /// @throws ArchiveFailure where it answers something else, or says that something failed
    static JsonNode to(long question, String line) {
        var answer = json(line);
        if (answer.path("id").asLong(-1) != question) {
            throw ArchiveFailure.passing("the archive's process answers something else");
        }
        if (answer.has("error")) {
            throw ArchiveFailure.lasting(answer.path("error").asString(""));
        }
        if (!answer.has("ok") && !answer.has("code")) {
            throw ArchiveFailure.passing("the archive's process answers nothing");
        }
        long code = answer.path("code").asLong(0);
        if (code != 0) {
            throw ArchiveFailure.of(code);
        }
        return answer.path("ok");
    }

    static List<ChatArchive.Sealed> entries(JsonNode all) {
        return all.valueStream()
                .map(it -> new ChatArchive.Sealed(
                        it.path("seq").asLong(0),
                        it.path("msgid").asString(""),
                        it.path("publickey_ver").asInt(0),
                        it.path("encrypt_random_key").asString(""),
                        it.path("encrypt_chat_msg").asString("")))
                .toList();
    }

    static ChatArchive.Piece piece(JsonNode said) {
        try {
            return new ChatArchive.Piece(
                    Base64.getDecoder().decode(said.path("bytes").asString("")),
                    said.path("next").asString(""),
                    said.path("last").asBoolean(true));
        } catch (IllegalArgumentException garbage) {
            throw ArchiveFailure.passing("the archive's process says what is no base64");
        }
    }

    private static JsonNode json(String line) {
        try {
            return JsonMapper.shared().readTree(line);
        } catch (JacksonException garbage) {
            throw ArchiveFailure.passing("the archive's process says what is no JSON");
        }
    }
}
