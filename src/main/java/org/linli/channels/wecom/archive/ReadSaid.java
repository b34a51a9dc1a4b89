package org.linli.channels.wecom.archive;

import java.util.List;
import java.util.stream.Stream;
import org.linli.channels.Content;
import org.linli.channels.tencent.CallId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads opened entries, by the platform's page "会话内容格式". Pure.
final class ReadSaid {

    private ReadSaid() {}

    /// Empty for what was taken back, for what is no message, and for what members say to each other in private. Words
    /// and pictures that were sent as one are several. Throws [ArchiveFailure] where it is no JSON.
    static List<Said> from(String json) {
        JsonNode entry = tree(json);
        String room = entry.path("roomid").asString("");
        String by = entry.path("from").asString("");
        String to = room.isEmpty() ? entry.at("/tolist/0").asString("") : "";
        boolean ofACustomer = Said.isCustomer(by) || Said.isCustomer(to);
        if (!entry.path("action").asString("").equals("send") || room.isEmpty() && !ofACustomer) {
            return List.of();
        }
        var at = CallId.atMillis(entry.path("msgtime").asLong(0));
        return contents(entry.path("msgtype").asString(""), entry)
                .map(content -> Said.of(by, room, to, content, at))
                .toList();
    }

    private static Stream<Content> contents(String kind, JsonNode entry) {
        return kind.equals("mixed")
                ? entry.at("/mixed/item").valueStream().map(ReadSaid::part)
                : Stream.of(content(kind, entry.path(kind)));
    }

    /// A part's content is JSON once more.
    private static Content part(JsonNode item) {
        return content(item.path("type").asString(""), tree(item.path("content").asString("{}")));
    }

    private static Content content(String kind, JsonNode said) {
        String file = said.path("sdkfileid").asString("");
        return switch (kind) {
            case "text" -> new Content.Text(said.path("content").asString(""));
            case "image" -> new Content.Picture(file, null);
            case "voice" -> new Content.Voice(file, null);
            case "video" -> new Content.Video(file);
            case "file" -> new Content.File(file, said.path("filename").asString(""));
            case "location" ->
                new Content.Position(
                        said.path("latitude").asDouble(0),
                        said.path("longitude").asDouble(0),
                        said.path("address").asString(""));
            case "link" ->
                new Content.Link(
                        said.path("title").asString(""),
                        said.path("description").asString(""),
                        said.path("link_url").asString(""));
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
}
