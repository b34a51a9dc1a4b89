package org.linli.channels.wecom.bot;

import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;
import static org.linli.channels.SendFailure.Reason.UNREACHABLE;
import static org.linli.channels.SendFailure.Reason.WINDOW_CLOSED;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.linli.channels.Account;
import org.linli.channels.Act;
import org.linli.channels.Allowance;
import org.linli.channels.Allowance.Opening;
import org.linli.channels.Allowance.Scope;
import org.linli.channels.Allowance.Window;
import org.linli.channels.ChannelId;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import org.linli.channels.Way;
import org.linli.channels.tencent.CallId;
import org.linli.channels.wecom.Card;
import org.linli.channels.wecom.WecomApi;
import org.linli.channels.wecom.Words;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Sends to a talk in which a bot was spoken to: into the stream that waits for an answer, otherwise to an address that
/// came with a message.
@Component
class SendByBot implements Way {

    /// Of one message: what waits for it in a stream, and one more to its address.
    private static final Opening OPENED = new Opening(Act.MESSAGE, 2, Duration.ofMinutes(59));

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Bots bots;
    private final Streams streams;
    private final AnswerAddresses addresses;
    private final WecomApi api;
    private final Words words = Words.read();

    SendByBot(Bots bots, Streams streams, AnswerAddresses addresses, WecomApi api) {
        this.bots = bots;
        this.streams = streams;
        this.addresses = addresses;
        this.api = api;
    }

    @Override
    public String id() {
        return "wecom.bot";
    }

    @Override
    public ChannelId channel() {
        return BotChannel.ID;
    }

    @Override
    public Limits limits() {
        return new Limits(BotChannel.LIMITS.textBytes(), Duration.ZERO);
    }

    @Override
    public boolean carries(Outbound letter) {
        return bots.has(letter.to().account());
    }

    @Override
    public List<Allowance> allowances(Outbound letter) {
        return List.of(new Window("wecom.bot", Scope.receiver(letter.to()), List.of(OPENED)));
    }

    @Override
    public Look look(Outbound message) {
        return Card.holds(message)
                ? new Look(message.text(), message.choices())
                : new Look(written(message), List.of());
    }

    private String written(Outbound message) {
        return words.within(limits().textBytes(), message.text(), message.choices());
    }

    /// @return the stream, or a name for the answer, because the platform gives none
    @Override
    public Mono<Receipt> send(Outbound message) {
        if (!carries(message)) {
            return Mono.error(() -> new SendFailure(MISCONFIGURED, "no such bot"));
        }
        String text = written(message);
        return intoStream(message, text)
                .map(Receipt::new)
                .switchIfEmpty(Mono.defer(() -> toAddress(message)))
                .onErrorMap(error -> !(error instanceof SendFailure), SendByBot::redisIsAway);
    }

    /// In a group several neighbours wait at once: what answers none of them takes nobody's stream.
    private Mono<String> intoStream(Outbound message, String text) {
        if (!message.to().isGroup()) {
            return streams.deliver(message.to(), "", text);
        }
        String answers = answers(message);
        return answers.isEmpty() ? Mono.empty() : streams.deliver(message.to(), bot(message).stream(answers), text);
    }

    private static String answers(Outbound message) {
        return message.facts().getOrDefault(Outbound.ANSWERS, "");
    }

    private WecomBot bot(Outbound message) {
        var bot = bots.get(message.to().account());
        if (bot == null) {
            throw new SendFailure(MISCONFIGURED, "no such bot");
        }
        return bot;
    }

    private Mono<Receipt> toAddress(Outbound message) {
        return addresses
                .take(message.to(), WecomBot.whole(answers(message)))
                .switchIfEmpty(Mono.error(() -> new SendFailure(WINDOW_CLOSED, "nobody spoke to the bot lately")))
                .flatMap(taken -> api.post(account(message), "aibot/response", taken.address(), json(message))
                        .onErrorResume(
                                SendFailure.class,
                                failure -> unlessSent(message, taken, failure).then(Mono.error(failure))))
                .thenReturn(new Receipt(CallId.fingerprint(message.key())));
    }

    private Account account(Outbound message) {
        return bot(message).account();
    }

    private Mono<Void> unlessSent(Outbound message, AnswerAddresses.Taken taken, SendFailure failure) {
        return failure.reason().retryable() ? addresses.giveBack(message.to(), taken) : Mono.empty();
    }

    private String json(Outbound message) {
        if (Card.holds(message)) {
            return JSON.writeValueAsString(Map.of("msgtype", "template_card", "template_card", Card.of(message)));
        }
        String text = written(message);
        return JSON.writeValueAsString(Map.of("msgtype", "markdown", "markdown", Map.of("content", text)));
    }

    private static SendFailure redisIsAway(Throwable error) {
        return new SendFailure(UNREACHABLE, "Redis: " + error.getClass().getSimpleName());
    }
}
