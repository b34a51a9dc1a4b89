package org.linli.standin.wecom;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.standin.CallUs;
import org.linli.standin.CallUs.Callback;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// The AI bot's side: hands messages to our program and asks for the text of streams until they end.
final class Bot {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMinutes(6);
    private static final int MOST_IN_PROGRESS = 3;

    private final Keys keys;
    private final Talks talks;
    private final CallUs us;
    private final Supplier<URI> here;
    private final Clock clock;
    private final Map<String, Integer> inProgress = new HashMap<>();

    Bot(Keys keys, Talks talks, CallUs us, Supplier<URI> here, Clock clock) {
        this.keys = keys;
        this.talks = talks;
        this.us = us;
        this.here = here;
        this.clock = clock;
    }

    /// Somebody speaks to the bot. At most three of one person's messages are under way.
    ///
    /// @return the call as it was made; `null` when it was one too many
    @Nullable
    Callback hears(String member, boolean group, String kind, Map<String, Object> content) {
        if (!begin(member)) {
            return null;
        }
        Callback call = call(message(member, group, kind, content));
        JsonNode answer = read(us.with(call));
        if (answer.at("/stream/finish").asBoolean(true)) {
            end(member);
            show(member, group, answer);
        } else {
            Thread.ofPlatform().daemon().name("stand-in-stream").start(() -> follow(member, group, answer));
        }
        return call;
    }

    private void follow(String member, boolean group, JsonNode first) {
        String stream = first.at("/stream/id").asString("");
        var until = clock.instant().plus(LONGEST);
        try {
            JsonNode answer = first;
            while (!answer.at("/stream/finish").asBoolean(true)
                    && clock.instant().isBefore(until)) {
                Thread.sleep(PAUSE);
                answer = read(us.with(call(message(member, group, "stream", Map.of("id", stream)))));
            }
            show(member, group, answer);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            end(member);
        }
    }

    private void show(String member, boolean group, JsonNode answer) {
        String text =
                answer.at("/stream/content").asString(answer.at("/text/content").asString(""));
        if (!text.isEmpty()) {
            talks.show(member, group, text, answer.path("template_card"));
        }
    }

    private Map<String, Object> message(String member, boolean group, String kind, Map<String, Object> content) {
        var message = new LinkedHashMap<String, Object>();
        message.put("msgid", UUID.randomUUID().toString());
        message.put("aibotid", "AIB-" + keys.bot());
        if (group) {
            message.put("chatid", WecomStandIn.CHAT);
        }
        message.put("chattype", group ? "group" : "single");
        message.put("from", Map.of("userid", member));
        if (!kind.equals("stream")) {
            message.put(
                    "response_url", here.get() + "/cgi-bin/aibot/response?response_code=" + talks.open(member, group));
        }
        message.put("msgtype", kind);
        message.put(kind, content);
        return message;
    }

    private Callback call(Map<String, Object> message) {
        String plain = JSON.writeValueAsString(message);
        String encrypted = keys.ofBot().encrypt(plain);
        String time = Long.toString(clock.instant().getEpochSecond());
        String nonce = UUID.randomUUID().toString().substring(0, 10);
        String path = "/webhooks/wecom-bot/%s?msg_signature=%s&timestamp=%s&nonce=%s"
                .formatted(
                        URLEncoder.encode(keys.bot(), StandardCharsets.UTF_8),
                        keys.ofBot().signature(time, nonce, encrypted),
                        time,
                        nonce);
        return new Callback(
                path, "application/json", JSON.writeValueAsString(Map.of("encrypt", encrypted)), plain, this::open);
    }

    /// What an answer says, where its signature is as the platform's page wants it.
    private String open(String answer) {
        if (answer.isEmpty()) {
            return "";
        }
        JsonNode sealed = read(answer);
        String encrypted = sealed.path("encrypt").asString("");
        String signature = keys.ofBot()
                .signature(
                        Long.toString(sealed.path("timestamp").asLong()),
                        sealed.path("nonce").asString(""),
                        encrypted);
        if (!signature.equals(sealed.path("msgsignature").asString(""))) {
            throw new IllegalArgumentException("not signed as the platform wants it");
        }
        return keys.ofBot().decrypt(encrypted);
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException no) {
            return MissingNode.getInstance();
        }
    }

    private synchronized boolean begin(String member) {
        if (inProgress.getOrDefault(member, 0) >= MOST_IN_PROGRESS) {
            return false;
        }
        inProgress.merge(member, 1, Integer::sum);
        return true;
    }

    private synchronized void end(String member) {
        inProgress.merge(member, -1, Integer::sum);
    }
}
