package org.linli.channels.wecom.kf;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Content;
import org.linli.channels.tencent.CallId;
import tools.jackson.databind.JsonNode;

/// One entry of a page, by the platform's page "读取消息". Missing pieces are empty: nothing here can fail.
///
/// @param person  the customer (`external_userid`)
/// @param meant   what it says to us; `null` where it is nothing for us, like what a servicer wrote
/// @param welcome with which the person may be greeted; empty without
record KfMessage(String id, String person, @Nullable Content meant, String welcome, Instant sentAt) {

    private static final int FROM_CUSTOMER = 3;
    private static final int FROM_PLATFORM = 4;

    static KfMessage read(JsonNode entry) {
        var event = entry.path("event");
        String person = text(entry, "external_userid");
        return new KfMessage(
                CallId.of(text(entry, "msgid"), () -> List.of(entry.toString())),
                person.isEmpty() ? text(event, "external_userid") : person,
                meant(entry).orElse(null),
                text(event, "welcome_code"),
                CallId.at(entry.path("send_time").asLong(0)));
    }

    private static Optional<Content> meant(JsonNode entry) {
        return switch (entry.path("origin").asInt(FROM_CUSTOMER)) {
            case FROM_CUSTOMER -> Optional.of(said(entry));
            case FROM_PLATFORM -> happened(entry.path("event"));
            default -> Optional.empty();
        };
    }

    private static Content said(JsonNode entry) {
        String kind = text(entry, "msgtype");
        var said = entry.path(kind);
        return switch (kind) {
            case "text" -> new Content.Text(text(said, "content"));
            case "image" -> new Content.Picture(text(said, "media_id"), null);
            case "voice" -> new Content.Voice(text(said, "media_id"), null);
            case "video" -> new Content.Video(text(said, "media_id"));
            case "file" -> new Content.File(text(said, "media_id"), text(said, "file_name"));
            case "location" ->
                new Content.Position(
                        said.path("latitude").asDouble(0),
                        said.path("longitude").asDouble(0),
                        (text(said, "name") + " " + text(said, "address")).strip());
            case "link" -> new Content.Link(text(said, "title"), text(said, "desc"), text(said, "url"));
            default -> new Content.Unknown(kind);
        };
    }

    /// Who looks in and may be greeted follows us; what did not arrive is told. The rest are changes of who of the
    /// platform's staff has the talk, and messages taken back, which we have heard all the same.
    private static Optional<Content> happened(JsonNode event) {
        return switch (text(event, "event_type")) {
            case "enter_session" ->
                text(event, "welcome_code").isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Content.Followed(scene(event)));
            case "msg_send_fail" ->
                Optional.of(new Content.Delivered(
                        text(event, "fail_msgid"),
                        false,
                        "fail_type " + event.path("fail_type").asInt(0)));
            default -> Optional.empty();
        };
    }

    private static @Nullable String scene(JsonNode event) {
        String scene = text(event, "scene_param");
        return scene.isEmpty() ? null : scene;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    @Override
    public String toString() {
        return "KfMessage[" + id + "]";
    }
}
