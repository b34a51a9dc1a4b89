package org.linli.channels.wecom.bot;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.linli.channels.Delivery;
import org.linli.channels.Outbound;
import org.linli.channels.Reply;
import org.linli.channels.WebhookRequest;
import org.linli.channels.tencent.SharedTokens;
import org.linli.channels.wecom.WecomApi;
import org.linli.channels.wecom.WecomCalls;
import org.linli.channels.wecom.WecomSettings;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Puts the channel of the bots together without Spring, and plays their side of the talk.
final class BotBench {

    static final Duration SOON = Duration.ofSeconds(60);

    final BotChannel channel;
    final SendByBot sender;
    final AllowedHosts hosts;
    private final URI base;
    private final Clock clock;
    private int messages;

    /// @param wait how long the platform gets to ask for a stream's text
    BotBench(URI base, ReactiveStringRedisTemplate redis, Clock clock, Duration wait) {
        this(WecomCalls.settings(base), base, redis, clock, wait);
    }

    BotBench(WecomSettings settings, URI base, ReactiveStringRedisTemplate redis, Clock clock, Duration wait) {
        var streams = new Streams(redis, clock, wait);
        var addresses = new AnswerAddresses(redis, clock);
        this.base = base;
        this.clock = clock;
        this.hosts = new AllowedHosts(settings);
        this.sender = new SendByBot(
                new Bots(settings),
                streams,
                addresses,
                new WecomApi(settings, new SharedTokens(redis), Clock.systemUTC()));
        this.channel = new BotChannel(
                new Bots(settings),
                settings,
                new HearBot(new BotReply(settings, clock), streams, addresses, hosts, clock),
                sender,
                clock);
    }

    /// A message in the group `CHATID`.
    ///
    /// @param code the part of its address for answers that names it; empty for a message without
    String inGroup(String id, String text, String code) {
        return message(
                id, "group", "text", JsonMapper.shared().writeValueAsString(java.util.Map.of("content", text)), code);
    }

    String message(String id, String chat, String kind, String content, String code) {
        String url = code.isEmpty() ? "" : base + "/cgi-bin/aibot/response?response_code=" + code;
        return """
                {"msgid":"%s","aibotid":"AIB","chatid":"%s","chattype":"%s","from":{"userid":"zhou"},
                 "response_url":"%s","msgtype":"%s","%s":%s}""".formatted(id, chat.equals("group") ? "CHATID" : "", chat, url, kind, kind, content);
    }

    String next() {
        return "M" + ++messages;
    }

    Delivery hear(String json) {
        return hear(WecomCalls.toBot(WecomCalls.BOT, clock.instant(), json));
    }

    Delivery hear(WebhookRequest request) {
        return Objects.requireNonNull(channel.receive(request).block(SOON));
    }

    /// What the platform is told when it asks for a stream.
    JsonNode refresh(String stream) {
        String json = message(next(), "group", "stream", "{\"id\":\"" + stream + "\"}", "");
        return opened(hear(json).acknowledgement());
    }

    JsonNode answered(Delivery delivery, Outbound letter) {
        var reply = Objects.requireNonNull(((Delivery.Messages) delivery).passiveReply(), "nothing can travel back");
        return opened(reply.apply(letter));
    }

    /// Checks the signature as the platform would.
    JsonNode opened(Reply reply) {
        JsonNode sealed = JsonMapper.shared().readTree(reply.body());
        String encrypted = sealed.path("encrypt").asString();
        String signature = WecomCalls.BOT.signature(
                sealed.path("timestamp").asString(), sealed.path("nonce").asString(), encrypted);
        if (!signature.equals(sealed.path("msgsignature").asString())) {
            throw new AssertionError("the signature of the reply is wrong");
        }
        return JsonMapper.shared().readTree(WecomCalls.BOT.decrypt(encrypted));
    }

    Outbound letter(String text, String... choices) {
        var group = org.linli.channels.Address.group(BotChannel.ID, "helper", "CHATID");
        return new Outbound("LM-1/" + text.hashCode(), group, text, List.of(choices));
    }

    /// The same, in answer to this message.
    Outbound answering(String message, String text) {
        var letter = letter(text);
        return new Outbound(
                letter.key(), letter.to(), text, List.of(), "", Map.of(Outbound.ANSWERS, message), List.of());
    }
}
