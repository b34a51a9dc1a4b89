package org.linli.channels.wecom.archive;

import java.time.Instant;
import java.util.Optional;
import org.linli.channels.Content;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an opened entry says, by the platform's page "会话内容格式": something that was said in a group.
///
/// @param by   a member of the corporation, or a customer
/// @param room the group
record Said(String by, String room, Content content, Instant at) {

    /// Empty for private talks, for what was taken back and for what is no message.
    static Optional<Said> read(String json) {
        JsonNode said = tree(json);
        String room = said.path("roomid").asString("");
        return room.isEmpty() || !said.path("action").asString("").equals("send")
                ? Optional.empty()
                : Optional.of(new Said(
                        said.path("from").asString(""),
                        room,
                        content(said),
                        Instant.ofEpochMilli(said.path("msgtime").asLong(0))));
    }

    /// Customers have to agree; members of the corporation have agreed by their contract.
    boolean needsConsent() {
        return by.startsWith("wo") || by.startsWith("wm");
    }

    private static Content content(JsonNode said) {
        String kind = said.path("msgtype").asString("");
        var inner = said.path(kind);
        return switch (kind) {
            case "text" -> new Content.Text(inner.path("content").asString(""));
            case "location" ->
                new Content.Position(
                        inner.path("latitude").asDouble(0),
                        inner.path("longitude").asDouble(0),
                        inner.path("address").asString(""));
            case "link" ->
                new Content.Link(
                        inner.path("title").asString(""),
                        inner.path("description").asString(""),
                        inner.path("link_url").asString(""));
            default -> new Content.Unknown(kind);
        };
    }

    private static JsonNode tree(String json) {
        try {
            return JsonMapper.shared().readTree(json);
        } catch (JacksonException garbage) {
            throw ArchiveFailure.lasting("an entry is no JSON");
        }
    }

    @Override
    public String toString() {
        return "Said[]";
    }
}
