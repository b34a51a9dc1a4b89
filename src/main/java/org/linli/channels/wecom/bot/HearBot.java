package org.linli.channels.wecom.bot;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.channels.Content;
import org.linli.channels.Delivery;
import org.linli.channels.Inbound;
import org.linli.channels.Outbound;
import org.linli.channels.Quote;
import org.linli.channels.Reply;
import org.linli.channels.tencent.CallId;
import org.linli.channels.tencent.Field;
import org.linli.channels.wecom.Gate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Says in the words of all channels what was said to a bot, and opens the ways by which an answer may come late.
@Component
class HearBot {

    private static final Logger LOG = LoggerFactory.getLogger(HearBot.class);

    private final BotReply reply;
    private final Streams streams;
    private final AnswerAddresses addresses;
    private final AllowedHosts hosts;
    private final Clock clock;

    HearBot(BotReply reply, Streams streams, AnswerAddresses addresses, AllowedHosts hosts, Clock clock) {
        this.reply = reply;
        this.streams = streams;
        this.addresses = addresses;
        this.hosts = hosts;
        this.clock = clock;
    }

    /// Never empty, no error.
    Mono<Delivery> delivery(WecomBot bot, Gate.Opened call) {
        return switch (ReadCall.from(call.message())) {
            case BotCall.Refresh it -> refreshed(bot, call, it.stream());
            case BotCall.Said it -> said(bot, call, it.contents());
            case BotCall.CardTapped it -> tapped(bot, call, it);
            case BotCall.EnteredChat _ ->
                Mono.just(messages(
                        bot,
                        call,
                        List.of(new Content.Followed(null)),
                        BotReply.NOTHING,
                        answer -> reply.welcome(bot, call, answer)));
            case BotCall.Feedback _ -> ignored("what somebody thinks of an answer");
            case BotCall.UnknownEvent _ -> ignored("an event that we do not know");
        };
    }

    private Mono<Delivery> said(WecomBot bot, Gate.Opened call, List<Content> contents) {
        String stream = stream(bot, call.message());
        Function<Outbound, Reply> inTime =
                contents.size() == 1 ? answer -> reply.answer(bot, call, stream, answer) : null;
        Delivery delivery = messages(bot, call, contents, reply.wait(bot, call, stream), inTime);
        return unlessRedisIsAway(streams.open(talk(delivery), stream))
                .then(keepAddress(bot, call, delivery))
                .thenReturn(delivery);
    }

    // the response belongs to the card, so the answer comes another way
    private Mono<Delivery> tapped(WecomBot bot, Gate.Opened call, BotCall.CardTapped card) {
        Reply shown = reply.cardTapped(bot, call, member(call.message()), card);
        Delivery delivery = messages(bot, call, List.of(new Content.Text(card.key())), shown, null);
        return keepAddress(bot, call, delivery).thenReturn(delivery);
    }

    private Mono<Delivery> refreshed(WecomBot bot, Gate.Opened call, String stream) {
        return streams.ask(stream)
                .map(told -> switch (told) {
                    case Streams.Told.Text it -> reply.finished(bot, call, stream, it.text());
                    case Streams.Told.NotYet it ->
                        it.since().compareTo(Streams.ENDS) < 0
                                ? reply.wait(bot, call, stream)
                                : reply.later(bot, call, stream);
                    case Streams.Told.Unknown _ -> reply.later(bot, call, stream);
                })
                .onErrorResume(away -> notKnownNow(away).thenReturn(reply.wait(bot, call, stream)))
                .map(text -> new Delivery.Ignored("a stream's text is asked for", text));
    }

    private Mono<Void> keepAddress(WecomBot bot, Gate.Opened call, Delivery delivery) {
        Field message = call.message();
        return Mono.justOrEmpty(hosts.answer(bot, message.textOf("response_url")))
                .flatMap(address -> unlessRedisIsAway(addresses.keep(talk(delivery), messageId(message), address)));
    }

    private Delivery messages(
            WecomBot bot,
            Gate.Opened call,
            List<Content> contents,
            Reply acknowledgement,
            @Nullable Function<Outbound, Reply> inTime) {
        List<Inbound> said = IntStream.range(0, contents.size())
                .mapToObj(i -> inbound(bot, call.message(), i, contents.get(i)))
                .toList();
        return new Delivery.Messages(said, acknowledgement, inTime);
    }

    private Inbound inbound(WecomBot bot, Field call, int index, Content content) {
        String id = messageId(call);
        String quoted = ReadCall.quoted(call);
        return new Inbound(
                bot.corp().communityId(),
                index == 0 ? id : id + "#" + index,
                bot.person(member(call)),
                ReadCall.isGroup(call) ? bot.group(call.textOf("chatid")) : null,
                true,
                content,
                sentAt(call),
                quoted.isBlank() ? null : new Quote("", quoted));
    }

    private Instant sentAt(Field call) {
        long told = call.numberOf("create_time");
        return told == 0 ? clock.instant() : CallId.at(told);
    }

    private static Address talk(Delivery delivery) {
        return ((Delivery.Messages) delivery).messages().getFirst().replyTo();
    }

    private static String stream(WecomBot bot, Field call) {
        return bot.stream(messageId(call));
    }

    private static String messageId(Field call) {
        return CallId.of(call.textOf("msgid"), () -> List.of(member(call), call.textOf("create_time")));
    }

    private static String member(Field call) {
        return call.at("from").textOf("userid");
    }

    private static Mono<Delivery> ignored(String why) {
        return Mono.just(new Delivery.Ignored(why, BotReply.NOTHING));
    }

    private static Mono<Void> unlessRedisIsAway(Mono<Void> step) {
        return step.onErrorResume(HearBot::notKnownNow);
    }

    private static Mono<Void> notKnownNow(Throwable away) {
        LOG.info(
                "Redis does not answer ({}): an answer that comes late cannot travel by stream or address",
                away.getClass().getSimpleName());
        return Mono.empty();
    }
}
