package org.linli.dialogue.kept;

import java.time.Instant;
import org.linli.dialogue.talk.Conversation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A conversation as JSON and back.
public final class StateJson {

    private static final Logger LOG = LoggerFactory.getLogger(StateJson.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StateJson() {}

    public static String write(Conversation state) {
        return JSON.writeValueAsString(state);
    }

    /// A state of another release that we cannot read is forgotten: the talk begins anew.
    public static Conversation read(String json, Instant now) {
        try {
            return JSON.readValue(json, Conversation.class);
        } catch (JacksonException unreadable) {
            // its message would print what people said
            LOG.warn(
                    "a kept talk cannot be read ({}), it begins anew",
                    unreadable.getClass().getSimpleName());
            return Conversation.fresh(now);
        }
    }
}
