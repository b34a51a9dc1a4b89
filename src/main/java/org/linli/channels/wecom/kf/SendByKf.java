package org.linli.channels.wecom.kf;

import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.linli.channels.Account;
import org.linli.channels.Act;
import org.linli.channels.Allowance;
import org.linli.channels.ChannelId;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import org.linli.channels.Way;
import org.linli.channels.tencent.CallId;
import org.linli.channels.tencent.PlatformAnswer;
import org.linli.channels.tencent.ShowPicture;
import org.linli.channels.tencent.ShowPicture.Shown;
import org.linli.channels.wecom.WecomApi;
import org.linli.channels.wecom.WecomLimits;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Says or shows something at a service desk: in answer to a message, or once to somebody who only looked in. A
/// greeting cannot be a picture.
@Component
class SendByKf implements Way {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_ID = 32;
    private static final String SEND = "/cgi-bin/kf/send_msg";

    private final KfDesks desks;
    private final WecomApi api;
    private final Welcomes welcomes;
    private final HandToServicer hand;
    private final ShowPicture show;

    SendByKf(KfDesks desks, WecomApi api, Welcomes welcomes, HandToServicer hand, ShowPicture show) {
        this.desks = desks;
        this.api = api;
        this.welcomes = welcomes;
        this.hand = hand;
        this.show = show;
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
        return KfChannel.LIMITS.withPictures();
    }

    @Override
    public boolean carries(Outbound letter) {
        return !letter.to().isGroup() && desks.named(letter.to().account()).isPresent();
    }

    /// By the platform's page "发送消息": five within 48 hours of a message of the customer's; a welcome within 20 seconds.
    @Override
    public List<Allowance> allowances(Outbound letter) {
        var window = new Allowance.Window(
                id(),
                Allowance.Scope.receiver(letter.to()),
                List.of(
                        new Allowance.Opening(Act.MESSAGE, 5, Duration.ofHours(48)),
                        new Allowance.Opening(Act.FOLLOW, 1, Welcomes.LASTS)));
        return Stream.concat(Stream.of(window), calls(letter.to().account()).stream())
                .toList();
    }

    @Override
    public List<Allowance> shared(Account account) {
        return calls(account.id());
    }

    /// Of all desks of a corporation together, by the page "访问频率限制".
    private List<Allowance> calls(String desk) {
        return desks.named(desk)
                .map(it -> WecomLimits.calls(id(), KfChannel.ID, it.corp(), "kf/send_msg"))
                .orElse(List.of());
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
        var picture = message.picture();
        return (picture == null ? inWords(desk, message) : shown(desk, message, picture))
                .thenReturn(new Receipt(id(message)));
    }

    private Mono<PlatformAnswer> inWords(KfDesks.KfDesk desk, Outbound message) {
        String kind = KfWords.kind(message);
        var words = KfWords.of(message);
        return welcomes.take(desk.id(), message.to().id())
                .onErrorMap(error -> new SendFailure(
                        SendFailure.Reason.UNREACHABLE, error.getClass().getSimpleName()))
                .map(code -> api.post(desk.caller(), SEND + "_on_event", greeting(code, message, kind, words)))
                .switchIfEmpty(Mono.fromSupplier(() -> api.post(desk.caller(), SEND, json(desk, message, kind, words))))
                .flatMap(call -> call);
    }

    private Mono<PlatformAnswer> shown(KfDesks.KfDesk desk, Outbound message, Outbound.Picture picture) {
        return show.of(new Shown<>(
                api,
                desk.caller(),
                desk.corp().communityId(),
                picture,
                SEND,
                id -> json(desk, message, "image", Map.of("media_id", id))));
    }

    private static String greeting(String code, Outbound message, String kind, Map<String, Object> what) {
        return JSON.writeValueAsString(Map.of("code", code, "msgid", id(message), "msgtype", kind, kind, what));
    }

    private static String json(KfDesks.KfDesk desk, Outbound message, String kind, Map<String, Object> what) {
        return JSON.writeValueAsString(Map.of(
                "touser",
                message.to().id(),
                "open_kfid",
                desk.settings().openKfId(),
                "msgid",
                id(message),
                "msgtype",
                kind,
                kind,
                what));
    }

    /// The same for the same letter, so that the platform says a repeat once: at most 32 letters and digits.
    static String id(Outbound message) {
        return CallId.fingerprint(message.key()).substring(0, LONGEST_ID);
    }
}
