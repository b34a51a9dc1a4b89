package org.linli.channels.wecom.kf;

import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.linli.channels.Act;
import org.linli.channels.Allowance;
import org.linli.channels.ChannelId;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import org.linli.channels.Way;
import org.linli.channels.tencent.CallId;
import org.linli.channels.wecom.WecomApi;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Says something at a service desk: in answer to a message, or once to somebody who only looked in.
@Component
class SendByKf implements Way {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_ID = 32;

    private final KfDesks desks;
    private final WecomApi api;
    private final Welcomes welcomes;
    private final HandToServicer hand;

    SendByKf(KfDesks desks, WecomApi api, Welcomes welcomes, HandToServicer hand) {
        this.desks = desks;
        this.api = api;
        this.welcomes = welcomes;
        this.hand = hand;
    }

    @Override
    public String id() {
        return "wecom-kf.service";
    }

    @Override
    public ChannelId channel() {
        return KfChannel.ID;
    }

    @Override
    public Limits limits() {
        return KfChannel.LIMITS;
    }

    @Override
    public boolean carries(Outbound letter) {
        return !letter.to().isGroup() && desks.named(letter.to().account()).isPresent();
    }

    /// By the platform's page "发送消息": five within 48 hours of a message of the customer's; a welcome within 20 seconds.
    @Override
    public List<Allowance> allowances(Outbound letter) {
        return List.of(new Allowance.Window(
                id(),
                Allowance.Scope.receiver(letter.to()),
                List.of(
                        new Allowance.Opening(Act.MESSAGE, 5, Duration.ofHours(48)),
                        new Allowance.Opening(Act.FOLLOW, 1, Welcomes.LASTS))));
    }

    /// @return our own id for it, which the platform repeats when it did not arrive
    @Override
    public Mono<Receipt> send(Outbound message) {
        var desk = desks.named(message.to().account());
        return desk.isEmpty() || message.to().isGroup()
                ? Mono.error(() -> new SendFailure(MISCONFIGURED, "no such desk, or a group"))
                : said(desk.get(), message).delayUntil(_ -> hand.after(desk.get(), message));
    }

    private Mono<Receipt> said(KfDesks.KfDesk desk, Outbound message) {
        String id = id(message);
        return welcomes.take(desk.id(), message.to().id())
                .onErrorMap(error -> new SendFailure(
                        SendFailure.Reason.UNREACHABLE, error.getClass().getSimpleName()))
                .map(code -> api.post(desk.caller(), "/cgi-bin/kf/send_msg_on_event", greeting(code, id, message)))
                .switchIfEmpty(Mono.fromSupplier(
                        () -> api.post(desk.caller(), "/cgi-bin/kf/send_msg", words(desk, id, message))))
                .flatMap(call -> call)
                .thenReturn(new Receipt(id));
    }

    private static String greeting(String code, String id, Outbound message) {
        return JSON.writeValueAsString(Map.of(
                "code",
                code,
                "msgid",
                id,
                "msgtype",
                KfWords.kind(message),
                KfWords.kind(message),
                KfWords.of(message)));
    }

    private static String words(KfDesks.KfDesk desk, String id, Outbound message) {
        return JSON.writeValueAsString(Map.of(
                "touser",
                message.to().id(),
                "open_kfid",
                desk.settings().openKfId(),
                "msgid",
                id,
                "msgtype",
                KfWords.kind(message),
                KfWords.kind(message),
                KfWords.of(message)));
    }

    /// The same for the same letter, so that the platform says a repeat once: at most 32 letters and digits.
    static String id(Outbound message) {
        return CallId.fingerprint(message.key()).substring(0, LONGEST_ID);
    }
}
