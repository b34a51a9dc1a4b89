package org.linli.inbox;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.linli.channels.Address;
import org.linli.channels.Content;
import org.linli.channels.Inbound;
import org.linli.channels.Outbound;
import org.linli.platform.database.CommunityId;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// How messages are written into the database. Stored names never change: add, do not rename.
///
/// PostgreSQL stores no NUL character, so there is none in what comes out of here.
final class MessageJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addMixIn(CommunityId.class, AsText.class)
            .addMixIn(Address.class, AddressAsText.class)
            .addMixIn(Content.class, NamedKinds.class)
            .addMixIn(Outbound.class, WordsAlone.class)
            .addModule(new SimpleModule().addSerializer(String.class, new WithoutNul()))
            .build();

    private MessageJson() {}

    /// As one array, in the same order.
    static String write(List<Inbound> messages) {
        return MAPPER.writeValueAsString(messages);
    }

    static String write(Outbound answer) {
        return MAPPER.writeValueAsString(answer);
    }

    static Inbound inbound(String json) {
        return MAPPER.readValue(json, Inbound.class);
    }

    static Outbound outbound(String json) {
        return MAPPER.readValue(json, Outbound.class);
    }

    static String withoutNul(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }

    private static final class WithoutNul extends ValueSerializer<String> {
        @Override
        public void serialize(String text, JsonGenerator json, SerializationContext context) {
            json.writeString(withoutNul(text));
        }
    }

    /// What travels in a response is words; the facts behind them stay with the letter.
    @JsonIgnoreProperties({"template", "facts", "pictures"})
    private interface WordsAlone {}

    private interface AsText {
        @JsonValue
        String value();
    }

    @JsonAutoDetect(getterVisibility = Visibility.NONE, isGetterVisibility = Visibility.NONE)
    private abstract static class AddressAsText {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Address parse(String text) {
            return Address.parse(text);
        }

        @JsonValue
        abstract String text();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @Type(value = Content.Text.class, name = "text"),
        @Type(value = Content.Picture.class, name = "picture"),
        @Type(value = Content.Voice.class, name = "voice"),
        @Type(value = Content.Video.class, name = "video"),
        @Type(value = Content.File.class, name = "file"),
        @Type(value = Content.Position.class, name = "position"),
        @Type(value = Content.Link.class, name = "link"),
        @Type(value = Content.Tapped.class, name = "tapped"),
        @Type(value = Content.Followed.class, name = "followed"),
        @Type(value = Content.Left.class, name = "left"),
        @Type(value = Content.Scanned.class, name = "scanned"),
        @Type(value = Content.Permits.class, name = "permits"),
        @Type(value = Content.Delivered.class, name = "delivered"),
        @Type(value = Content.Unknown.class, name = "unknown")
    })
    private interface NamedKinds {}
}
